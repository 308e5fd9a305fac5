import {
  type BallotChange,
  type BallotKind,
  type BallotMethod,
  type BallotRow,
  type BallotRule,
  BallotStore,
  type BallotTotals,
  type NewBallot,
  type PaperEntry,
  type TallyRow,
  type VerdictRow,
} from '@binhxet/application';
import { AppError, ballotMachine, type BallotState, type Json, type Level } from '@binhxet/domain';
import { insertRows, json, type Sql } from '../sql.js';

interface BallotRecord {
  id: string;
  meeting_id: string;
  cycle_id: string;
  superior_id: string;
  organisation_id: string;
  ordinal: number;
  kind: BallotKind;
  method: BallotMethod;
  channel: 'PAPER';
  state: BallotState;
  round: number;
  supersedes: string | null;
  subjects: string[];
  rule: BallotRule;
  entitled: number | null;
  counted_body: number | null;
  present: number | null;
  step_id: string | null;
  attempt: number;
  totals: BallotTotals | null;
  reason: string | null;
  version: number;
}

const toRow = (r: BallotRecord): BallotRow => ({
  id: r.id,
  meetingId: r.meeting_id,
  cycleId: r.cycle_id,
  superiorId: r.superior_id,
  organisationId: r.organisation_id,
  ordinal: r.ordinal,
  kind: r.kind,
  method: r.method,
  channel: r.channel,
  state: r.state,
  round: r.round,
  supersedes: r.supersedes,
  subjects: r.subjects,
  rule: r.rule,
  entitled: r.entitled,
  countedBody: r.counted_body,
  present: r.present,
  stepId: r.step_id,
  attempt: r.attempt,
  totals: r.totals,
  reason: r.reason,
  version: r.version,
});

const CHANGE_COLUMNS: Readonly<Record<keyof BallotChange, string>> = {
  method: 'method',
  subjects: 'subjects',
  entitled: 'entitled',
  countedBody: 'counted_body',
  present: 'present',
  stepId: 'step_id',
  attempt: 'attempt',
  totals: 'totals',
  reason: 'reason',
};

interface TallyRecord {
  review_id: string;
  votes: number[];
  blank: number;
  invalid: number;
  verdict: Level | null;
  proof: Json;
}
const toTally = (r: TallyRecord): TallyRow => ({ reviewId: r.review_id, votes: r.votes, blank: r.blank, invalid: r.invalid, verdict: r.verdict, proof: r.proof });

