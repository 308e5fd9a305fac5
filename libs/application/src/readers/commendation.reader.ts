import { type Json, type SubjectKind } from '@binhxet/domain';
import { type OrganisationName, type Page, type PageRequest } from './page.js';

export interface CaseView {
  readonly id: string;
  readonly awardId: string;
  readonly form: string;
  readonly subjectKind: SubjectKind;
  readonly subject: { readonly id: string; readonly code: string; readonly name: string };
  readonly organisation: OrganisationName & { readonly id: string };
  readonly unitId: string | null;
  readonly state: string;
  /** Years that carry the award: year, pack, level, decision. */
  readonly chain: Json;
  /** Amounts are whole đồng as text; null where not confirmed. */
  readonly money: Json;
  readonly decision: { readonly number: string; readonly decidedOn: string } | null;
  readonly certificateNumber: string | null;
  /** Answers to the checklist of the rules. */
  readonly dossier: Json;
  /** Why it was dropped, rejected or revoked. */
  readonly reason: string | null;
  readonly voteId: string | null;
  /** Decision that took the award back. */
  readonly revoked: { readonly number: string; readonly on: string } | null;
  readonly version: number;
}

/** One year short of an award. */
export interface NearMissView {
  readonly awardId: string;
  readonly subjectKind: SubjectKind;
  readonly subject: { readonly id: string; readonly code: string; readonly name: string };
  readonly organisation: OrganisationName & { readonly id: string };
  /** Every year the award asks for, newest first. */
  readonly chain: Json;
  readonly brokenYear: number;
  readonly brokenStatus: string;
}

export interface CaseFilter {
  readonly state?: string;
  readonly awardId?: string;
  readonly subjectKind?: SubjectKind;
  /** Only in these subtrees; null: all. */
  readonly rootIds: readonly string[] | null;
}

/** What is paid for one award, as worked out on the day of its decision. */
export interface PaymentView {
  readonly caseId: string;
  readonly awardId: string;
  readonly subjectKind: SubjectKind;
  readonly subject: { readonly code: string; readonly name: string };
  readonly organisation: OrganisationName & { readonly id: string };
  readonly certificateNumber: string | null;
  readonly decision: { readonly number: string; readonly decidedOn: string };
  readonly multiple: { readonly num: number; readonly den: number } | null;
  readonly baseSalary: string | null;
  /** Whole đồng as text; null: not confirmed. */
  readonly amount: string | null;
  readonly missing: readonly ('MULTIPLE' | 'BASE_SALARY')[];
}

export interface VoteView {
  readonly id: string;
  readonly cycleId: string;
  readonly superiorId: string;
  readonly heldOn: string;
  readonly state: 'COUNTING' | 'TALLIED';
  readonly countedBody: number;
  readonly present: number;
  readonly majority: Json;
  readonly attempt: number;
  readonly tellerIds: readonly string[];
  readonly enteredByMe: boolean;
  readonly cases: readonly { readonly id: string; readonly awardId: string; readonly subjectKind: SubjectKind; readonly subject: { readonly code: string; readonly name: string } }[];
  readonly results: Json;
}

export abstract class CommendationReader {
  /** Decided awards that stand, by decision, organisation order and name; totals of the whole list. */
  abstract payments(
    cycleId: string,
    filter: { readonly decision?: string; readonly rootIds: readonly string[] | null },
    page: PageRequest,
  ): Promise<Page<PaymentView> & { readonly total: string; readonly unknown: number }>;
  /** @param memberId teller who asks */
  abstract vote(voteId: string, memberId: string | null): Promise<VoteView | null>;
  /** By award, organisation order, given name. */
  abstract cases(cycleId: string, filter: CaseFilter, page: PageRequest): Promise<Page<CaseView>>;
  /** One year short, by award, organisation order, given name. */
  abstract nearMisses(cycleId: string, filter: Pick<CaseFilter, 'awardId' | 'rootIds'>, page: PageRequest): Promise<Page<NearMissView>>;
  /** A subject of the cycle by code, and where it is reviewed; null: there is none. */
  abstract subject(cycleId: string, kind: SubjectKind, code: string): Promise<{ readonly subjectId: string; readonly organisationId: string } | null>;
  /** Cases by award and state. */
  abstract counts(cycleId: string, rootIds: readonly string[] | null): Promise<{ readonly awardId: string; readonly state: string; readonly count: number }[]>;
}
