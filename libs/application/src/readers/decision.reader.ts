import { type Level, type NonLevelState, type SubjectKind } from '@binhxet/domain';
import { type OrganisationName, type Page, type PageRequest } from './page.js';
import { type DecisionSummary, type ReviewSummary } from './unit.reader.js';

/** Card of a decision board, or row of the classification table. */
export interface BoardRow extends ReviewSummary {
  readonly subject: { readonly id: string; readonly code: string; readonly name: string };
  /** Cell or organisation it is reviewed at. */
  readonly organisation: OrganisationName;
  readonly unitId: string | null;
  readonly quotaGroup: string | null;
  /** Word of the deciding body's newest counted ballot. */
  readonly vote: { readonly ballotId: string; readonly votes: readonly number[]; readonly countedBody: number | null; readonly verdict: Level | null } | null;
  /** Line of the decision, once issued. */
  readonly decision: { readonly number: string; readonly decidedOn: string; readonly reason: string | null } | null;
  readonly note: string | null;
  readonly lastYear: { readonly level: Level | null; readonly nonLevel: NonLevelState | null; readonly label: string | null } | null;
  /** Is the level below done: an organisation whose lower units are still open cannot be moved. */
  readonly phase: string;
}

export interface BoardFilter {
  readonly subjectKind?: SubjectKind;
  readonly state?: string;
  /** Cell or organisation code. */
  readonly organisationCode?: string;
  readonly quotaGroup?: string;
  readonly q?: string;
}

/** How many subjects stand where: the level that would be decided now, else the non-level state, else `OPEN`. */
export interface BoardCount {
  readonly subjectKind: SubjectKind;
  readonly column: `L${Level}` | NonLevelState | 'OPEN';
  readonly count: number;
}

export interface DecisionLineView {
  readonly ordinal: number;
  readonly reviewId: string | null;
  readonly caseId: string | null;
  readonly subject: { readonly kind: SubjectKind; readonly code: string; readonly name: string } | null;
  readonly organisation: OrganisationName | null;
  readonly level: Level | null;
  readonly nonLevel: NonLevelState | null;
  readonly verdict: Level | null;
  readonly reason: string | null;
}

export interface DecisionView extends DecisionSummary {
  readonly cycleId: string;
  readonly organisation: OrganisationName & { readonly id: string };
}

export abstract class DecisionReader {
  /** Subjects this organisation's body decides; organisations first, then collectives, then members by cell and given name. */
  abstract board(cycleId: string, deciderId: string, filter: BoardFilter, page: PageRequest): Promise<Page<BoardRow>>;
  abstract counts(cycleId: string, deciderId: string): Promise<BoardCount[]>;
  /** Code and name of subjects, by review id; those that do not exist are missing. */
  abstract subjects(reviewIds: readonly string[]): Promise<ReadonlyMap<string, { readonly code: string; readonly name: string }>>;
  abstract decision(decisionId: string): Promise<DecisionView | null>;
  abstract lines(decisionId: string, page: PageRequest): Promise<Page<DecisionLineView>>;
}
