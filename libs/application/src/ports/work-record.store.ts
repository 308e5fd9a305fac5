import { type PeriodSpan, type WorkKind, type WorkRecord } from '@binhxet/domain';

export interface WorkRecordRow extends WorkRecord {
  readonly id: string;
  readonly superiorId: string;
  readonly unitId: string | null;
  readonly unit: string | null;
  readonly decisionNumber: string | null;
  readonly document: string | null;
  readonly note: string | null;
  readonly source: 'RECORDED' | 'IMPORTED';
}

/** Where the tree puts an organisation on a day. */
export interface WorkPlace {
  readonly superiorId: string | null;
  readonly unitId: string | null;
}

/** A record and the subject it says something about: `part` tells in which way. */
export interface RecordAbout {
  readonly forId: string;
  readonly part: 'own' | 'below' | 'leaders' | 'done';
  readonly record: WorkRecord;
}

/** What counting work in a period needs, for one kind and state. */
export interface WorkCount {
  readonly kind: WorkKind;
  readonly state: 'PLANNED' | 'DONE';
  readonly subjectKind: 'ORGANISATION' | 'MEMBER' | null;
  readonly turns: number;
  readonly subjects: number;
}

/** Work done in a period by bodies of one kind on subjects of one kind; the same subject twice is two turns and one subject. */
export interface WorkByBody {
  readonly kind: WorkKind;
  /** Kind of body; null: the records do not say. */
  readonly body: string | null;
  readonly subjectKind: 'ORGANISATION' | 'MEMBER' | null;
  readonly turns: number;
  readonly subjects: number;
}

export abstract class WorkRecordStore {
  abstract placeOf(organisationId: string, on: string): Promise<WorkPlace>;
  /** Cell of a member on a day; null: none then. */
  abstract cellOf(memberId: string, on: string): Promise<string | null>;
  abstract insert(record: WorkRecordRow, recordedBy: string, at: Date): Promise<void>;
  /** Leave changes who is rated: the member's dated state is written with it, once. */
  abstract insertLeavePeriod(id: string, memberId: string, kind: 'SICK_LEAVE' | 'MATERNITY_LEAVE', from: string, to: string | null): Promise<void>;
  abstract get(id: string): Promise<(WorkRecordRow & { readonly organisationCode: string; readonly cancelled: boolean }) | null>;
  /** @returns false when it was cancelled before */
  abstract cancel(id: string, reason: string, at: Date): Promise<boolean>;
  /** Grassroots organisations of a superior with work of one of these kinds done from `from` to `to`, both included. */
  abstract unitsThatDid(superiorId: string, kinds: readonly WorkKind[], from: string, to: string): Promise<Set<string>>;
  /** Grassroots organisations disciplined from `from` to `to`. */
  abstract unitsDisciplined(superiorId: string, from: string, to: string): Promise<Set<string>>;
  abstract counts(superiorId: string, from: string, to: string): Promise<WorkCount[]>;
  /** Records of such kinds about members that touch a span, as held true at an instant; what has no last day goes on. */
  abstract ofMembers(memberIds: readonly string[], kinds: readonly WorkKind[], span: PeriodSpan, knownAt?: Date): Promise<WorkRecord[]>;
  /** Work of these kinds done from `from` to `to`, both included. */
  abstract byBody(superiorId: string, kinds: readonly WorkKind[], from: string, to: string): Promise<WorkByBody[]>;
  /** Records that say something about these members, organisations or collectives in a year. `below` follows the frozen tree. */
  abstract about(cycleId: string, subject: 'MEMBER' | 'ORGANISATION', ids: readonly string[], year: number): Promise<RecordAbout[]>;
}
