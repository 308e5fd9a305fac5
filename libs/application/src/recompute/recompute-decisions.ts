import { checkQuota, classify, type ClassificationInput, type CeilingGround, type CompiledPack, type Json, type Level, type Mark, type NonLevelState, type QuotaBase, type QuotaCheck, type QuotaEnforcement, type QuotaEvidence, type QuotaGrouping, type Rational, type ReviewDutyResult, type Rounding, type SubjectFacts, type SubjectKind } from '@binhxet/domain';
import { type LedgerRecord, type RecordView } from '../ports/records.port.js';
import { type BallotRecords } from './recompute-ballots.js';
import { type StoredDifference, rowDifferences } from './difference.js';

export const DECISION_TYPES = ['quota.checked', 'quota.breach-accepted', 'classification.decided', 'decision.issued'] as const;

export type Payload = { readonly [key: string]: Json };
type Places = { readonly [place in 'top' | 'second' | 'outside' | 'undecided']: readonly string[] };
export interface QuotaLine {
  readonly quota: string;
  readonly group: string | null;
  readonly rate: Rational;
  readonly base: QuotaBase;
  readonly rounding: Rounding;
  readonly groupBy: QuotaGrouping;
  readonly excludeHeads: boolean;
  readonly enforcement: QuotaEnforcement;
  readonly special: Json;
  readonly clause: string;
  readonly mark: Mark;
  readonly places: Places;
}
export interface DecidedLine {
  readonly review: string;
  readonly level: Level | null;
  readonly state: NonLevelState | null;
  readonly verdict: Level | null;
  readonly reason: string | null;
  readonly subject?: SubjectKind;
  readonly facts?: SubjectFacts;
  readonly duty?: Pick<ReviewDutyResult, 'duty' | 'cap' | 'because'> | null;
  readonly ballots?: readonly string[];
  readonly quotas?: readonly number[];
  readonly ground?: CeilingGround | null;
}

/** What the log says a subject came to. */
export interface RecomputedResult {
  readonly level: Level | null;
  readonly state: NonLevelState | null;
  readonly ceiling: Level | null;
  readonly proof: Json;
  /** Whether ceiling and proof could be made again: entries of the first version hold no facts. */
  readonly derived: boolean;
}

/** Decisions again: quotas from who was counted where, levels from facts, gates and votes. */
export class DecisionRecords {
  /** By review id, as the newest decision left it. */
  readonly results = new Map<string, RecomputedResult>();
  private readonly quotas = new Map<string, { readonly lines: readonly QuotaLine[]; readonly checks: readonly QuotaCheck[] }>();
  private readonly seen = new Set<string>();

  constructor(
    private readonly view: RecordView,
    private readonly compiled: CompiledPack,
    private readonly ballots: BallotRecords,
  ) {}

  async take({ type, payload }: LedgerRecord & { readonly payload: Payload }): Promise<StoredDifference[]> {
    const decisionId = String(payload['decision']);
    if (type === 'classification.decided') return this.classified(decisionId, payload['lines'] as unknown as readonly DecidedLine[]);
    if (type === 'decision.issued') return this.issued(decisionId, payload);
    return this.quotasOf(decisionId, payload['groups'] as unknown as readonly QuotaLine[]);
  }

  /** Decisions that no entry of the log tells of; the commendation's are told by their own entry. */
  async strays(others: ReadonlySet<string>): Promise<StoredDifference[]> {
    return (await this.view.decisionIds()).filter((id) => !this.seen.has(id) && !others.has(id)).map((id) => ({ table: 'app.decision', row: id, path: '', stored: id, recomputed: null }));
  }

  private async quotasOf(decisionId: string, lines: readonly QuotaLine[]): Promise<StoredDifference[]> {
    if (lines.some((line) => line.places === undefined)) return []; // the first version kept the counts alone
    const { checks, quota: recomputed } = quotaAgain(lines);
    this.quotas.set(decisionId, { lines, checks });
    const { quota: stored } = await this.view.tx.decisions.get(decisionId);
    return rowDifferences('app.decision', decisionId, { quota: stored }, { quota: recomputed });
  }

  private async classified(decisionId: string, lines: readonly DecidedLine[]): Promise<StoredDifference[]> {
    for (const line of lines) this.results.set(line.review, this.derive(decisionId, line));
    const differences = await this.linesOf(decisionId, lines.map((line) => ({ ...line, level: this.results.get(line.review)!.level, verdict: this.verdictOf(line) })));
    const quotas = this.quotas.get(decisionId);
    this.quotas.delete(decisionId);
    return [...differences, ...(quotas ? this.placesFit(decisionId, quotas.lines) : [])];
  }

