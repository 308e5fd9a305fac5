import { type CompiledPack, type Json, type Level, reevaluatedLevel, type SubjectFacts, type SubjectKind } from '@binhxet/domain';
import { type LedgerRecord, type RecordedCase, type RecordView, type SupersededResult } from '../ports/records.port.js';
import { type StoredDifference, rowDifferences } from './difference.js';
import { type DecidedLine, type DecisionRecords, type Payload, type QuotaLine, quotaAgain } from './recompute-decisions.js';

export const CASE_TYPES = ['appeal.decided', 'reevaluation.decided', 'cycle.closed'] as const;

/** What a re-evaluated level rests on, as the log keeps it. */
interface YearEvidence {
  readonly facts: SubjectFacts;
  readonly selfDetected: boolean;
  readonly remedied: boolean;
}

/**
 * Results that another decision replaced, again: an appeal puts a level into the place of the old one, a re-evaluation cancels the year
 * and recognises another level. Both values are held against what is stored.
 */
export class CaseRecords {
  /** Reviews whose result a re-evaluation cancelled. */
  readonly cancelled = new Set<string>();
  /** Decisions that only the entry of a case tells of. */
  readonly decisions = new Set<string>();
  /** Level a re-evaluation recognised, by review id. */
  private readonly recognised = new Map<string, Level>();
  private readonly superseded = new Map<string, SupersededResult[]>();
  private readonly stored: ReadonlyMap<string, RecordedCase>;
  private readonly told = new Set<string>();
  private closed = false;

  constructor(
    private readonly view: RecordView,
    private readonly compiled: CompiledPack,
    private readonly made: DecisionRecords,
    stored: readonly RecordedCase[],
  ) {
    this.stored = new Map(stored.map((one) => [one.id, one]));
  }

  /** What a subject's year counts as at this point of the log. */
  levelOf(reviewId: string): Level | null {
    return this.recognised.get(reviewId) ?? this.made.results.get(reviewId)?.level ?? null;
  }

  /** Results of the closed year that others took the place of, oldest first. */
  supersededOf(reviewId: string): Json[] {
    return [...(this.superseded.get(reviewId) ?? [])];
  }

  async take({ type, payload }: LedgerRecord & { readonly payload: Payload }): Promise<StoredDifference[]> {
    if (type === 'cycle.closed') {
      this.closed = true;
      return [];
    }
    this.told.add(String(payload['case']));
    return type === 'appeal.decided' ? this.appeal(payload) : this.reevaluation(payload);
  }

  /** Decided cases that no entry of the log tells of. */
  strays(): StoredDifference[] {
    const untold = [...this.stored.values()].filter((one) => !this.told.has(one.id) && (one.decisionId !== null || one.newLevel !== null));
    return untold.map((one) => ({ table: tableOf(one.kind), row: one.id, path: '', stored: one.id, recomputed: null }));
  }

  private async appeal(payload: Payload): Promise<StoredDifference[]> {
    const [review, decision] = [String(payload['review']), String(payload['decision'])];
    const before = this.made.results.get(review);
    // The entry of the first decision may have lost its payload: this one is then taken at its word.
    const old = before ? before.level : ((payload['old'] ?? null) as Level | null);
    const changed = payload['after'] === 'RESULT_CHANGED';
    const line: DecidedLine = { review, level: payload['level'] as Level | null, state: null, verdict: null, reason: payload['reason'] as string | null, ...(payload['evidence'] as unknown as Partial<DecidedLine> | null | undefined) };
    if (changed) {
      if (this.closed) this.supersede(review, 'CORRECTED', old);
      this.made.results.set(review, this.made.derive(decision, line));
    }
    const { level = line.level, state = null } = this.made.results.get(review) ?? {};
    const quotas = await this.quotas(decision, payload);
    return [
      ...(before ? rowDifferences('ledger.ledger_payload', `appeal.decided ${String(payload['case'])}`, { old: payload['old'] ?? null }, { old }) : []),
      ...(await this.made.linesOf(decision, [{ ...line, level, state: level === null ? state : null }])),
      ...quotas.differences,
      ...this.outcome(payload, 'APPEAL', { decision, old_level: old, new_level: changed ? level : null, ...quotas.column }),
    ];
  }

