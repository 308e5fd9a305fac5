import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { send, type Sent } from './client.js';
import { asProblem, type Problem } from './problem.js';

export interface ActRequest {
  readonly method: 'POST' | 'PUT';
  readonly href: string;
  readonly body?: unknown;
  readonly ifMatch?: string | null;
}

export interface Act {
  readonly state: 'idle' | 'sending' | 'waiting' | 'refused' | 'done';
  /** What the last attempt met; while waiting, why it waits. */
  readonly problem: Problem | null;
  readonly attempt: number;
  /** Seconds until the next attempt, while waiting. */
  readonly pause: number;
  /** Resolves with the answer, or with null when refused or called off. */
  run<T = unknown>(request: ActRequest): Promise<Sent<T> | null>;
  callOff(): void;
  reset(): void;
}

const PAUSES = [2, 4, 8, 15];

/**
 * One act of a person. Its idempotency key lives as long as the same request has had no definite answer: a double click, a cut line or an
 * engine that is away lead to one effect. While the engine is away the act is repeated by itself until it is called off.
 */
export function useAct(): Act {
  const queries = useQueryClient();
  const [view, setView] = useState<Pick<Act, 'state' | 'problem' | 'attempt' | 'pause'>>({ state: 'idle', problem: null, attempt: 0, pause: 0 });
  const pending = useRef<{ fingerprint: string; key: string } | null>(null);
  const stop = useRef<(() => void) | null>(null);
  const running = useRef(false);
  useEffect(() => () => stop.current?.(), []);

  const run = useCallback(
    async <T,>(request: ActRequest): Promise<Sent<T> | null> => {
      if (running.current) return null;
      running.current = true;
      const fingerprint = JSON.stringify(request);
      if (pending.current?.fingerprint !== fingerprint) pending.current = { fingerprint, key: crypto.randomUUID() };
      const { key } = pending.current;
      try {
        for (let attempt = 1; ; attempt++) {
          setView({ state: 'sending', problem: null, attempt, pause: 0 });
          try {
            const sent = await send<T>(request.method, request.href, request.body, { key, ...(request.ifMatch !== undefined && { ifMatch: request.ifMatch }) });
            pending.current = null;
            await queries.invalidateQueries();
            setView({ state: 'done', problem: null, attempt, pause: 0 });
            return sent;
          } catch (error) {
            const problem = asProblem(error);
            if (problem.mayPass) {
              const pause = problem.retryAfter ?? PAUSES[Math.min(attempt, PAUSES.length) - 1]!;
              setView({ state: 'waiting', problem, attempt, pause });
              if (await wait(pause, stop)) continue;
              setView({ state: 'idle', problem: null, attempt: 0, pause: 0 });
              return null;
            }
            // Signing in again changes nothing about the request: its key stays for the click after it.
            if (problem.status !== 401) pending.current = null;
            setView({ state: 'refused', problem, attempt, pause: 0 });
            if (problem.status === 409 || problem.status === 412) void queries.invalidateQueries();
            return null;
          }
        }
      } finally {
        running.current = false;
      }
    },
    [queries],
  );
  const callOff = useCallback(() => stop.current?.(), []);
  const reset = useCallback(() => setView({ state: 'idle', problem: null, attempt: 0, pause: 0 }), []);
  return { ...view, run, callOff, reset };
}

/** @returns false when called off */
function wait(seconds: number, stop: { current: (() => void) | null }): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), seconds * 1000);
    stop.current = () => {
      clearTimeout(timer);
      resolve(false);
    };
  }).then((went) => {
    stop.current = null;
    return went as boolean;
  });
}