export class PgBallotStore extends BallotStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async insert(ballots: readonly NewBallot[]): Promise<void> {
    await insertRows(
      this.sql,
      'ballot.ballot',
      ['id', 'meeting_id', 'cycle_id', 'superior_id', 'organisation_id', 'ordinal', 'kind', 'method', 'channel', 'state', 'round', 'supersedes', 'subjects', 'rule'],
      ballots.map((b) => [b.id, b.meetingId, b.cycleId, b.superiorId, b.organisationId, b.ordinal, b.kind, b.method, 'PAPER', ballotMachine.initial, b.round, b.supersedes, b.subjects, json(b.rule)]),
    );
  }

  get(ballotId: string): Promise<BallotRow> {
    return this.one(ballotId, '');
  }

  lock(ballotId: string): Promise<BallotRow> {
    return this.one(ballotId, 'for update');
  }

  private async one(ballotId: string, suffix: string): Promise<BallotRow> {
    const [row] = await this.sql.query<BallotRecord>(`select * from ballot.ballot where id = $1 ${suffix}`, [ballotId]);
    if (!row) throw new AppError('BALLOT.NOT_FOUND', 'not-found', 'There is no such ballot', { ballotId });
    return toRow(row);
  }

  async ofMeeting(meetingId: string): Promise<BallotRow[]> {
    const rows = await this.sql.query<BallotRecord>('select * from ballot.ballot where meeting_id = $1 order by ordinal, round', [meetingId]);
    return rows.map(toRow);
  }

  async move(ballot: BallotRow, to: BallotState, change: BallotChange = {}): Promise<BallotRow> {
    ballotMachine.move(ballot.state, to);
    return this.update(ballot, to, change);
  }

  change(ballot: BallotRow, change: BallotChange): Promise<BallotRow> {
    return this.update(ballot, ballot.state, change);
  }

  private async update(ballot: BallotRow, state: BallotState, change: BallotChange): Promise<BallotRow> {
    const params: unknown[] = [ballot.id, ballot.version, state];
    const sets = (Object.keys(change) as (keyof BallotChange)[])
      .filter((key) => change[key] !== undefined)
      .map((key) => `, ${CHANGE_COLUMNS[key]} = $${params.push(key === 'totals' ? json(change[key]) : change[key])}`)
      .join('');
    const [row] = await this.sql.query<BallotRecord>(`update ballot.ballot set state = $3, version = version + 1${sets} where id = $1 and version = $2 returning *`, params);
    if (!row) throw new AppError('RECORD.CHANGED', 'stale', 'The ballot was moved in between', { ballotId: ballot.id, expectedVersion: ballot.version });
    return toRow(row);
  }

  async insertEntry(ballotId: string, tellerId: string, attempt: number, entry: PaperEntry, at: Date): Promise<boolean> {
    const rows = await this.sql.query(
      'insert into ballot.paper_entry (ballot_id, teller_id, attempt, totals, entered_at) values ($1,$2,$3,$4,$5) on conflict do nothing returning attempt',
      [ballotId, tellerId, attempt, json(entry), at],
    );
    return rows.length === 1;
  }

  async entries(ballotId: string, attempt: number): Promise<{ readonly tellerId: string; readonly entry: PaperEntry }[]> {
    const rows = await this.sql.query<{ teller_id: string; totals: PaperEntry }>('select teller_id, totals from ballot.paper_entry where ballot_id = $1 and attempt = $2 order by teller_id', [ballotId, attempt]);
    return rows.map((r) => ({ tellerId: r.teller_id, entry: r.totals }));
  }

  async hasEntries(ballotId: string): Promise<boolean> {
    const rows = await this.sql.query('select 1 as one from ballot.paper_entry where ballot_id = $1 limit 1', [ballotId]);
    return rows.length === 1;
  }

  async insertTally(ballotId: string, rows: readonly TallyRow[]): Promise<void> {
    await insertRows(
      this.sql,
      'ballot.tally',
      ['ballot_id', 'review_id', 'votes', 'blank', 'invalid', 'verdict', 'proof'],
      rows.map((row) => [ballotId, row.reviewId, row.votes, row.blank, row.invalid, row.verdict, json(row.proof)]),
    );
  }

  async tally(ballotId: string): Promise<TallyRow[]> {
    const rows = await this.sql.query<TallyRecord>('select review_id, votes, blank, invalid, verdict, proof from ballot.tally where ballot_id = $1 order by review_id', [ballotId]);
    return rows.map(toTally);
  }

  async verdicts(cycleId: string, organisationId: string, reviewIds: readonly string[], kinds: readonly BallotKind[]): Promise<VerdictRow[]> {
    const rows = await this.sql.query<TallyRecord & { ballot_id: string; meeting_id: string; kind: BallotKind; organisation_id: string }>(
      `select distinct on (t.review_id) t.review_id, t.votes, t.blank, t.invalid, t.verdict, t.proof, b.id as ballot_id, b.meeting_id, b.kind, b.organisation_id
       from app.meeting m join ballot.ballot b on b.meeting_id = m.id join ballot.tally t on t.ballot_id = b.id
       where m.cycle_id = $4 and m.organisation_id = $2 and m.state = 'CLOSED' and b.kind = any($3::text[]) and t.review_id = any($1::uuid[])
       order by t.review_id, m.created_at desc, b.round desc`,
      [reviewIds, organisationId, kinds, cycleId],
    );
    return rows.map((r) => ({ ...toTally(r), ballotId: r.ballot_id, meetingId: r.meeting_id, kind: r.kind, organisationId: r.organisation_id }));
  }
}
