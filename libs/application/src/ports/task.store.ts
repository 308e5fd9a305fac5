import { type Json } from '@binhxet/domain';

export type TaskHolder =
  | { readonly memberId: string }
  /** Holders of any of these posts in the body, or in one that meets and decides when none is given. See `holdersOf`. */
  | { readonly postKinds: readonly string[]; readonly bodyKind?: string | null };

export interface NewTask {
  readonly kind: string;
  readonly cycleId: string | null;
  readonly superiorId: string;
  readonly organisationId: string;
  readonly stepId: string | null;
  readonly refId: string | null;
  readonly holder: TaskHolder;
  readonly live?: boolean;
  readonly dueAt: Date | null;
  readonly waitingCount?: number;
  readonly facts?: { readonly [key: string]: Json | undefined };
}

/** Inbox rows. Every change happens in the transaction that changes the state the task stands for. */
export abstract class TaskStore {
  abstract open(tasks: readonly NewTask[], at: Date): Promise<void>;
  /** Done by this person; also closes the same task of other holders. */
  abstract done(match: { readonly kind: string; readonly refId: string; readonly memberId?: string }, by: string | null, at: Date): Promise<void>;
  /** DONE, CANCELLED or EXPIRED for everything still open of a step. */
  abstract endOfStep(stepId: string, state: 'DONE' | 'CANCELLED' | 'EXPIRED', at: Date): Promise<void>;
  abstract endOfRef(refId: string, state: 'DONE' | 'CANCELLED' | 'EXPIRED', at: Date, kinds?: readonly string[]): Promise<void>;
  /** Every open task that waits for posts of these organisations. */
  abstract endOfOrganisations(cycleId: string, organisationIds: readonly string[], state: 'DONE' | 'CANCELLED' | 'EXPIRED', at: Date): Promise<void>;
  /** Done or expired → open again (a returned paper or result). */
  /** Ends the tasks of one kind in a cycle that belong to no step. */
  abstract endWithoutStep(cycleId: string, kind: string, state: 'DONE' | 'CANCELLED' | 'EXPIRED', at: Date): Promise<void>;
  abstract reopen(match: { readonly kind: string; readonly refId: string }, at: Date): Promise<void>;
  abstract claim(taskId: string, memberId: string, expectedVersion: number): Promise<boolean>;
  abstract release(taskId: string, memberId: string): Promise<boolean>;
}
