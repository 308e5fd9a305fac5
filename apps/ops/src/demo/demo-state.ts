import { existsSync, readFileSync } from 'node:fs';
import { type DataFolder } from '../stack/data-folder.js';
import { writePrivateFile } from '../stack/private-file.js';

/** How far the demo of an installation has come; written before the first row, so that a start after an interruption goes on. */
export interface DemoState {
  readonly state: 'BUILDING' | 'DONE';
  /** rating year, fixed by the first start */
  readonly year: number;
  /** legal date of the first start: plans and who is there already follow from it */
  readonly startedOn: string;
}

export function readDemoState(folder: DataFolder): DemoState | null {
  if (!existsSync(folder.demoState)) return null;
  return JSON.parse(readFileSync(folder.demoState, 'utf8')) as DemoState;
}

export function writeDemoState(folder: DataFolder, state: DemoState): void {
  writePrivateFile(folder.demoState, state);
}
