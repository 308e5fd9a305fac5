import { AppError, type Level, type LegalDate } from '@binhxet/domain';
import { type Access, notFound } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { cycleDate } from '../cycle/cycle-time.js';
import { type Clock } from '../ports/clock.port.js';
import { type CycleRow } from '../ports/cycle.store.js';
import { type PaperRow, type ReviewRow } from '../ports/review.store.js';
import { type Rules } from '../ports/rules.port.js';
import { ranksOfBook } from '../rules/cycle-rules.js';
import { type StepRow } from '../ports/step.store.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';

export interface PaperDraft {
  readonly form: string;
  /** Section id of the form → text, NFC. */
  readonly sections: { readonly [section: string]: string };
  /** Section id → grade G1 … G4. */
  readonly grades: { readonly [section: string]: string };
  readonly selfLevel: Level | null;
}

export interface SubmittedPaper {
  readonly reviewId: string;
  readonly version: number;
  readonly submittedAt: Date;
  readonly late: boolean;
  readonly state: string;
  /** Left in the step after this one. */
  readonly outstanding: number;
}

/** Longest section, in characters. A paper book has two pages a section; this is forty. */
export const SECTION_LIMIT = 100_000;

/** A member's self-review or a collective's report: drafts, handing in, returning. Contributions of the data plane. */
export class WritePaperService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /**
   * Saves a draft. No ledger entry: a draft is nobody's record yet.
   * @param expectedVersion version the author saw last, 0 for none
   * @returns the new version
   * @throws AppError STEP.CLOSED, RECORD.CHANGED (stale), PAPER.SUBMITTED, PAPER.INVALID with field errors, ACCESS.*
   */
  save(actor: Actor, reviewId: string, draft: PaperDraft, expectedVersion: number): Promise<{ readonly version: number; readonly savedAt: Date }> {
    return this.uow.run(async (tx) => {
      const { review } = await this.mine(tx, actor, reviewId);
      const cycle = await tx.cycles.get(review.cycleId);
      await this.openStep(tx, review);
      this.assertFits(cycle, review, draft);
      const draftState = review.subjectKind === 'COLLECTIVE' ? 'REPORT_DRAFT' : 'SELF_REVIEW_DRAFT';
      if (review.state !== draftState) await this.beginDraft(tx, review, draftState);
      const now = this.clock.now();
      return { version: await tx.reviews.savePaper({ reviewId, ...draft }, expectedVersion, now), savedAt: now };
    });
  }

  /** Hands the draft in. The last statement settles the step: in before the cut, or refused as a whole. */
  submit(actor: Actor, reviewId: string, expectedVersion: number): Promise<SubmittedPaper> {
    return this.uow.run(async (tx) => {
      const { review } = await this.mine(tx, actor, reviewId);
      const step = await this.openStep(tx, review);
      const cycle = await tx.cycles.get(review.cycleId);
      const now = this.clock.now();
      const late = isLate(cycle, step, now);
      const to = review.subjectKind === 'COLLECTIVE' ? 'OPINIONS_PENDING' : 'SELF_REVIEW_SUBMITTED';
      const paper = await tx.reviews.submitPaper(reviewId, expectedVersion, now, late);
      if (paper.selfLevel === null) throw new AppError('PAPER.INVALID', 'invalid', 'A paper is handed in with a self-assigned level', {}, [{ pointer: '/selfLevel', code: 'PAPER.SELF_LEVEL_MISSING', facts: { accepted: [...ranksOfBook(this.rules.forCycle(cycle))] } }]);
      const moved = await tx.reviews.move(review, to, { selfLevel: paper.selfLevel });
      const unit = await tx.cycles.unit(review.cycleId, review.organisationId);
      tx.ledger.append({
        type: review.subjectKind === 'COLLECTIVE' ? 'collective-review.submitted' : 'self-review.submitted',
        cycleId: review.cycleId,
        org: unit.code,
        stepId: step.id,
        payload: { by: actedBy(actor), review: reviewId, version: paper.version, form: paper.form, sections: paper.sections, grades: paper.grades, selfLevel: paper.selfLevel, late, effectiveOn: cycleDate(cycle, now) },
      });
      await tx.tasks.done({ kind: review.subjectKind === 'COLLECTIVE' ? 'WRITE_COLLECTIVE_REVIEW' : 'WRITE_SELF_REVIEW', refId: reviewId }, actor.memberId, now);
      const settled = (await tx.steps.markDone(step.id, reviewId, now, late)) ? 1 : 0;
      const { outstanding, workflowId } = await tx.steps.settle(step.id, settled);
      if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId: step.id });
      return { reviewId, version: paper.version, submittedAt: now, late, state: moved.state, outstanding };
    });
  }

  /** The cell secretary gives a paper back; the step expects it again. */
  returnToAuthor(actor: Actor, reviewId: string, reason: string): Promise<{ readonly state: string }> {
    return this.uow.run(async (tx) => {
      const review = await tx.reviews.get(reviewId);
      if (review.subjectKind !== 'MEMBER') throw notFound();
      await this.access.assertLeads(actor, 'self-review.return', review.organisationId);
      const step = await this.openStep(tx, review);
      const moved = await tx.reviews.move(review, 'SELF_REVIEW_DRAFT');
      await tx.reviews.returnPaper(reviewId, reason);
      const now = this.clock.now();
      await tx.tasks.reopen({ kind: 'WRITE_SELF_REVIEW', refId: reviewId }, now);
      const unit = await tx.cycles.unit(review.cycleId, review.organisationId);
      tx.ledger.append({ type: 'self-review.returned', cycleId: review.cycleId, org: unit.code, stepId: step.id, payload: { by: actedBy(actor), review: reviewId, reason } });
      tx.outbox.job('notifications', 'paper-returned', { reviewId });
      await tx.steps.putBack(step.id, reviewId);
      return { state: moved.state };
    });
  }

  /** One's own review, or the collective one leads. To everybody else the paper does not exist. */
  private async mine(tx: Tx, actor: Actor, reviewId: string): Promise<{ review: ReviewRow }> {
    const review = await tx.reviews.get(reviewId).catch(() => null);
    if (!review) throw notFound();
    if (review.subjectKind === 'MEMBER') {
      if (actor.memberId !== review.subjectId) throw notFound();
    } else {
      await this.access.assertLeads(actor, 'collective-report.write', review.organisationId);
    }
    return { review };
  }

  private async openStep(tx: Tx, review: ReviewRow): Promise<StepRow> {
    const step =
      (await tx.steps.find(review.cycleId, review.organisationId, 'SELF_REVIEW')) ??
      (review.subjectKind === 'MEMBER'
        ? await tx.steps.find(review.cycleId, review.organisationId, 'LATE_SELF_REVIEW', review.id)
        : await tx.steps.find(review.cycleId, review.organisationId, 'COLLECTIVE_REPORT'));
    if (!step) throw new AppError('STEP.CLOSED', 'conflict', 'The step is closed: nothing more is accepted', { reviewId: review.id, state: review.state });
    return step;
  }

  private async beginDraft(tx: Tx, review: ReviewRow, draftState: string): Promise<void> {
    if (['SELF_REVIEW_SUBMITTED', 'OPINIONS_PENDING', 'READY'].includes(review.state)) {
      throw new AppError('PAPER.SUBMITTED', 'conflict', 'The paper has been handed in', { reviewId: review.id, state: review.state });
    }
    await tx.reviews.move(review, draftState);
  }

  private assertFits(cycle: CycleRow, review: ReviewRow, draft: PaperDraft): void {
    const book = this.rules.forCycle(cycle);
    const ranks = ranksOfBook(book);
    const forms = (book.rating.forms ?? []).filter((form) => form.subject === review.subjectKind);
    const form = forms.find((candidate) => candidate.id === draft.form);
    if (!form) throw new AppError('PAPER.INVALID', 'invalid', 'The pack has no such form for this subject', {}, [{ pointer: '/form', code: 'PAPER.FORM_UNKNOWN', facts: { accepted: forms.map((candidate) => candidate.id) } }]);
    const known = form.sections.map((section) => section.id);
    const graded = form.sections.filter((section) => section.graded).map((section) => section.id);
    const errors = [
      ...Object.keys(draft.sections).flatMap((id) => (known.includes(id) ? [] : [{ pointer: `/sections/${id}`, code: 'PAPER.SECTION_UNKNOWN', facts: { accepted: known } }])),
      ...Object.entries(draft.sections).flatMap(([id, text]) => (text.length > SECTION_LIMIT ? [{ pointer: `/sections/${id}`, code: 'PAPER.SECTION_TOO_LONG', facts: { limit: SECTION_LIMIT, length: text.length } }] : [])),
      ...Object.entries(draft.grades).flatMap(([id, grade]) =>
        !graded.includes(id) ? [{ pointer: `/grades/${id}`, code: 'PAPER.SECTION_NOT_GRADED', facts: { accepted: graded } }] : /^G[1-4]$/.test(grade) ? [] : [{ pointer: `/grades/${id}`, code: 'PAPER.GRADE_UNKNOWN', facts: { accepted: ['G1', 'G2', 'G3', 'G4'] } }],
      ),
      ...(draft.selfLevel === null || ranks.includes(draft.selfLevel) ? [] : [{ pointer: '/selfLevel', code: 'REQUEST.NOT_ACCEPTED', facts: { accepted: [...ranks] } }]),
    ];
    if (errors.length > 0) throw new AppError('PAPER.INVALID', 'invalid', 'The paper does not fit its form', {}, errors);
  }
}

export function isLate(cycle: CycleRow, step: Pick<StepRow, 'dueAt'>, now: Date): boolean {
  if (!step.dueAt) return false;
  const today: LegalDate = cycleDate(cycle, now);
  // `dueAt` is the midnight after the last day.
  return cycle.clock === 'DRIVEN' ? today > cycleDate({ clock: 'REAL', clockOn: null }, new Date(step.dueAt.getTime() - 1)) : now >= step.dueAt;
}

export type { PaperRow };
