import { existsSync, readFileSync } from 'node:fs';
import { writePrivateFile } from './private-file.js';
import { type DataFolder } from './data-folder.js';

/** One account of the demo: its password is random per installation. */
export interface DemoLogin {
  /** what the account may do, in words */
  readonly post: string;
  readonly login: string;
  readonly password: string;
}

/** Accounts that the demo has made, read from `demo-logins.json` (`{"logins": [{post, login, password}]}`) of the data folder. */
export function demoLogins(folder: DataFolder): readonly DemoLogin[] {
  if (!existsSync(folder.demoLogins)) return [];
  return (JSON.parse(readFileSync(folder.demoLogins, 'utf8')) as { logins: readonly DemoLogin[] }).logins;
}

/** Keeps them beside the data, readable by the account that runs the installation only. */
export function writeDemoLogins(folder: DataFolder, logins: readonly DemoLogin[]): void {
  writePrivateFile(folder.demoLogins, { logins });
}
