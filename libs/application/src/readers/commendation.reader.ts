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
  readonly version: number;
}

export interface CaseFilter {
  readonly state?: string;
  readonly awardId?: string;
  readonly subjectKind?: SubjectKind;
  /** Only in these subtrees; null: all. */
  readonly rootIds: readonly string[] | null;
}

export abstract class CommendationReader {
  /** By award, organisation order, given name. */
  abstract cases(cycleId: string, filter: CaseFilter, page: PageRequest): Promise<Page<CaseView>>;
  /** Cases by award and state. */
  abstract counts(cycleId: string, rootIds: readonly string[] | null): Promise<{ readonly awardId: string; readonly state: string; readonly count: number }[]>;
}
