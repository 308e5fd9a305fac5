import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';

/** A log file for the output of a child: the child holds the file itself, so it goes on writing when the launcher dies. */
export interface BoundedLog {
  readonly file: string;
  /** to be given to a child as standard output or error */
  readonly fd: number;
  /** stops watching the size and closes our descriptor */
  close(): void;
}

/**
 * Opens a log that never grows much above twice `maxBytes`: when it passes that, its content moves to `FILE.1` and it starts anew.
 * The file is opened for appending, so truncating it under a writing child is safe.
 * @param maxBytes size of one generation, bytes
 */
export function openBoundedLog(file: string, maxBytes = 10 * 1024 * 1024): BoundedLog {
  mkdirSync(path.dirname(file), { recursive: true });
  const fd = openSync(file, 'a', 0o600);
  const bound = () => {
    if (!existsSync(file) || statSync(file).size <= maxBytes) return;
    copyFileSync(file, `${file}.1`);
    truncateSync(file, 0);
  };
  bound();
  const timer = setInterval(bound, 5_000);
  timer.unref();
  return {
    file,
    fd,
    close() {
      clearInterval(timer);
      closeSync(fd);
    },
  };
}
