import { type LaunchError } from '../launch-error.js';
import { type Stack, type StackPart } from './start-stack.js';

/** What a program that started `ops start` with a message channel may ask. `id` comes back with the answer. */
export type ControlRequest =
  | { readonly id: number; readonly do: 'kill'; readonly part: StackPart; readonly signal: NodeJS.Signals }
  | { readonly id: number; readonly do: 'restart'; readonly part: StackPart }
  | { readonly id: number; readonly do: 'stop' };

const PARTS: Readonly<
  Record<
    StackPart,
    (stack: Stack) => { kill(signal: NodeJS.Signals): void; readonly pid: number; readonly ended: Promise<unknown> }
  >
> = {
  api: (stack) => stack.api,
  worker: (stack) => stack.worker,
  jobs: (stack) => stack.jobs,
  postgres: (stack) => stack.postgresServer,
  temporal: (stack) => stack.temporalServer,
};

/**
 * Lets the program that started us disturb and stop the stack, as end-to-end tests do. It gets addresses and database URLs, secrets
 * included: it could read them in the data folder anyway. Without a channel this does nothing.
 * @returns resolves when the other side asks to stop, or is gone
 */
export function serveControlChannel(stack: Stack, channel: NodeJS.Process = process): Promise<'stop'> {
  return new Promise((resolve) => {
    if (channel.send === undefined) return;
    channel.on('message', (message) => {
      const request = message as ControlRequest;
      if (request.do === 'stop') return resolve('stop');
      perform(stack, request).then(
        (result) => channel.send?.({ id: request.id, ...result }),
        (error: LaunchError) => channel.send?.({ id: request.id, error: error.message }),
      );
    });
    channel.once('disconnect', () => resolve('stop'));
    channel.send({
      ready: true,
      urls: stack.urls,
      database: stack.database,
      temporal: stack.temporal,
      dataDir: stack.folder.root,
      pids: pidsOf(stack),
    });
  });
}

async function perform(
  stack: Stack,
  request: Exclude<ControlRequest, { do: 'stop' }>,
): Promise<{ readonly pid: number }> {
  if (request.do === 'restart') {
    await stack.restart(request.part);
    return { pid: PARTS[request.part](stack).pid };
  }
  const part = PARTS[request.part](stack);
  part.kill(request.signal);
  await part.ended;
  return { pid: part.pid };
}

function pidsOf(stack: Stack): Record<string, number> {
  return Object.fromEntries(
    Object.entries(PARTS).flatMap(([name, of]) => (stack.has(name as StackPart) ? [[name, of(stack).pid]] : [])),
  );
}
