import { reevaluationWorkflowId } from '@binhxet/contracts';
import { AppError, isLegalDate, legalDateOf, type OrgRole, reevaluationCaseMachine, type SubjectKind } from '@binhxet/domain';
import { type Access, notFound } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type StoredResult } from '../ports/history.store.js';
import { type DisciplineRecord } from '../ports/reevaluation.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { holdersOf } from '../task/task-holders.js';
import { caseTimes } from './case-time.js';

export interface OpenReevaluationInput {
  readonly subjectKind: SubjectKind;
  /** Member, or organisation (also for its collective). */
  readonly subjectId: string;
  readonly year: number;
  readonly discipline: DisciplineRecord;
  readonly grounds: string;
}

/** Seat of the direct superior: an organisation that decides like one. */
const SUPERIORS = ['SUPERIOR_ORG', 'PROVINCIAL_ORG'];

/** The direct superior opens a past year again after a discipline that is in force. Its workflow follows. */
export class OpenReevaluationService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly options: { readonly publicUrl: string },
  ) {}

  /**
   * @throws AppError ACCESS.DENIED, ACCESS.NOT_FOUND; REEVALUATION.NO_RESULT, REEVALUATION.YEAR_OPEN, REEVALUATION.OPEN_ALREADY,
   * REEVALUATION.NOT_IN_FORCE (conflict)
   * Source: HD 25-HD/BTCTW (2023), point 4.5; process.md section 8
   */
  async open(actor: Actor, input: OpenReevaluationInput): Promise<{ readonly caseId: string }> {
    const authorityId = await this.uow.run((tx) => directSuperior(tx, input, this.today()));
    if (authorityId === null) throw notFound();
    await this.access.assertLeads(actor, 'reevaluation.decide', authorityId);
    return this.uow.run(async (tx) => {
      const today = this.today();
      if (!isLegalDate(input.discipline.inForceOn) || input.discipline.inForceOn > today) {
        throw new AppError('REEVALUATION.NOT_IN_FORCE', 'conflict', 'A year is looked at again once the discipline is in force', { inForceOn: input.discipline.inForceOn, today });
      }
      const standing = await tx.history.standing(input.subjectKind, input.subjectId, input.year);
      if (!standing) throw await noResult(tx, input);
      const review = standing.reviewId === null ? null : await tx.reviews.get(standing.reviewId);
      if (review && review.state !== 'CLOSED') throw new AppError('REEVALUATION.YEAR_OPEN', 'conflict', 'The result of this year is not closed: it is appealed against', { state: review.state, year: input.year });
      return this.insert(tx, actor, input, authorityId, standing, today);
    });
  }

  private today(): string {
    return legalDateOf(this.clock.now().getTime());
  }

  private async insert(tx: Tx, actor: Actor, input: OpenReevaluationInput, authorityId: string, standing: StoredResult, today: string): Promise<{ readonly caseId: string }> {
    const now = this.clock.now();
    const cycle = standing.cycleId === null ? null : await tx.cycles.get(standing.cycleId);
    const authority = await tx.organisations.byId(authorityId);
    const times = cycle ? caseTimes(this.rules.forCycle(cycle), 'reevaluation.handlingWorkingDays', today) : { dueAt: null, remindAt: [], escalateAt: [] };
    const id = this.ids.next();
    const decision = standing.reviewId === null ? null : await tx.decisions.latestOn(standing.reviewId);
    const prev = cycle && decision ? await tx.trail.ofDecision(cycle.id, decision.id) : await tx.trail.ofImportedResult(standing.id);
    const entry = tx.ledger.append({
      type: 'reevaluation.opened',
      cycleId: cycle?.id ?? null,
      org: authority.code,
      prev,
      payload: {
        by: actedBy(actor),
        case: id,
        kind: input.subjectKind,
        subject: input.subjectId,
        year: input.year,
        pack: standing.packId,
        result: { history: standing.id, level: standing.level, state: standing.nonLevel, decision: standing.decisionNumber },
        discipline: input.discipline,
        effectiveOn: today,
      },
    });
    await tx.reevaluations.insert({
      id,
      superiorId: authorityId,
      authorityId,
      subjectKind: input.subjectKind,
      subjectId: input.subjectId,
      year: input.year,
      cycleId: cycle?.id ?? null,
      reviewId: standing.reviewId,
      historyId: standing.id,
      packId: standing.packId,
      state: reevaluationCaseMachine.initial,
      discipline: input.discipline,
      grounds: input.grounds,
      openedBy: actor.memberId,
      openedOn: today,
      ...times,
      oldLevel: standing.level,
      oldNonLevel: standing.nonLevel,
      ledgerEntry: entry,
      openedAt: now,
    });
    await tx.caseFile.addAct({ caseId: id, act: 'OPEN', before: null, after: 'OPENED', by: actor.memberId, reason: input.grounds, document: input.discipline.number, on: today, ledgerEntry: entry, at: now });
    await tx.tasks.open(
      [
        {
          kind: 'HANDLE_REEVALUATION',
          cycleId: cycle?.id ?? null,
          superiorId: authorityId,
          organisationId: authorityId,
          stepId: null,
          refId: id,
          holder: holdersOf('HANDLE_REEVALUATION', authority.role as OrgRole),
          dueAt: times.dueAt,
          facts: { year: input.year },
        },
      ],
      now,
    );
    tx.outbox.start(reevaluationWorkflowId(id), 'reevaluation', {
      // The business id of the period, whether or not it was run here.
      cycleId: cycle?.id ?? `${authority.code}.${input.year}`,
      orgId: authorityId,
      orgCode: authority.code,
      year: input.year,
      packId: standing.packId,
      clock: 'REAL', // its days are those on which people act now, not those of the year
      pageUrl: `${this.options.publicUrl}/reevaluations/${id}`,
      caseId: id,
    });
    return { caseId: id };
  }
}

async function noResult(tx: Tx, { subjectKind, subjectId, year }: OpenReevaluationInput): Promise<AppError> {
  const years = (await tx.history.ofSubjects(subjectKind, [subjectId], year - 10, year + 10)).map((row) => row.year);
  return new AppError('REEVALUATION.NO_RESULT', 'conflict', 'There is no standing result of this year', { year, years: [...new Set(years)] });
}

/** The nearest organisation above the subject that decides like a superior; null: the subject belongs nowhere today. */
async function directSuperior(tx: Tx, { subjectKind, subjectId }: OpenReevaluationInput, on: string): Promise<string | null> {
  let at = subjectKind === 'MEMBER' ? await tx.organisations.cellOf(subjectId, on) : subjectId;
  for (let first = subjectKind !== 'MEMBER'; at !== null; first = false) {
    const node = await tx.organisations.byId(at);
    if (!first && SUPERIORS.includes(node.role)) return node.id;
    at = node.parentId;
  }
  return null;
}
