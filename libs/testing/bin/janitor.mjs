// Stops the PostgreSQL that test processes share, and removes its folder, a moment after the last of them is gone, however it went.
// node janitor.mjs FOLDER LOCK_FILE
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const [folder, lockFile] = process.argv.slice(2);
const IDLE_MS = 2_500;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};
const users = () => {
  const refs = path.join(folder, 'refs');
  return existsSync(refs) ? readdirSync(refs).filter((pid) => alive(Number(pid))) : [];
};

let idleSince = Date.now();
for (;;) {
  await pause(250);
  if (!existsSync(path.join(folder, 'state.json'))) break;
  // A process that takes the lock is about to become a user.
  if (users().length > 0 || existsSync(lockFile)) idleSince = Date.now();
  if (Date.now() - idleSince < IDLE_MS) continue;
  const { pid, dataDir } = JSON.parse(readFileSync(path.join(folder, 'state.json'), 'utf8'));
  // Immediate shutdown: nothing in a test cluster is worth a checkpoint.
  if (pid > 1 && alive(pid)) process.kill(pid, 'SIGQUIT');
  for (let waited = 0; alive(pid) && waited < 10_000; waited += 50) await pause(50);
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  break;
}
