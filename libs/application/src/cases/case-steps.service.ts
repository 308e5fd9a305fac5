import { type CaseStepKind, type CloseCause, type StepRef } from '@binhxet/contracts';
import { appealCaseMachine, type NoticeKind, type OrgRole, reevaluationCaseMachine } from '@binhxet/domain';
import { type Notice, notify } from '../notification/notify.js';
import { type Clock } from '../ports/clock.port.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { LEADING_POSTS } from '../step/body-step.js';
import { holdersOf } from '../task/task-holders.js';
import { tellConcerned } from './appeal-act.js';

/** When a case is to be settled, and until when evidence is taken. */
export interface CaseInstants {
  readonly id: string;
  readonly dueAt: Date | null;
  readonly remindAt: readonly Date[];
  readonly escalateAt: readonly Date[];
  readonly evidenceUntil: Date | null;
  readonly evidenceClosed: boolean;
}

/** What both kinds of cases have for their workflows. */
interface CaseAtHand extends CaseInstants {
  readonly cycleId: string | null;
  readonly superiorId: string;
  readonly authorityId: string;
  readonly open: boolean;
}

/** What the workflow of a case asks beside the acts of people: its deadline, its window, its end. All safe to repeat. */
export class CaseStepsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  open(caseId: string, kind: CaseStepKind): Promise<StepRef | null> {
    return this.uow.run(async (tx) => {
      const at = await caseAtHand(tx, caseId, kind);
      return at.open ? caseStep(at, kind) : null;
    });
  }

  /** The window of evidence passes: one update of the case's row, so that evidence is in before the cut or refused. */
  close(caseId: string, kind: CaseStepKind, cause: CloseCause): Promise<void> {
    return this.uow.run(async (tx) => {
      if (kind !== 'APPEAL_EVIDENCE') return;
      const row = await tx.appeals.lock(caseId);
      if (row.evidenceClosedAt !== null) return;
      const entry = tx.ledger.append({ type: 'appeal.evidence-closed', cycleId: row.cycleId, org: await codeOf(tx, row.authorityId), prev: row.ledgerEntry, payload: { case: caseId, cause, lastOn: row.windowLastOn } });
      await tx.appeals.change(row, { evidenceClosedAt: this.clock.now(), ledgerEntry: entry });
    });
  }

  remind(caseId: string, kind: CaseStepKind, nth: number): Promise<void> {
    return this.uow.run(async (tx) => {
      const at = await caseAtHand(tx, caseId, kind);
      if (!at.open || !(await counted(tx, caseId, kind, nth, 'reminded'))) return;
      notify(tx.outbox, await leadersOf(tx, at.authorityId, this.clock.now()), notice(at, kind, 'CASE_REMINDED'));
      tx.ledger.append({ type: 'deadline.reminded', cycleId: at.cycleId, org: await codeOf(tx, at.authorityId), payload: { kind, case: caseId, nth } });
    });
  }

  /** First to the authority itself, then above it, where there is somebody. */
  escalate(caseId: string, kind: CaseStepKind, nth: number): Promise<void> {
    return this.uow.run(async (tx) => {
      const at = await caseAtHand(tx, caseId, kind);
      if (!at.open || !(await counted(tx, caseId, kind, nth, 'escalated'))) return;
      const authority = await tx.organisations.byId(at.authorityId);
      const to = nth > 1 && authority.parentId !== null ? authority.parentId : authority.id;
      const now = this.clock.now();
      await tx.tasks.open(
        [
          {
            kind: 'HANDLE_ESCALATION',
            cycleId: at.cycleId,
            superiorId: at.superiorId,
            organisationId: to,
            stepId: null,
            refId: caseId,
            holder: holdersOf('HANDLE_ESCALATION', (to === authority.id ? authority : await tx.organisations.byId(to)).role as OrgRole),
            dueAt: at.dueAt,
            facts: { kind, nth },
          },
        ],
        now,
      );
      notify(tx.outbox, await leadersOf(tx, to, now), notice(at, kind, 'CASE_ESCALATED'));
      tx.ledger.append({ type: 'deadline.escalated', cycleId: at.cycleId, org: authority.code, payload: { kind, case: caseId, nth } });
    });
  }

  /** The outcome is recorded: the case ends, its tasks with it, and those concerned are told. */
  end(caseId: string, kind: CaseStepKind): Promise<void> {
    return this.uow.run(async (tx) => {
      const now = this.clock.now();
      if (kind === 'REEVALUATION') return endReevaluation(tx, caseId, now);
      const row = await tx.appeals.lock(caseId);
      if (row.state === 'CLOSED') return;
      const [review, cycle] = [await tx.reviews.get(row.reviewId), await tx.cycles.get(row.cycleId)];
      const entry = tx.ledger.append({ type: 'appeal.closed', cycleId: row.cycleId, org: await codeOf(tx, row.authorityId), prev: row.ledgerEntry, payload: { case: caseId, outcome: row.state } });
      await tx.appeals.move(row, 'CLOSED', { closedAt: now, ledgerEntry: entry, ...(row.evidenceClosedAt === null && { evidenceClosedAt: now }) });
      await tx.tasks.endOfRef(caseId, 'DONE', now);
      tellConcerned(tx, { row, review, cycle }, row.state);
    });
  }
}

