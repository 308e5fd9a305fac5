import { type Json } from '@binhxet/domain';
import { type KeysetPosition, type OrganisationName, type Page, type PageRequest, type Person } from './page.js';

/** Whose inbox: the member for personal tasks, the posts in office for tasks that follow a post. */
export interface InboxOwner {
  readonly memberId: string | null;
  readonly posts: readonly { readonly organisationId: string; readonly body: string; readonly post: string }[];
}

/** mine: personal, claimed by me, or free for a post I hold; body: every open task of the bodies I hold a post in; done: the last 30 days. */
export const INBOX_TABS = ['mine', 'body', 'done'] as const;
export type InboxTab = (typeof INBOX_TABS)[number];

export const TASK_TARGETS = ['REVIEW', 'MEETING', 'BALLOT', 'UNIT', 'CYCLE', 'APPEAL', 'REEVALUATION'] as const;

/** What a task opens. `code` of a unit, else the id. */
export interface TaskTarget {
  readonly kind: (typeof TASK_TARGETS)[number];
  readonly id: string;
  /** The meeting a ballot belongs to. */
  readonly meetingId: string | null;
}

export interface TaskView {
  readonly id: string;
  readonly kind: string;
  readonly cycleId: string | null;
  readonly ratingYear: number | null;
  readonly organisation: OrganisationName;
  readonly stepId: string | null;
  readonly refId: string | null;
  readonly target: TaskTarget;
  /** Person or organisation the task is about, where it is about one. */
  readonly subject: { readonly kind: string; readonly code: string; readonly name: string } | null;
  readonly holder: 'PERSONAL' | 'POST';
  readonly postKinds: readonly string[];
  readonly bodyKind: string | null;
  readonly state: string;
  readonly claimedBy: Person | null;
  readonly doneBy: Person | null;
  readonly live: boolean;
  /** Instants, RFC 3339 UTC. */
  readonly dueAt: string | null;
  readonly closeAt: string | null;
  readonly openedAt: string;
  readonly doneAt: string | null;
  /** Date of the task's cycle, `YYYY-MM-DD`. */
  readonly today: string;
  /** People who wait for this. */
  readonly waitingCount: number;
  readonly facts: { readonly [key: string]: Json | undefined };
  readonly version: number;
}

export interface InboxCounts {
  readonly mine: number;
  readonly body: number;
  readonly live: number;
  readonly overdue: number;
  /** A count stopped here: there are at least so many. */
  readonly atLeast: number | null;
}

export interface InboxFilter {
  readonly tab: InboxTab;
  readonly kind?: string;
  readonly cycleId?: string;
  readonly organisationCode?: string;
}

/** What cannot start yet, derived from the plan of a cycle and the phase of a unit. */
export interface UnitAhead {
  readonly cycleId: string;
  readonly organisation: OrganisationName;
  readonly role: string;
  readonly phase: string;
  readonly plan: { readonly [key: string]: string | null };
  readonly openSteps: readonly { readonly kind: string; readonly outstanding: number }[];
}

export abstract class TaskReader {
  /** Order: live first, due soonest (none last), most people waiting, id. `done`: newest first. @param now instant of REAL clocks */
  abstract inbox(owner: InboxOwner, filter: InboxFilter, page: PageRequest, now: Date): Promise<Page<TaskView>>;
  /** Exact up to 999 a figure. */
  abstract counts(owner: InboxOwner, now: Date): Promise<InboxCounts>;
  /** null: no such task. The holder's right to see it is for the caller to check. */
  abstract byId(taskId: string, now: Date): Promise<(TaskView & { readonly organisationId: string; readonly memberId: string | null }) | null>;
  /** Units of running cycles where the owner holds a post or a membership. */
  abstract ahead(organisationIds: readonly string[]): Promise<UnitAhead[]>;
}

/** Sort position of an open task. */
export function urgencyPosition(task: TaskView): KeysetPosition {
  return [task.live, task.dueAt, task.waitingCount, task.id];
}
