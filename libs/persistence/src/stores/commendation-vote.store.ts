import { type CommendationVote, CommendationVoteStore } from '@binhxet/application';
import { AppError, type VoteEntry, type VoteResult } from '@binhxet/domain';
import { json, type Sql } from '../sql.js';

export class PgCommendationVoteStore extends CommendationVoteStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async insert(vote: Omit<CommendationVote, 'state' | 'attempt' | 'results'>): Promise<void> {
    await this.sql.query(
      `insert into ballot.commendation_vote (id, cycle_id, superior_id, organisation_id, held_on, state, cases, chair_id, teller_ids, counted_body, present, majority, created_at)
       values ($1,$2,$3,$4,$5,'COUNTING',$6,$7,$8,$9,$10,$11,$12)`,
      [vote.id, vote.cycleId, vote.superiorId, vote.organisationId, vote.heldOn, vote.cases, vote.chairId, vote.tellerIds, vote.countedBody, vote.present, json(vote.majority), vote.createdAt],
    );
  }

  async lock(voteId: string): Promise<CommendationVote> {
    const [row] = await this.sql.query<CommendationVote>(
      `select id, cycle_id as "cycleId", superior_id as "superiorId", organisation_id as "organisationId", to_char(held_on, 'YYYY-MM-DD') as "heldOn", state, cases, chair_id as "chairId",
         teller_ids as "tellerIds", counted_body as "countedBody", present, majority, attempt, results, created_at as "createdAt"
       from ballot.commendation_vote where id = $1 for update`,
      [voteId],
    );
    if (!row) throw new AppError('COMMENDATION.VOTE_NOT_FOUND', 'not-found', 'There is no such vote', { voteId });
    return row;
  }

  async insertCount(voteId: string, tellerId: string, attempt: number, entry: VoteEntry, at: Date): Promise<boolean> {
    const rows = await this.sql.query(
      'insert into ballot.commendation_count (vote_id, teller_id, attempt, counts, entered_at) values ($1,$2,$3,$4,$5) on conflict do nothing returning vote_id',
      [voteId, tellerId, attempt, json(entry), at],
    );
    return rows.length === 1;
  }

  async counts(voteId: string, attempt: number): Promise<{ tellerId: string; entry: VoteEntry }[]> {
    return this.sql.query(`select teller_id as "tellerId", counts as entry from ballot.commendation_count where vote_id = $1 and attempt = $2 order by entered_at`, [voteId, attempt]);
  }

  async nextAttempt(voteId: string): Promise<void> {
    await this.sql.query('update ballot.commendation_vote set attempt = attempt + 1 where id = $1', [voteId]);
  }

  async settle(voteId: string, results: readonly VoteResult[], at: Date): Promise<void> {
    await this.sql.query(`update ballot.commendation_vote set state = 'TALLIED', results = $2, tallied_at = $3 where id = $1`, [voteId, json(results), at]);
  }
}
