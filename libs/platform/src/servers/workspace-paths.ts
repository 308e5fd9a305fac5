import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the repository: this package lies two levels below it, its code two below that, built or not. */
export const repositoryRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');

/** Where downloaded and built programs are kept between runs. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return env['BX_CACHE_DIR'] ? path.resolve(env['BX_CACHE_DIR']) : path.join(repositoryRoot, '.cache');
}
