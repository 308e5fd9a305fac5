import { type StepRef } from '@binhxet/contracts';

/** What has already gone out for a step: `remind`, `escalate`, `due` and `close`, each by step id. */
export type Counters = Record<string, number>;

export type DueEvent =
  | { readonly kind: 'close' | 'due'; readonly step: StepRef }
  /** `nth` counts from 1. Several that are due at once become one, the last: nobody needs two reminders in a minute. */
  | { readonly kind: 'remind' | 'escalate'; readonly step: StepRef; readonly nth: number };

const KINDS = ['remind', 'escalate', 'due', 'close'] as const;
type Kind = (typeof KINDS)[number];

function instantsOf(step: StepRef, kind: Kind): readonly string[] {
  switch (kind) {
    case 'remind':
      return step.remindAt;
    case 'escalate':
      return step.escalateAt;
    case 'due':
      return step.dueAt === null ? [] : [step.dueAt];
    case 'close':
      return step.closeAt === null ? [] : [step.closeAt];
  }
}

const key = (kind: Kind, stepId: string): string => `${kind}:${stepId}`;

/**
 * Next instant at which a step asks for something, in milliseconds.
 * @param steps awaited steps; instants of one list ascend
 * @returns null when nothing is left to wait for by time
 */
export function nextDeadline(steps: readonly StepRef[], counters: Counters): { readonly at: number; readonly summary: string } | null {
  let next: { at: number; summary: string } | null = null;
  for (const step of steps) {
    for (const kind of KINDS) {
      const instant = instantsOf(step, kind)[counters[key(kind, step.stepId)] ?? 0];
      if (instant === undefined) continue;
      const at = Date.parse(instant);
      if (next === null || at < next.at) next = { at, summary: `${kind} ${step.kind}` };
    }
  }
  return next;
}

/**
 * What is due at `now`, each once; the caller counts it with {@link countEvent}. A step to be closed asks for nothing else.
 * @param now milliseconds
 */
export function dueEvents(steps: readonly StepRef[], counters: Counters, now: number): DueEvent[] {
  return steps.flatMap((step) => {
    const passed = (kind: Kind): number => instantsOf(step, kind).filter((instant) => Date.parse(instant) <= now).length;
    const fresh = (kind: Kind): boolean => passed(kind) > (counters[key(kind, step.stepId)] ?? 0);
    if (fresh('close')) return [{ kind: 'close', step } as const];
    const events: DueEvent[] = [];
    if (fresh('remind') && passed('due') === 0) events.push({ kind: 'remind', step, nth: passed('remind') });
    if (fresh('due')) events.push({ kind: 'due', step });
    if (fresh('escalate')) events.push({ kind: 'escalate', step, nth: passed('escalate') });
    return events;
  });
}

/** Reminders that the due instant has overtaken are counted as gone, so that their deadline does not ring for ever. */
export function countEvent(counters: Counters, event: DueEvent): void {
  const id = event.step.stepId;
  if (event.kind === 'remind' || event.kind === 'escalate') {
    counters[key(event.kind, id)] = event.nth;
    return;
  }
  counters[key(event.kind, id)] = 1;
  counters[key('remind', id)] = event.step.remindAt.length;
}

/** Forgets what went out for a step: it is closed, or it opens again with new deadlines. */
export function forgetStep(counters: Counters, stepId: string): void {
  for (const kind of KINDS) delete counters[key(kind, stepId)];
}

/** Whether an awaited step is past its due instant. */
export function isOverdue(steps: readonly StepRef[], counters: Counters): boolean {
  return steps.some((step) => (counters[key('due', step.stepId)] ?? 0) > 0);
}

/** Earliest due instant of the awaited steps, for the search attribute; null when none has one. */
export function earliestDue(steps: readonly StepRef[]): string | null {
  return steps.reduce<string | null>((first, { dueAt }) => (dueAt !== null && (first === null || dueAt < first) ? dueAt : first), null);
}
