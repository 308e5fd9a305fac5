import { type Actor, type CountRow } from '@binhxet/application';
import { type BodyRef, type CommandName, type CommandOutcome, type CommandRef, type StepRef } from '@binhxet/contracts';
import { type Json } from '@binhxet/domain';
import { newSecretId } from '@binhxet/platform';
import { type DataPlane } from './data-plane.js';

/** One voter's mark in these tests: every paper of a ballot says the same, unless a test says otherwise. */
export type Marks = (reviewId: string) => { readonly votes: readonly number[]; readonly blank?: number; readonly invalid?: number };

/** What people and the engine do around one body, in the order of a real meeting. Each act is one call, so a test can stop anywhere. */
export class BodyActs {
  constructor(
    readonly plane: DataPlane,
    readonly body: BodyRef,
  ) {}

  /** A person's request: stored as the gateway stores it, executed as the engine executes it. */
  async ask(actor: Actor, name: CommandName, payload: { readonly [key: string]: Json | undefined } = {}, ref: Omit<CommandRef, 'commandId'> = {}, commandId = newSecretId()): Promise<CommandOutcome> {
    const { cycleId, orgId: organisationId, workflowId } = this.body;
    await this.plane.uow.run((tx) => tx.commands.insert({ id: commandId, name, cycleId, organisationId, workflowId, actor, payload }, this.plane.time.now));
    return this.plane.engine[name](this.body, { commandId, ...ref });
  }

  open(kind: Parameters<DataPlane['engine']['openStep']>[1], refId?: string): Promise<StepRef | null> {
    return this.plane.engine.openStep(this.body, kind, refId);
  }

  /** Everybody on the roll is there, the named ones are excused. */
  async attend(actor: Actor, meetingId: string, absent: readonly string[] = []): Promise<void> {
    const roll = await this.plane.sql.query<{ id: string; code: string }>('select a.member_id as id, m.code from app.attendance a join app.member m on m.id = a.member_id where a.meeting_id = $1', [meetingId]);
    await this.plane.attendance.record(actor, meetingId, { rows: roll.map(({ id, code }) => ({ memberId: id, status: absent.includes(code) ? ('EXCUSED' as const) : ('PRESENT' as const) })) });
  }

  ballots(meetingId: string): Promise<{ id: string; kind: string; state: string; subjects: string[]; entitled: number | null; counted_body: number | null; attempt: number; round: number; method: string }[]> {
    return this.plane.sql.query('select id, kind, state, subjects, entitled, counted_body, attempt, round, method from ballot.ballot where meeting_id = $1 order by ordinal, round', [meetingId]);
  }

  /** One full count for a ballot in which `voters` papers come back valid. */
  count(voters: number, subjects: readonly string[], marks: Marks): { distributed: number; returned: number; valid: number; invalid: number; rows: CountRow[] } {
    return { distributed: voters, returned: voters, valid: voters, invalid: 0, rows: subjects.map((reviewId) => ({ reviewId, blank: 0, invalid: 0, ...marks(reviewId) })) };
  }

  /** Opens a ballot, closes it, both tellers count the same, it is tallied. */
  async hold(chair: Actor, tellers: readonly Actor[], meetingId: string, ballotId: string, marks: (voters: number) => Marks): Promise<void> {
    await this.ask(chair, 'openBallot', {}, { ballotId });
    await this.ask(chair, 'closeBallot', {}, { ballotId });
    const ballot = (await this.ballots(meetingId)).find((one) => one.id === ballotId)!;
    const voters = ballot.entitled ?? 0;
    for (const teller of tellers) await this.plane.counts.enter(teller, meetingId, ballotId, this.count(voters, ballot.subjects, marks(voters)));
    expect(await this.plane.engine.tallyBallot(ballotId)).toEqual({ agreed: true });
  }

  /** Drafts the minutes, has them signed by everybody concerned and closes the meeting. */
  async finish(chair: Actor, signatories: readonly Actor[], meetingId: string): Promise<void> {
    await this.ask(chair, 'draftMinutes', {}, { meetingId });
    const [minutes] = await this.plane.sql.query<{ hash: string }>('select content_hash as hash from app.minutes where meeting_id = $1 order by version desc limit 1', [meetingId]);
    for (const signatory of signatories) await this.plane.signatures.sign(signatory, meetingId, minutes?.hash ?? '');
    await this.plane.engine.closeMeeting(meetingId);
  }
}

/** All voters choose one level. @param level rank 1 … 4 */
export const unanimous =
  (level: (reviewId: string) => number) =>
  (voters: number): Marks =>
  (reviewId) => ({ votes: [1, 2, 3, 4].map((rank) => (rank === level(reviewId) ? voters : 0)) });
