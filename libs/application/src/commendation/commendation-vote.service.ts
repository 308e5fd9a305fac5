import { AppError, differingCases, type FieldError, isLegalDate, type VoteEntry, voteFaults, voteResults } from '@binhxet/domain';
import { type Access, notFound } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type CommendationVote } from '../ports/commendation-vote.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { voteMajority } from './vote-rule.js';

export interface HeldVote {
  readonly heldOn: string;
  readonly caseIds: readonly string[];
  /** Two, neither of them the chair. */
  readonly tellerIds: readonly string[];
  /** Voters in the room, each with one paper. */
  readonly present: number;
}

const COMMITTEES = ['STANDING_COMMITTEE', 'PARTY_COMMITTEE'];

/** The awarding body's vote on its cases, on paper: recorded by its leaders, counted by two tellers on their own. */
export class CommendationVoteService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws AppError COMMENDATION.NO_VOTE, COMMENDATION.NOT_VERIFIED (conflict), COMMENDATION.VOTE_INVALID (invalid), ACCESS.DENIED, ACCESS.NOT_FOUND */
  async open(actor: Actor, cycleId: string, held: HeldVote): Promise<{ readonly voteId: string }> {
    const { superiorId } = await this.uow.run((tx) => tx.cycles.get(cycleId));
    await this.access.assertLeads(actor, 'commendation.decide', superiorId);
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      const majority = voteMajority(this.rules.forCycle(cycle));
      if (!majority) throw new AppError('COMMENDATION.NO_VOTE', 'conflict', 'No rule and no setting asks for a vote', { settings: ['commendation.ballotMajority'] });
      const cases = await tx.commendations.lockMany(cycleId, held.caseIds);
      const early = cases.filter((row) => row.state !== 'VERIFIED');
      if (early.length > 0) throw new AppError('COMMENDATION.NOT_VERIFIED', 'conflict', 'The body votes on what was verified', { caseIds: early.map((row) => row.id) });
      const posts = isLegalDate(held.heldOn) ? await tx.organisations.postsOf([superiorId], held.heldOn) : [];
      const body = new Set(posts.filter((post) => COMMITTEES.includes(post.body)).map((post) => post.memberId));
      assertHeld(actor, held, body);
      const voteId = this.ids.secret();
      const now = this.clock.now();
      await tx.commendationVotes.insert({
        id: voteId,
        cycleId,
        superiorId,
        organisationId: superiorId,
        heldOn: held.heldOn,
        cases: held.caseIds,
        chairId: actor.memberId!,
        tellerIds: held.tellerIds,
        countedBody: body.size,
        present: held.present,
        majority,
        createdAt: now,
      });
      tx.ledger.append({
        type: 'commendation.vote-opened',
        cycleId,
        org: (await tx.cycles.unit(cycleId, superiorId)).code,
        payload: { by: actedBy(actor), vote: voteId, heldOn: held.heldOn, cases: [...held.caseIds], tellers: [...held.tellerIds], countedBody: body.size, present: held.present, majority: { ...majority.threshold, source: majority.source } },
      });
      await this.ask(tx, { id: voteId, cycleId, superiorId, tellerIds: held.tellerIds }, now);
      return { voteId };
    });
  }

  /**
   * One teller's count. With the second one, equal counts settle the vote; others are counted again by both.
   * @throws AppError COMMENDATION.VOTE_NOT_FOUND, BALLOT.NOT_TELLER (forbidden), BALLOT.COUNT_ENTERED, BALLOT.NOT_COUNTING (conflict), BALLOT.TALLY_INVALID (invalid)
   */
  count(actor: Actor, cycleId: string, voteId: string, entry: VoteEntry): Promise<{ readonly entered: number; readonly agreed: boolean | null; readonly differing: readonly string[] }> {
    return this.uow.run(async (tx) => {
      const vote = await tx.commendationVotes.lock(voteId);
      if (vote.cycleId !== cycleId) throw notFound();
      const teller = actor.memberId;
      if (teller === null || !vote.tellerIds.includes(teller)) throw new AppError('BALLOT.NOT_TELLER', 'forbidden', 'Only the two tellers enter counts');
      if (vote.state !== 'COUNTING') throw new AppError('BALLOT.NOT_COUNTING', 'conflict', 'The vote is tallied', { state: vote.state });
      const faults = voteFaults(entry, vote.cases, vote.present);
      if (faults.length > 0) throw new AppError('BALLOT.TALLY_INVALID', 'invalid', 'the counts contradict each other', { present: vote.present }, faults);
      const now = this.clock.now();
      if (!(await tx.commendationVotes.insertCount(voteId, teller, vote.attempt, entry, now))) throw new AppError('BALLOT.COUNT_ENTERED', 'conflict', 'This teller has entered this count', { attempt: vote.attempt });
      const org = (await tx.cycles.unit(cycleId, vote.superiorId)).code;
      // No figures: the other teller must not read them in the log.
      tx.ledger.append({ type: 'commendation.counted', cycleId, org, payload: { by: actedBy(actor), vote: voteId, attempt: vote.attempt } });
      await tx.tasks.done({ kind: 'COUNT_COMMENDATION', refId: voteId, memberId: teller }, teller, now);
      const [one, other] = await tx.commendationVotes.counts(voteId, vote.attempt);
      if (!one || !other) return { entered: 1, agreed: null, differing: [] };
      const differing = differingCases(one.entry, other.entry);
      if (differing.length > 0) {
        await tx.commendationVotes.nextAttempt(voteId);
        await this.ask(tx, vote, now);
        return { entered: 2, agreed: false, differing };
      }
      const results = voteResults(entry, vote.countedBody, vote.majority.threshold);
      await tx.commendationVotes.settle(voteId, results, now);
      const cases = await tx.commendations.lockMany(cycleId, vote.cases);
      await tx.commendations.setVote(cases, voteId);
      tx.ledger.append({
        type: 'commendation.vote-tallied',
        cycleId,
        org,
        payload: { vote: voteId, attempt: vote.attempt, countedBody: vote.countedBody, results: results.map(({ caseId, agree, disagree, blank, invalid, carried }) => ({ case: caseId, agree, disagree, blank, invalid, carried })) },
      });
      return { entered: 2, agreed: true, differing: [] };
    });
  }

  private ask(tx: Tx, vote: Pick<CommendationVote, 'id' | 'cycleId' | 'superiorId' | 'tellerIds'>, now: Date): Promise<void> {
    return tx.tasks.open(
      vote.tellerIds.map((memberId) => ({
        kind: 'COUNT_COMMENDATION',
        cycleId: vote.cycleId,
        superiorId: vote.superiorId,
        organisationId: vote.superiorId,
        stepId: null,
        refId: vote.id,
        holder: { memberId },
        dueAt: null,
      })),
      now,
    );
  }
}

function assertHeld(actor: Actor, held: HeldVote, body: ReadonlySet<string>): void {
  const errors: FieldError[] = [];
  if (!isLegalDate(held.heldOn)) errors.push({ pointer: '/heldOn', code: 'REQUEST.NOT_A_DATE' });
  if (held.tellerIds.length !== 2 || new Set(held.tellerIds).size !== 2) errors.push({ pointer: '/tellers', code: 'REQUEST.NOT_ACCEPTED', facts: { accepted: 2 } });
  // The chair is not a teller.
  if (actor.memberId === null || held.tellerIds.includes(actor.memberId)) errors.push({ pointer: '/tellers', code: 'MEETING.ROLE_INVALID' });
  if (held.present > body.size) errors.push({ pointer: '/present', code: 'TALLY.PRESENT_OVER_SUMMONED', facts: { inOffice: body.size } });
  if (errors.length > 0) throw new AppError('COMMENDATION.VOTE_INVALID', 'invalid', 'the vote is not recorded as it can have been held', { inOffice: body.size }, errors);
}