  private async reevaluation(payload: Payload): Promise<StoredDifference[]> {
    const kind = payload['kind'] as SubjectKind;
    const review = await this.view.reviewOf(kind, String(payload['subject']));
    if (review === null || typeof payload['decision'] !== 'string') return []; // a year that was not run here
    const decision = payload['decision'];
    this.decisions.add(decision);
    const known = this.recognised.has(review) || this.made.results.has(review);
    const old = known ? this.levelOf(review) : ((payload['cancelled'] as { readonly level?: Level | null }).level ?? null);
    const { level, proof } = this.yearAgain(kind, old, decision, payload);
    this.cancelled.add(review);
    this.supersede(review, 'CANCELLED', old);
    if (level !== null) this.recognised.set(review, level);
    const quotas = await this.quotas(decision, payload);
    const { level: logged = null } = payload['recognised'] as { readonly level?: Level };
    return [
      ...(await this.made.issued(decision, { ...payload, kind: 'REEVALUATION' })),
      ...(await this.made.linesOf(decision, [{ review, level, state: null, verdict: null, reason: payload['reason'] as string | null }])),
      ...rowDifferences('ledger.ledger_payload', `reevaluation.decided ${String(payload['case'])}`, { recognised: logged }, { recognised: level }),
      ...quotas.differences,
      ...this.outcome(payload, 'REEVALUATION', { decision, old_level: old, new_level: level, ...quotas.column, ...(proof !== undefined && { proof }) }),
    ];
  }

  /** The level of the year under its pack; entries of the first version hold no facts and are taken at their word. */
  private yearAgain(subject: SubjectKind, old: Level | null, decisionId: string, payload: Payload): { readonly level: Level | null; readonly proof?: Json } {
    const wanted = (payload['recognised'] as { readonly level?: Level }).level ?? null;
    const evidence = payload['evidence'] as unknown as YearEvidence | undefined;
    if (!evidence || old === null) return { level: wanted };
    const { level, classification } = reevaluatedLevel({ subject, facts: evidence.facts, discipline: evidence, old, wanted, decisionId }, this.compiled);
    return { level, proof: JSON.parse(JSON.stringify(classification)) as Json };
  }

  /** The quota of the year as the case left it: counted again from who stands where. */
  private async quotas(decision: string, payload: Payload): Promise<{ readonly differences: StoredDifference[]; readonly column: { readonly quota?: Json } }> {
    const lines = (payload['quota'] ?? []) as unknown as readonly QuotaLine[];
    if (lines.some((line) => line.places === undefined)) return { differences: [], column: {} }; // the first version kept the counts alone
    const { quota } = quotaAgain(lines);
    const { quota: stored } = await this.view.tx.decisions.get(decision);
    return { differences: [...rowDifferences('app.decision', decision, { quota: stored }, { quota }), ...this.made.placesFit(decision, lines, (review) => this.levelOf(review))], column: { quota } };
  }

  private outcome(payload: Payload, kind: RecordedCase['kind'], recomputed: { readonly [column: string]: Json }): StoredDifference[] {
    const id = String(payload['case']);
    const row = this.stored.get(id);
    if (!row) return [{ table: tableOf(kind), row: id, path: '', stored: null, recomputed: id }];
    const stored: { readonly [column: string]: Json } = { decision: row.decisionId, old_level: row.oldLevel, new_level: row.newLevel, quota: row.quota, proof: row.proof };
    return rowDifferences(tableOf(kind), id, Object.fromEntries(Object.keys(recomputed).map((column) => [column, stored[column] ?? null])), recomputed);
  }

  private supersede(review: string, state: SupersededResult['state'], level: Level | null): void {
    this.superseded.set(review, [...(this.superseded.get(review) ?? []), { state, level }]);
  }
}

const tableOf = (kind: RecordedCase['kind']): string => (kind === 'APPEAL' ? 'app.appeal_case' : 'app.reevaluation_case');