/** Instants of a case as its workflow awaits them; null: the window of evidence is closed. */
export function caseStep(at: CaseInstants, kind: CaseStepKind): StepRef | null {
  if (kind === 'APPEAL_EVIDENCE' && at.evidenceClosed) return null;
  const iso = (instants: readonly Date[]): string[] => instants.map((one) => one.toISOString());
  const base = { stepId: `${at.id}:${kind}`, kind, refId: at.id, outstanding: 1 };
  return kind === 'APPEAL_EVIDENCE'
    ? { ...base, dueAt: null, closeAt: at.evidenceUntil?.toISOString() ?? null, remindAt: [], escalateAt: [] }
    : { ...base, dueAt: at.dueAt?.toISOString() ?? null, closeAt: null, remindAt: iso(at.remindAt), escalateAt: iso(at.escalateAt) };
}

async function endReevaluation(tx: Tx, caseId: string, now: Date): Promise<void> {
  const row = await tx.reevaluations.lock(caseId);
  if (row.state === 'CLOSED') return;
  const entry = tx.ledger.append({ type: 'reevaluation.closed', cycleId: row.cycleId, org: await codeOf(tx, row.authorityId), prev: row.ledgerEntry, payload: { case: caseId, outcome: row.state } });
  await tx.reevaluations.move(row, 'CLOSED', { closedAt: now, ledgerEntry: entry });
  await tx.tasks.endOfRef(caseId, 'DONE', now);
}

async function caseAtHand(tx: Tx, caseId: string, kind: CaseStepKind): Promise<CaseAtHand> {
  if (kind === 'REEVALUATION') {
    const row = await tx.reevaluations.lock(caseId);
    return { ...row, open: !reevaluationCaseMachine.isEnd(row.state), evidenceUntil: null, evidenceClosed: false };
  }
  const row = await tx.appeals.lock(caseId);
  return { ...row, open: !appealCaseMachine.isEnd(row.state), evidenceClosed: row.evidenceClosedAt !== null };
}

const counted = (tx: Tx, caseId: string, kind: CaseStepKind, nth: number, which: 'reminded' | 'escalated'): Promise<boolean> =>
  kind === 'REEVALUATION' ? tx.reevaluations.countReminder(caseId, nth, which) : tx.appeals.countReminder(caseId, nth, which);

const codeOf = async (tx: Tx, organisationId: string): Promise<string> => (await tx.organisations.byId(organisationId)).code;

async function leadersOf(tx: Tx, organisationId: string, now: Date): Promise<string[]> {
  const posts = await tx.organisations.postsOf([organisationId], now.toISOString().slice(0, 10));
  return posts.filter((post) => (LEADING_POSTS as readonly string[]).includes(post.post)).map((post) => post.memberId);
}

const notice = (at: CaseAtHand, kind: CaseStepKind, what: NoticeKind): Notice => ({
  kind: what,
  cycleId: at.cycleId ?? '',
  organisationId: at.authorityId,
  facts: { case: at.id, kind },
  href: kind === 'REEVALUATION' ? `/reevaluations/${at.id}` : `/appeals/${at.id}`,
});
