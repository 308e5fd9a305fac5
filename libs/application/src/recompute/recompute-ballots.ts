import { type Json, type Level, type LevelMajority, levelVerdict, type LevelVerdict, ranksOf } from '@binhxet/domain';
import { type TallyRow } from '../ports/ballot.store.js';
import { type LedgerRecord, type RecordView } from '../ports/records.port.js';
import { type StoredDifference, rowDifferences } from './difference.js';

export const BALLOT_TYPES = ['ballot.opened', 'ballot.tallied'] as const;

interface Opened {
  readonly majority: LevelMajority;
  readonly countedBody: number;
  readonly clause: string;
}
interface TalliedRow {
  readonly review: string;
  readonly votes: readonly number[];
  readonly blank: number;
  readonly invalid: number;
  readonly verdict: Level | null;
}

/** A verdict that the log gives, with the clause of its majority. */
export interface RecomputedVerdict {
  readonly verdict: LevelVerdict;
  readonly clause: string;
}

/** Tallies again: rule and counted body as the ballot was opened with, votes as both tellers counted them. */
export class BallotRecords {
  private readonly opened = new Map<string, Opened>();
  private readonly verdicts = new Map<string, RecomputedVerdict>();
  private readonly seen = new Set<string>();

  constructor(private readonly view: RecordView) {}

  verdictOf(ballotId: string, reviewId: string): RecomputedVerdict | undefined {
    return this.verdicts.get(`${ballotId} ${reviewId}`);
  }

  async take({ type, payload }: LedgerRecord & { readonly payload: { readonly [key: string]: Json } }): Promise<StoredDifference[]> {
    const ballotId = String(payload['ballot']);
    if (type === 'ballot.opened') {
      await this.open(ballotId, payload);
      return [];
    }
    this.seen.add(ballotId);
    const stored = new Map(((await this.view.tallies([ballotId])).get(ballotId) ?? []).map((row) => [row.reviewId, row]));
    const { totals } = await this.view.tx.ballots.get(ballotId);
    const rows = payload['rows'] as unknown as readonly TalliedRow[];
    return [
      ...rowDifferences('ballot.ballot', ballotId, { totals: totals as unknown as Json }, { totals: payload['totals'] ?? null }),
      ...(await this.entries(ballotId, payload, rows)),
      ...rows.flatMap((row) => this.compare(ballotId, row, stored.get(row.review))),
      ...[...stored.keys()].filter((review) => !rows.some((row) => row.review === review)).map((review) => ({ table: 'ballot.tally', row: `${ballotId} ${review}`, path: '', stored: review, recomputed: null })),
    ];
  }

  /** What each teller counted is what the log says both agreed on. */
  private async entries(ballotId: string, payload: { readonly [key: string]: Json }, rows: readonly TalliedRow[]): Promise<StoredDifference[]> {
    const attempt = Number(payload['attempt']);
    const agreed = { ...(payload['totals'] as { readonly [key: string]: Json }), rows: rows.map(({ review, votes, blank, invalid }): Json => ({ review, votes: [...votes], blank, invalid })) };
    const entries = await this.view.tx.ballots.entries(ballotId, attempt);
    const entryOf = new Map(entries.map(({ tellerId, entry }) => [tellerId, entry]));
    return (payload['tellers'] as readonly string[]).flatMap((teller): StoredDifference[] => {
      const row = `${ballotId} ${teller} ${attempt}`;
      const entry = entryOf.get(teller);
      if (!entry) return [{ table: 'ballot.paper_entry', row, path: '', stored: null, recomputed: agreed }];
      const { distributed, returned, valid, invalid, subjects } = entry;
      const byReview = new Map(subjects.map((one) => [one.subjectId, one]));
      const counted = rows.map(({ review, votes: agreedVotes }): Json => {
        const one = byReview.get(review);
        return one ? { review, votes: ranksOf(agreedVotes.length).map((level) => one.counts[String(level)] ?? 0), blank: one.blank, invalid: one.invalidForSubject } : null;
      });
      return rowDifferences('ballot.paper_entry', row, { distributed, returned, valid, invalid, rows: counted }, agreed);
    });
  }

  /** Tallies that no entry of the log tells of. */
  async strays(): Promise<StoredDifference[]> {
    return (await this.view.talliedBallots()).filter((id) => !this.seen.has(id)).map((id) => ({ table: 'ballot.tally', row: id, path: '', stored: id, recomputed: null }));
  }

  /** Entries of the first version name the clause alone: the rule is then the one pinned with the ballot. */
  private async open(ballotId: string, payload: { readonly [key: string]: Json }): Promise<void> {
    const named = payload['majority'] as LevelMajority | undefined;
    const pinned = named ? null : (await this.view.tx.ballots.get(ballotId)).rule;
    this.opened.set(ballotId, { majority: named ?? pinned!.majority, countedBody: Number(payload['countedBody']), clause: String(payload['majorityClause'] ?? pinned?.majoritySource) });
  }

  private compare(ballotId: string, row: TalliedRow, stored: TallyRow | undefined): StoredDifference[] {
    const key = `${ballotId} ${row.review}`;
    const opened = this.opened.get(ballotId);
    if (!opened) return [{ table: 'ledger.ledger_entry', row: ballotId, path: '/ballot.opened', stored: null, recomputed: ballotId }];
    const counts = Object.fromEntries(ranksOf(row.votes.length).map((level) => [level, row.votes[level - 1] ?? 0])) as Record<Level, number>;
    const verdict = levelVerdict(counts, opened.countedBody, opened.majority);
    this.verdicts.set(key, { verdict, clause: opened.clause });
    const recomputed: { readonly [column: string]: Json } = {
      votes: [...row.votes],
      blank: row.blank,
      invalid: row.invalid,
      verdict: verdict.level,
      proof: { outcome: verdict.outcome, countedBody: verdict.countedBody, clause: opened.clause, tests: verdict.tests as unknown as Json },
    };
    if (!stored) return [{ table: 'ballot.tally', row: key, path: '', stored: null, recomputed }];
    const { votes, blank, invalid, verdict: level, proof } = stored;
    return [
      ...rowDifferences('ballot.tally', key, { votes: [...votes], blank, invalid, verdict: level, proof }, recomputed),
      ...rowDifferences('ledger.ledger_payload', `ballot.tallied ${key}`, { verdict: row.verdict }, { verdict: verdict.level }),
    ];
  }
}