  /** The lines of a decision as they are to be stored. */
  async linesOf(decisionId: string, lines: readonly Pick<DecidedLine, 'review' | 'level' | 'state' | 'verdict' | 'reason'>[]): Promise<StoredDifference[]> {
    const stored = await this.view.tx.decisions.lines(decisionId);
    return lines.flatMap((line, index) => {
      const { reviewId = null, level = null, nonLevel = null, verdict = null, reason = null } = stored[index] ?? {};
      return rowDifferences('app.decision_line', `${decisionId} ${index + 1}`, { review: reviewId, level, state: nonLevel, verdict, reason }, { review: line.review, level: line.level, state: line.state, verdict: line.verdict, reason: line.reason });
    });
  }

  /** A level out of what the log says it rests on. */
  derive(decisionId: string, line: DecidedLine): RecomputedResult {
    const { level, state, subject, facts, duty } = line;
    if (!subject || level === null) return { level, state, ceiling: null, proof: null, derived: false };
    const quotas = this.quotas.get(decisionId);
    const input: ClassificationInput = {
      subject,
      facts: facts ?? {},
      ...(duty && { duty: { ...duty, notEvaluated: [] } }),
      votes: (line.ballots ?? []).flatMap((ballotId) => {
        const found = this.ballots.verdictOf(ballotId, line.review);
        return found ? [{ ballotId, ...found }] : [];
      }),
      quotas: (line.quotas ?? []).flatMap((index): QuotaEvidence[] => {
        const [one, check] = [quotas?.lines[index], quotas?.checks[index]];
        return one && check ? [{ quota: resolved(one), group: one.group, check }] : [];
      }),
      decision: { decisionId, clause: null, level, ground: line.ground ?? null },
    };
    const result = classify(input, this.compiled);
    return { level: result.level, state: result.state, ceiling: result.ceiling, proof: result.proof as unknown as Json, derived: true };
  }

  /** The verdict a line is held against: of the ballot that carried it. */
  private verdictOf(line: DecidedLine): Level | null {
    const ballotId = line.ballots?.at(-1);
    return ballotId === undefined ? line.verdict : (this.ballots.verdictOf(ballotId, line.review)?.verdict.level ?? null);
  }

  /**
   * Whoever is counted at a level holds it by the decisions so far.
   * @param levelOf what a subject has at this point of the log, by review id
   */
  placesFit(decisionId: string, lines: readonly QuotaLine[], levelOf = (review: string): Level | null => this.results.get(review)?.level ?? null): StoredDifference[] {
    return lines.flatMap(({ quota, group, places }, index) =>
      ([['top', 1], ['second', 2]] as const).flatMap(([place, level]) =>
        places[place].flatMap((review): StoredDifference[] => {
          const held = levelOf(review);
          return held === level ? [] : [{ table: 'ledger.ledger_payload', row: `quota ${decisionId} ${quota} ${group ?? ''}`, path: `/groups/${index}/places/${place}/${review}`, stored: level, recomputed: held }];
        }),
      ),
    );
  }

  /** The decision itself, as the entry that issued it has it. */
  async issued(decisionId: string, payload: Payload): Promise<StoredDifference[]> {
    this.seen.add(decisionId);
    const { kind, number, decidedOn, meetingId, reason, document, contentHash } = await this.view.tx.decisions.get(decisionId);
    const of = (key: string): Json => payload[key] ?? null;
    return rowDifferences('app.decision', decisionId, { kind, number, decidedOn, meeting: meetingId, reason, document, sha256: contentHash }, { kind: of('kind'), number: of('number'), decidedOn: of('decidedOn'), meeting: of('meeting'), reason: of('reason'), document: of('document'), sha256: of('sha256') });
  }
}

/** Checks of a decision's quotas made again from who is counted where, and how the decision keeps them. */
export function quotaAgain(lines: readonly QuotaLine[]): { readonly checks: readonly QuotaCheck[]; readonly quota: Json[] } {
  const checks = lines.map((line) => checkQuota(countOf(line.places), resolved(line)));
  const quota = lines.map((line, index): Json => {
    const { mark: _mark, places: _places, ...kept } = line;
    const { count, ceiling, used, headroom, breach, excess } = checks[index]!;
    return { ...(kept as unknown as Payload), count: { ...count }, ceiling: { ...ceiling }, used, headroom: { ...headroom }, breach, excess };
  });
  return { checks, quota };
}

function countOf({ top, second, outside, undecided }: Places) {
  return { top: top.length, second: second.length, outside: outside.length, undecided: undecided.length };
}

function resolved({ quota, rate, base, rounding, groupBy, excludeHeads, enforcement, special, clause, mark }: QuotaLine) {
  return { id: quota, rate, specialRate: null, special: special !== null, base, rounding, groupBy, excludeHeads, enforcement, source: clause, mark };
}
