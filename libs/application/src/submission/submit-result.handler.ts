import { type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError, type Json, type OrgRole, ratesKind } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { cycleDate } from '../cycle/cycle-time.js';
import { type Ids } from '../ports/clock.port.js';
import { type CommandRow } from '../ports/command.store.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { completeBodyStep } from '../step/body-step.js';
import { holdersOf } from '../task/task-holders.js';
import { countStates, propose } from './propose.js';
import { handInOwn, releaseVerification } from './new-organisation.js';
import { settleUnit } from './settle-unit.js';

const NON_LEVEL = ['EXEMPT', 'NOT_RATED', 'NOT_YET_RATED', 'TRANSFERRED_OUT', 'LEFT_PARTY', 'NOT_RATED_NEW', 'CLOSED'];

/** Hands a result upward: a cell to its committee, an organisation to its superior, a late review to the committee. */
export class SubmitResultHandler implements CommandHandler {
  readonly name = 'submitResult';
  constructor(
    private readonly rules: Rules,
    private readonly ids: Ids,
  ) {}

  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const cycle = await tx.cycles.get(command.cycleId);
    const unit = await tx.cycles.unit(command.cycleId, command.organisationId);
    if (command.workflowId.startsWith('late-review:')) return this.late(tx, command, unit, now);
    return command.workflowId.startsWith('cell-review:') ? this.cell(tx, command, cycle, unit, now) : this.organisation(tx, command, cycle, unit, now);
  }

  private async cell(tx: Tx, command: CommandRow, cycle: CycleRow, unit: UnitRow, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const reviews = await tx.reviews.atOrganisation(cycle.id, unit.organisationId);
    const organisation = reviews.find((review) => review.subjectKind === 'ORGANISATION');
    if (organisation ? organisation.state !== 'SELF_RATED' : this.ratesOrganisations(cycle)) throw notReady('the cell has not voted on its own level', { state: organisation?.state ?? null });
    const waiting = reviews.filter((review) => review.subjectKind === 'MEMBER' && review.state === 'READY');
    if (waiting.length > 0) throw notReady('members who are ready have not been reviewed', { reviews: waiting.length });

    await propose(tx, cycle, unit, reviews);
    if (organisation) await handInOwn(tx, this.rules, cycle, unit, organisation);
    const late = reviews.filter((review) => review.subjectKind === 'MEMBER' && review.state === 'WAITING_ABSENT').map((review) => review.id);
    const to = this.parent(unit);
    await this.record(tx, command, cycle, unit, to, reviews, now);
    await this.finish(tx, command, cycle, unit, to, now, { late: late.length, members: countStates(reviews) });
    return { lateReviewIds: late };
  }

  private async organisation(tx: Tx, command: CommandRow, cycle: CycleRow, unit: UnitRow, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const own = await tx.reviews.ofSubject(cycle.id, 'ORGANISATION', unit.organisationId);
    const proposesOnly = unit.role === 'SUBCOMMITTEE_ORG';
    if (!proposesOnly) {
      const open = (await tx.reviews.decidedBy(cycle.id, unit.organisationId)).filter((review) => !review.isHead && review.decidedLevel === null && review.nonLevel === null && !NON_LEVEL.includes(review.state));
      if (open.length > 0) throw notReady('lower results are not decided yet', { reviews: open.length });
    }
    if (own ? own.state !== 'SELF_RATED' : this.ratesOrganisations(cycle)) throw notReady('the organisation has no self-rating of this round', { state: own?.state ?? null });
    const rated = own !== null && (await handInOwn(tx, this.rules, cycle, unit, own));
    const to = this.parent(unit);
    const reviews = await tx.reviews.inUnit(cycle.id, unit.organisationId);
    await this.record(tx, command, cycle, unit, to, reviews, now);
    await this.finish(tx, command, cycle, unit, to, now, { members: countStates(reviews) });
    const verification = await tx.steps.find(cycle.id, to, 'VERIFICATION');
    if (verification && !rated) await releaseVerification(tx, verification.id, unit.organisationId, now);
    if (verification && own && rated) {
      const above = await tx.cycles.unit(cycle.id, to);
      await tx.tasks.open(
        [
          {
            kind: 'VERIFY_DOSSIER',
            cycleId: cycle.id,
            superiorId: cycle.superiorId,
            organisationId: to,
            stepId: verification.id,
            refId: own.id,
            holder: holdersOf('VERIFY_DOSSIER', above.role as OrgRole),
            dueAt: verification.dueAt,
          },
        ],
        now,
      );
    }
    return {};
  }

  private async late(tx: Tx, command: CommandRow, unit: UnitRow, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const cycle = await tx.cycles.get(command.cycleId);
    const review = await tx.reviews.get(command.workflowId.split(':').at(-1) ?? '');
    if (review.state !== 'REVIEWED') throw notReady('the late review has not been held', { state: review.state });
    await propose(tx, cycle, unit, [review]);
    tx.ledger.append({ type: 'late-review.closed', cycleId: cycle.id, org: unit.code, payload: { by: actedBy(command.actor), review: review.id, command: command.id, effectiveOn: cycleDate(cycle, now) } });
    const step = await tx.steps.find(cycle.id, unit.organisationId, 'SUBMISSION', review.id);
    if (step) await completeBodyStep(tx, step, command.actor.memberId, now);
    return {};
  }

  private async record(tx: Tx, command: CommandRow, cycle: CycleRow, unit: UnitRow, to: string, reviews: readonly ReviewRow[], now: Date): Promise<void> {
    const previous = await tx.submissions.latest(cycle.id, unit.organisationId);
    const summary = countStates(reviews);
    if (previous && previous.state !== 'RETURNED') throw new AppError('SUBMISSION.EXISTS', 'conflict', 'The result has been handed in', { round: previous.round, state: previous.state });
    await tx.submissions.insert(
      { id: this.ids.next(), cycleId: cycle.id, superiorId: cycle.superiorId, organisationId: unit.organisationId, toOrganisationId: to, round: (previous?.round ?? 0) + 1, state: 'SUBMITTED', summary, submittedBy: command.actor.accountId },
      now,
    );
  }

  private async finish(tx: Tx, command: CommandRow, cycle: CycleRow, unit: UnitRow, to: string, now: Date, payload: { readonly [key: string]: Json }): Promise<void> {
    tx.ledger.append({ type: 'result.submitted', cycleId: cycle.id, org: unit.code, payload: { by: actedBy(command.actor), command: command.id, workflow: command.workflowId, effectiveOn: cycleDate(cycle, now), ...payload } });
    await tx.tasks.endOfRef(unit.organisationId, 'DONE', now, ['ANSWER_RETURN']);
    // A returned result opens a meeting and a submission together: handing in again as it is ends both.
    for (const kind of ['MEETING', 'SUBMISSION'] as const) {
      const own = await tx.steps.find(cycle.id, unit.organisationId, kind, null, command.workflowId);
      if (own) await completeBodyStep(tx, own, command.actor.memberId, now);
    }
    await settleUnit(tx, cycle.id, to, unit.organisationId, now);
  }

  /** A pack may rate members alone: then no organisation votes on itself. */
  private ratesOrganisations(cycle: CycleRow): boolean {
    return ratesKind(this.rules.forCycle(cycle).rating, 'ORGANISATION');
  }

  private parent(unit: UnitRow): string {
    if (!unit.parentId) throw new AppError('SUBMISSION.NO_SUPERIOR', 'bug', 'There is nobody above to hand the result to', { organisation: unit.code });
    return unit.parentId;
  }
}

function notReady(message: string, facts: { readonly [key: string]: Json }): AppError {
  return new AppError('SUBMISSION.NOT_READY', 'conflict', message, facts);
}
