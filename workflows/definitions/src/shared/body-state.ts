import { type BodyInput, type CarriedState, type CommandOutcome, type PendingFact, type StepRef } from '@binhxet/contracts';

/** Bounds of what travels through continue-as-new. Requests are repeated within minutes, facts within a relay's retry. */
export const HANDLED_KEPT = 100;
export const SEEN_KEPT = 500;

/** What a body remembers: the mutable twin of the carried state. */
export interface BodyState {
  phase: string;
  entered: boolean;
  steps: StepRef[];
  ready: string[];
  handled: CommandOutcome[];
  seen: string[];
  facts: PendingFact[];
  marks: string[];
  late: string[];
  clockUntil: string | null;
  counters: Record<string, number>;
}

/** @returns the state of an earlier run, or that of a body which has not begun; nothing needs to be opened for `OPENING` */
export function stateOf(input: BodyInput): BodyState {
  const carried = input.carried;
  if (!carried) {
    return { phase: 'OPENING', entered: true, steps: [], ready: [], handled: [], seen: [], facts: [], marks: [], late: [], clockUntil: null, counters: {} };
  }
  return {
    phase: carried.phase,
    entered: carried.entered,
    steps: [...carried.steps],
    ready: [...carried.ready],
    handled: [...carried.handled],
    seen: [...carried.seen],
    facts: [...carried.facts],
    marks: [...carried.marks],
    late: [...carried.late],
    clockUntil: carried.clockUntil,
    counters: { ...carried.counters },
  };
}

/** Plain JSON for the next run. */
export const carriedOf = (state: BodyState): CarriedState => ({ ...state });
