import { appealWorkflowId } from '@binhxet/contracts';
import { AppError, appealWindow, isWithinWindow, type OrgRole } from '@binhxet/domain';
import { notFound, type SubtreeReader } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Scope } from '../access/scope.js';
import { cycleDate, endOfDay } from '../cycle/cycle-time.js';
import { type AppealKind } from '../ports/appeal.store.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type Rules } from '../ports/rules.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { holdersOf } from '../task/task-holders.js';
import { authorityOf } from './authority.js';
import { caseTimes, daysOf } from './case-time.js';

export interface FiledAppeal {
  readonly caseId: string;
  /** Filed after the last day: it is received, and may not be admitted. */
  readonly late: boolean;
}

/** What a person brings against a result: a contribution, stored whether or not the engine is there; its workflow follows. */
export class FileAppealService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly subtree: SubtreeReader,
    private readonly scope: Scope,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly options: { readonly publicUrl: string },
  ) {}

  /**
   * @param reviewId result of the subject themselves or of somebody within the same superior
   * @throws AppError ACCESS.NOT_FOUND, APPEAL.RESULT_NOT_NOTIFIED, APPEAL.OPEN_ALREADY (conflict)
   * Source: process.md section 8
   */
  file(actor: Actor, reviewId: string, kind: AppealKind, grounds: string): Promise<FiledAppeal> {
    return this.uow.run(async (tx) => {
      const filerId = actor.memberId;
      if (filerId === null) throw notFound();
      const review = await tx.reviews.get(reviewId);
      if (!(await this.mayFile(actor, review.superiorId))) throw notFound();
      const cycle = await tx.cycles.get(review.cycleId);
      const decision = await tx.decisions.latestOn(reviewId);
      if (!['NOTIFIED', 'CLOSED'].includes(review.state) || !decision) {
        throw new AppError('APPEAL.RESULT_NOT_NOTIFIED', 'conflict', 'There is no notified result to appeal against', { state: review.state, accepted: ['NOTIFIED', 'CLOSED'] });
      }
      const book = this.rules.forCycle(cycle);
      const now = this.clock.now();
      const on = cycleDate(cycle, now);
      const window = appealWindow(book.calendars, decision.decidedOn, daysOf(book.settings, 'appeal.windowWorkingDays'));
      const authorityId = await authorityOf(tx, cycle, review, book.settings);
      const authority = await tx.cycles.unit(cycle.id, authorityId);
      const times = caseTimes(book, 'appeal.handlingWorkingDays', on);
      const id = this.ids.next();
      const late = !isWithinWindow(window, on);
      const entry = tx.ledger.append({
        type: 'appeal.lodged',
        cycleId: cycle.id,
        org: authority.code,
        prev: await tx.trail.ofDecision(cycle.id, decision.id),
        payload: {
          // Who denounces is not named in the log.
          by: kind === 'DENUNCIATION' ? { withheld: true } : actedBy(actor),
          case: id,
          kind,
          review: reviewId,
          decision: decision.id,
          effectiveOn: on,
          window: { days: window.days, lastOn: window.lastOn },
          late,
        },
      });
      await tx.appeals.insert({
        id,
        cycleId: cycle.id,
        superiorId: cycle.superiorId,
        reviewId,
        authorityId,
        kind,
        state: 'RECEIVED',
        filedBy: actor.accountId,
        filerId,
        filedOn: on,
        grounds,
        windowDays: window.days,
        windowLastOn: window.lastOn,
        // What comes late may still be answered: its evidence ends with the case.
        evidenceUntil: window.lastOn && !late ? endOfDay(window.lastOn) : null,
        ...times,
        ledgerEntry: entry,
        openedAt: now,
      });
      await tx.caseFile.addAct({ caseId: id, act: 'FILE', before: null, after: 'RECEIVED', by: kind === 'DENUNCIATION' ? null : filerId, reason: null, document: null, on, ledgerEntry: entry, at: now });
      await tx.tasks.open(
        [
          {
            kind: 'HANDLE_APPEAL',
            cycleId: cycle.id,
            superiorId: cycle.superiorId,
            organisationId: authorityId,
            stepId: null,
            refId: id,
            holder: holdersOf('HANDLE_APPEAL', (await tx.organisations.byId(authorityId)).role as OrgRole),
            dueAt: times.dueAt,
            facts: { kind, year: cycle.ratingYear },
          },
        ],
        now,
      );
      tx.outbox.start(appealWorkflowId(id), 'appeal', {
        cycleId: cycle.id,
        orgId: authorityId,
        orgCode: authority.code,
        year: cycle.ratingYear,
        packId: book.rating.id,
        clock: cycle.clock,
        pageUrl: `${this.options.publicUrl}/appeals/${id}`,
        caseId: id,
      });
      return { caseId: id, late };
    });
  }

  /** Membership or post anywhere within the superior: one's own result, or a colleague's. */
  private async mayFile(actor: Actor, superiorId: string): Promise<boolean> {
    for (const organisationId of this.scope.organisations(actor)) if (await this.subtree.isWithin(organisationId, [superiorId])) return true;
    return false;
  }
}
