import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of a shipped scenario; the same from sources and from the build. */
export function scenarioFolder(name: string): string {
  return path.join(fileURLToPath(new URL('../../scenarios', import.meta.url)), name);
}
