import { type CloseCause, type StepKind, type StepRef } from '@binhxet/contracts';

export interface NewStep {
  readonly id: string;
  readonly cycleId: string;
  readonly superiorId: string;
  readonly organisationId: string;
  readonly kind: StepKind;
  readonly refId: string | null;
  readonly round: number;
  readonly dueAt: Date | null;
  readonly closeAt: Date | null;
  readonly remindAt: readonly Date[];
  readonly escalateAt: readonly Date[];
  readonly workflowId: string;
  readonly openedAt: Date;
  /** Keys of what is expected: reviews, organisations, tellers, signatories. */
  readonly keys: readonly string[];
}

export interface StepRow {
  readonly id: string;
  readonly cycleId: string;
  readonly superiorId: string;
  readonly organisationId: string;
  readonly kind: StepKind;
  readonly refId: string | null;
  readonly round: number;
  readonly state: 'OPEN' | 'CLOSED';
  readonly outstanding: number;
  readonly total: number;
  readonly dueAt: Date | null;
  readonly closeAt: Date | null;
  readonly remindAt: readonly Date[];
  readonly escalateAt: readonly Date[];
  readonly workflowId: string;
  readonly closeCause: CloseCause | null;
}

export interface Settled {
  readonly outstanding: number;
  readonly workflowId: string;
  readonly dueAt: Date | null;
}

/** Steps and what they wait for. The order of statements matters: see `settle`. */
export abstract class StepStore {
  abstract insert(step: NewStep): Promise<void>;
  abstract get(stepId: string): Promise<StepRow>;
  /** The open step of a kind; a grassroots cell has two workflows, so the one that waits may be named. */
  abstract find(cycleId: string, organisationId: string, kind: StepKind, refId?: string | null, workflowId?: string): Promise<StepRow | null>;
  /** Open steps of these organisations, in the order of their ids. */
  abstract openOf(cycleId: string, organisationIds: readonly string[]): Promise<StepRow[]>;
  /** Open or closed, newest round first. */
  abstract latest(cycleId: string, organisationId: string, kind: StepKind): Promise<StepRow | null>;
  abstract refOf(step: StepRow): StepRef;
  /** WAITING → DONE. @returns false when it was not waiting (already settled or unknown). */
  abstract markDone(stepId: string, key: string, at: Date, late: boolean): Promise<boolean>;
  /** WAITING → RELEASED for one key. @returns whether it waited. */
  abstract markReleased(stepId: string, key: string, at: Date): Promise<boolean>;
  /** DONE or RELEASED → WAITING and one more outstanding, in an open step. @throws STEP.CLOSED */
  abstract putBack(stepId: string, key: string): Promise<void>;
  /** RELEASED → DONE or missing key added later are not possible; expectations still waiting: */
  abstract waitingKeys(stepId: string): Promise<string[]>;
  /**
   * The last statement of a contribution: `outstanding − n where state = 'OPEN'`.
   * @throws AppError STEP.CLOSED (conflict): the whole transaction rolls back.
   */
  abstract settle(stepId: string, n: number): Promise<Settled>;
  /**
   * `ALL_IN` closes only when nothing is outstanding; the others close regardless. @returns null when it did not close
   * (something is outstanding again, or it was closed before: compare `get`).
   */
  abstract close(stepId: string, cause: CloseCause, at: Date): Promise<StepRow | null>;
  /** Opens a closed step again with these keys waiting (a returned result). */
  abstract reopen(stepId: string, keys: readonly string[], times: Pick<NewStep, 'dueAt' | 'closeAt' | 'remindAt' | 'escalateAt'>): Promise<StepRow>;
  abstract countReminder(stepId: string, nth: number, which: 'reminded' | 'escalated'): Promise<boolean>;
}
