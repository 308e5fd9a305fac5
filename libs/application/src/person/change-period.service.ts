import { addDays, AppError, type LegalDate, type Permission } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type MemberPeriodKind } from '../import/import-columns.js';
import { type OpenCycles } from '../organisation/open-cycles.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { assertNotAhead, beginChange, cellOn, insertDecision, overlaps, type PersonGrounds } from './change-of-person.js';
import { type PersonChangeAnswer } from './change-membership.service.js';

/** Leaving has a route of its own: it ends the membership. */
export const PERIOD_KINDS = ['EXEMPTED', 'SUSPENDED', 'SUSPENDED_FROM_COMMITTEE', 'PROSECUTED', 'SICK_LEAVE', 'MATERNITY_LEAVE', 'TEMPORARY_ELSEWHERE'] as const satisfies readonly MemberPeriodKind[];
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** The inspection commission records what follows from discipline. Source: process.md section 11 */
const BY_DISCIPLINE: readonly PeriodKind[] = ['SUSPENDED', 'SUSPENDED_FROM_COMMITTEE', 'PROSECUTED'];

/** Dated states of a person: exemption, suspension, leave, activity elsewhere for a time. */
export class ChangePeriodService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly cycles: OpenCycles,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @param period `to` null: goes on; `organisation`: the other cell of TEMPORARY_ELSEWHERE, only there
   * @throws AppError MEMBER.PERIODS_OVERLAP, NOT_A_MEMBER_THEN, DATE_AHEAD, UNCHANGED (conflict), DATES_REVERSED (invalid), ORGANISATION.*, ACCESS.*
   */
  async begin(actor: Actor, memberCode: string, period: { readonly kind: PeriodKind; readonly to: LegalDate | null; readonly organisation: string | null }, grounds: PersonGrounds): Promise<PersonChangeAnswer> {
    const from = grounds.effectiveOn;
    assertNotAhead(this.clock, from);
    if (period.to !== null && period.to < from) throw new AppError('MEMBER.DATES_REVERSED', 'invalid', 'The last day lies before the first', { from, to: period.to });
    return this.uow.run(async (tx) => {
      const { member, here, recorded } = await beginChange(tx, this.access, actor, permissionsFor(period.kind), memberCode, from, this.clock, this.ids);
      const elsewhere = period.organisation === null ? null : await cellOn(tx, period.organisation, from);
      if ((period.kind === 'TEMPORARY_ELSEWHERE') !== (elsewhere !== null) || elsewhere?.id === here.organisationId) {
        throw new AppError('MEMBER.UNCHANGED', 'conflict', 'Temporary activity names another cell, other periods name none', { kind: period.kind, organisation: period.organisation });
      }
      const clash = (await tx.people.periods(member.id)).find((entry) => entry.kind === period.kind && overlaps(entry, { from, to: period.to }));
      if (clash) throw new AppError('MEMBER.PERIODS_OVERLAP', 'conflict', 'A period of this kind is recorded for these days', { kind: period.kind, from: clash.from, to: clash.to });
      await insertDecision(tx, actor, member, 'PERIOD_BEGAN', grounds, { kind: period.kind, to: period.to, organisation: period.organisation }, recorded);
      await tx.people.addPeriod(member.id, { kind: period.kind, organisationId: elsewhere?.id ?? null, from, to: period.to, cause: null }, recorded);
      tx.ledger.append({
        type: 'member.period-changed',
        org: here.organisationCode,
        payload: { by: actedBy(actor), member: member.id, kind: period.kind, change: recorded.changeId, effect: 'BEGAN', from, to: period.to, organisation: period.organisation, decision: grounds.decision, document: grounds.document, reason: grounds.reason },
      });
      return { changeId: recorded.changeId, postsEnded: 0, cycles: await this.cycles.followPeriods(tx, actor, member.id, here.organisationCode, { ...grounds, changeId: recorded.changeId }) };
    });
  }

  /** @param grounds `effectiveOn`: the first day without it */
  async end(actor: Actor, memberCode: string, kind: PeriodKind, grounds: PersonGrounds): Promise<PersonChangeAnswer> {
    const on = grounds.effectiveOn;
    assertNotAhead(this.clock, on);
    return this.uow.run(async (tx) => {
      const { member, here, recorded } = await beginChange(tx, this.access, actor, permissionsFor(kind), memberCode, on, this.clock, this.ids);
      const open = (await tx.people.periods(member.id)).find((entry) => entry.kind === kind && entry.from < on && (entry.to === null || entry.to >= on));
      if (!open) throw new AppError('MEMBER.PERIOD_NOT_OPEN', 'conflict', 'No such period is under way on that day', { kind, on });
      await insertDecision(tx, actor, member, 'PERIOD_ENDED', grounds, { kind }, recorded);
      await tx.people.setDates('PERIOD', open.id, open.from, addDays(on, -1), recorded);
      tx.ledger.append({
        type: 'member.period-changed',
        org: here.organisationCode,
        payload: { by: actedBy(actor), member: member.id, kind, change: recorded.changeId, effect: 'ENDED', from: open.from, to: addDays(on, -1), decision: grounds.decision, document: grounds.document, reason: grounds.reason },
      });
      return { changeId: recorded.changeId, postsEnded: 0, cycles: await this.cycles.followPeriods(tx, actor, member.id, here.organisationCode, { ...grounds, changeId: recorded.changeId }) };
    });
  }
}

const permissionsFor = (kind: PeriodKind): readonly Permission[] => (BY_DISCIPLINE.includes(kind) ? ['member.change', 'discipline.record'] : ['member.change']);
