import { addDays, AppError } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type CycleEffect, type OpenCycles } from '../organisation/open-cycles.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type LeavingCause } from '../ports/people.store.js';
import { type Grounds } from '../ports/tree.store.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { assertNotAhead, beginChange, cellOn, insertDecision, type PersonGrounds } from './change-of-person.js';

export interface PersonChangeAnswer {
  readonly changeId: string;
  readonly postsEnded: number;
  readonly cycles: readonly CycleEffect[];
}

/** Where a person belongs: transfer to another cell, leaving the Party. */
export class ChangeMembershipService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly cycles: OpenCycles,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Out of one cell on the day before, into another on the day. Posts of the old cell end with the membership.
   * @throws AppError MEMBER.UNCHANGED, CHANGED_LATER, NOT_A_MEMBER_THEN, DATE_AHEAD, ORGANISATION.NOT_A_CELL, NOT_IN_FORCE (conflict), ACCESS.*
   */
  async transfer(actor: Actor, memberCode: string, to: string, grounds: Grounds): Promise<PersonChangeAnswer> {
    const on = grounds.effectiveOn;
    assertNotAhead(this.clock, on);
    return this.uow.run(async (tx) => {
      const { member, memberships, here, recorded } = await beginChange(tx, this.access, actor, ['member.change'], memberCode, on, this.clock, this.ids);
      const cell = await cellOn(tx, to, on);
      await this.access.assertWithin(actor, 'member.change', cell.id);
      if (cell.id === here.organisationId) throw new AppError('MEMBER.UNCHANGED', 'conflict', 'The member belongs to that cell already', { organisation: to, since: here.from });
      const later = memberships.find((entry) => entry.from >= on);
      if (later) throw new AppError('MEMBER.CHANGED_LATER', 'conflict', 'A later membership is recorded', { on, later: later.from });

      await insertDecision(tx, actor, member, 'TRANSFER', grounds, { from: here.organisationCode, to }, recorded);
      await tx.people.setDates('MEMBERSHIP', here.id, here.from, addDays(on, -1), recorded);
      await tx.people.addMembership(member.id, cell.id, on, here.to, recorded);
      const postsEnded = await tx.people.endPosts(member.id, on, recorded, here.organisationId);
      const moved = { memberId: member.id, memberCode: member.code, from: here.organisationCode, to };
      for (const org of [here.organisationCode, to]) {
        tx.ledger.append({
          type: 'member.transferred',
          org,
          payload: { by: actedBy(actor), member: member.id, from: here.organisationCode, to, effectiveOn: on, decision: grounds.decision, document: grounds.document, change: recorded.changeId, reason: grounds.reason },
        });
      }
      return { changeId: recorded.changeId, postsEnded, cycles: await this.cycles.followMembers(tx, actor, [moved], { ...grounds, changeId: recorded.changeId }) };
    });
  }

  /** Death, expulsion, striking off, own wish: membership and posts end on the day before. */
  async leave(actor: Actor, memberCode: string, cause: LeavingCause, grounds: PersonGrounds): Promise<PersonChangeAnswer> {
    const on = grounds.effectiveOn;
    assertNotAhead(this.clock, on);
    return this.uow.run(async (tx) => {
      const { member, memberships, here, recorded } = await beginChange(tx, this.access, actor, ['member.change'], memberCode, on, this.clock, this.ids);
      const later = memberships.find((entry) => entry.from >= on);
      if (later) throw new AppError('MEMBER.CHANGED_LATER', 'conflict', 'A later membership is recorded', { on, later: later.from });
      await insertDecision(tx, actor, member, 'LEFT', grounds, { cause }, recorded);
      await tx.people.setDates('MEMBERSHIP', here.id, here.from, addDays(on, -1), recorded);
      await tx.people.addPeriod(member.id, { kind: 'LEFT_PARTY', organisationId: null, from: on, to: null, cause }, recorded);
      const postsEnded = await tx.people.endPosts(member.id, on, recorded);
      tx.ledger.append({
        type: 'member.left',
        org: here.organisationCode,
        payload: { by: actedBy(actor), member: member.id, cause, effectiveOn: on, decision: grounds.decision, document: grounds.document, change: recorded.changeId, reason: grounds.reason },
      });
      return { changeId: recorded.changeId, postsEnded, cycles: await this.cycles.followLeaving(tx, actor, member.id, here.organisationCode, { ...grounds, changeId: recorded.changeId }) };
    });
  }
}
