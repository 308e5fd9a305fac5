// Stops the processes it was told about when the program that started it is gone, however it went: the pipe on standard input closes.
// Lines: "guard PID SIGNAL IDENTITY" and "release PID". In reverse order of guarding: the signal, ten seconds, then SIGKILL.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const guarded = new Map();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
// Our own terminal's Ctrl-C is for the program that started us; we only follow its end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

const stat = (pid) => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
};
const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return stat(pid)?.[0] !== 'Z';
  } catch (error) {
    return error.code === 'EPERM';
  }
};
// Where there is no /proc the id alone must do; it is reused only after thousands of others.
const same = (pid, identity) => alive(pid) && (stat(pid)?.[19] ?? identity) === identity;
const send = (pid, signal) => {
  try {
    process.kill(pid, signal);
  } catch {
    // gone in between
  }
};

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const [verb, pid, signal, ...identity] = line.split(' ');
  if (verb === 'guard') guarded.set(Number(pid), { signal, identity: identity.join(' ') });
  if (verb === 'release') guarded.delete(Number(pid));
});
lines.on('close', async () => {
  for (const [pid, { signal, identity }] of [...guarded].reverse()) {
    if (!same(pid, identity)) continue;
    send(pid, signal);
    for (let waited = 0; same(pid, identity) && waited < 10_000; waited += 50) await pause(50);
    if (same(pid, identity)) send(pid, 'SIGKILL');
  }
  process.exit(0);
});
