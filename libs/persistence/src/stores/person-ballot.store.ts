import { type NewPersonBallot, type PaperEntry, type PersonBallotChange, type PersonBallotRow, PersonBallotStore } from '@binhxet/application';
import { AppError, ballotMachine, type BallotState } from '@binhxet/domain';
import { json, type Sql } from '../sql.js';

const COLUMNS = `id, meeting_id as "meetingId", cycle_id as "cycleId", superior_id as "superiorId", organisation_id as "organisationId", ordinal, kind, title, document, method, state,
  persons, seats, rule, counted_body as "countedBody", entitled, present, attempt, totals, counts, result, reason, created_at as "createdAt", version`;

const CHANGED: Readonly<Record<keyof PersonBallotChange, { readonly column: string; readonly json?: true }>> = {
  method: { column: 'method' },
  countedBody: { column: 'counted_body' },
  entitled: { column: 'entitled' },
  present: { column: 'present' },
  attempt: { column: 'attempt' },
  totals: { column: 'totals', json: true },
  counts: { column: 'counts', json: true },
  result: { column: 'result', json: true },
  reason: { column: 'reason' },
};

export class PgPersonBallotStore extends PersonBallotStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async insert(b: NewPersonBallot): Promise<void> {
    await this.sql.query(
      `insert into ballot.person_ballot (id, meeting_id, cycle_id, superior_id, organisation_id, ordinal, kind, title, document, method, state, persons, seats, rule, created_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15)`,
      [b.id, b.meetingId, b.cycleId, b.superiorId, b.organisationId, b.ordinal, b.kind, b.title, b.document, b.method, ballotMachine.initial, b.persons, b.seats, json(b.rule), b.createdAt],
    );
  }

  async lock(ballotId: string): Promise<PersonBallotRow> {
    const [row] = await this.sql.query<PersonBallotRow>(`select ${COLUMNS} from ballot.person_ballot where id = $1 for update`, [ballotId]);
    if (!row) throw new AppError('BALLOT.NOT_FOUND', 'not-found', 'There is no such ballot', { ballotId });
    return row;
  }

  ofMeeting(meetingId: string): Promise<PersonBallotRow[]> {
    return this.sql.query<PersonBallotRow>(`select ${COLUMNS} from ballot.person_ballot where meeting_id = $1 order by ordinal`, [meetingId]);
  }

  talliedOfCycle(cycleId: string): Promise<PersonBallotRow[]> {
    return this.sql.query<PersonBallotRow>(`select ${COLUMNS} from ballot.person_ballot where cycle_id = $1 and result is not null order by id`, [cycleId]);
  }

  async move(ballot: PersonBallotRow, to: BallotState, change: PersonBallotChange = {}): Promise<PersonBallotRow> {
    ballotMachine.move(ballot.state, to);
    return this.update(ballot, to, change);
  }

  change(ballot: PersonBallotRow, change: PersonBallotChange): Promise<PersonBallotRow> {
    return this.update(ballot, ballot.state, change);
  }

  private async update(ballot: PersonBallotRow, state: BallotState, change: PersonBallotChange): Promise<PersonBallotRow> {
    const params: unknown[] = [ballot.id, ballot.version, state];
    const sets = (Object.keys(change) as (keyof PersonBallotChange)[])
      .map((key) => `, ${CHANGED[key].column} = $${params.push(CHANGED[key].json ? json(change[key]) : change[key])}`)
      .join('');
    const [row] = await this.sql.query<PersonBallotRow>(`update ballot.person_ballot set state = $3, version = version + 1${sets} where id = $1 and version = $2 returning ${COLUMNS}`, params);
    if (!row) throw new AppError('RECORD.CHANGED', 'stale', 'The ballot was moved in between', { ballotId: ballot.id, expectedVersion: ballot.version });
    return row;
  }

  async insertEntry(ballotId: string, tellerId: string, attempt: number, entry: PaperEntry, at: Date): Promise<boolean> {
    const rows = await this.sql.query(
      'insert into ballot.person_entry (ballot_id, teller_id, attempt, totals, entered_at) values ($1,$2,$3,$4,$5) on conflict do nothing returning attempt',
      [ballotId, tellerId, attempt, json(entry), at],
    );
    return rows.length === 1;
  }

  entries(ballotId: string, attempt: number): Promise<{ readonly tellerId: string; readonly entry: PaperEntry }[]> {
    return this.sql.query(`select teller_id as "tellerId", totals as entry from ballot.person_entry where ballot_id = $1 and attempt = $2 order by teller_id`, [ballotId, attempt]);
  }
}
