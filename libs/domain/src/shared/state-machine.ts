import { AppError, type ErrorCode } from './app-error.js';

/** State → states it may move to. */
export type Moves<S extends string> = Readonly<Record<S, readonly S[]>>;

export interface StateMachine<S extends string> {
  readonly noun: Uppercase<string>;
  readonly initial: S;
  readonly states: readonly S[];
  readonly moves: Moves<S>;
  /** @returns `to`; @throws AppError `{noun}.ILLEGAL_MOVE` (conflict) with `from`, `to` and `allowed`. */
  move(from: S, to: S): S;
  may(from: S, to: S): boolean;
  isEnd(state: S): boolean;
}

/**
 * A state machine is a table. Checked when it is defined: every target exists, every state can be reached from `initial`.
 * @throws Error when the table is broken; a process with a broken table must not start.
 */
export function defineMachine<S extends string>(noun: Uppercase<string>, initial: S, moves: Moves<S>): StateMachine<S> {
  const states = Object.keys(moves) as S[];
  for (const from of states) {
    for (const to of moves[from]) {
      if (!(to in moves)) throw new Error(`${noun}: ${from} moves to ${to}, which is not a state`);
    }
  }
  const reached = new Set<S>([initial]);
  for (const state of reached) for (const next of moves[state]) reached.add(next);
  const lost = states.filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`${noun}: no way from ${initial} to ${lost.join(', ')}`);

  const may = (from: S, to: S): boolean => moves[from]?.includes(to) ?? false;
  return {
    noun,
    initial,
    states,
    moves,
    may,
    isEnd: (state) => moves[state].length === 0,
    move(from, to) {
      if (may(from, to)) return to;
      const code: ErrorCode = `${noun}.ILLEGAL_MOVE`;
      throw new AppError(code, 'conflict', `${noun} cannot move from ${from} to ${to}`, { from, to, allowed: [...(moves[from] ?? [])] });
    },
  };
}
