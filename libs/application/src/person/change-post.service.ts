import { addDays, AppError, type BodyKind, type LegalDate, type PostKind } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { BODIES_OF } from '../import/check-people.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type OrganisationRef, type Grounds } from '../ports/tree.store.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { assertNotAhead, beginChange, insertDecision, overlaps } from './change-of-person.js';

export interface PostRef {
  readonly organisation: string;
  readonly body: BodyKind;
  readonly post: PostKind;
}

/** Posts of a person in bodies of any organisation of the tree. */
export class ChangePostService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @throws AppError MEMBER.BODY_NOT_ALLOWED, POST_HELD, HEAD_DUPLICATE, NOT_A_MEMBER_THEN, DATE_AHEAD, ORGANISATION.NOT_IN_FORCE (conflict), ACCESS.*
   */
  async appoint(actor: Actor, memberCode: string, ref: PostRef & { readonly isHead: boolean }, grounds: Grounds): Promise<{ readonly changeId: string }> {
    const on = grounds.effectiveOn;
    assertNotAhead(this.clock, on);
    return this.uow.run(async (tx) => {
      const { member, recorded } = await beginChange(tx, this.access, actor, ['member.change'], memberCode, on, this.clock, this.ids);
      const organisation = await this.organisation(tx, actor, ref.organisation, on);
      const allowed = BODIES_OF[organisation.role];
      if (!allowed.includes(ref.body)) throw new AppError('MEMBER.BODY_NOT_ALLOWED', 'conflict', 'An organisation of this role has no such body', { body: ref.body, role: organisation.role, allowed: [...allowed] });
      const fromNow = { from: on, to: null };
      const held = (await tx.people.posts(member.id)).find((entry) => entry.organisationId === organisation.id && entry.body === ref.body && entry.post === ref.post && overlaps(entry, fromNow));
      if (held) throw new AppError('MEMBER.POST_HELD', 'conflict', 'The member holds this post already', { from: held.from, to: held.to });
      const head = ref.isHead ? (await tx.people.heads(organisation.id, ref.body)).find((entry) => overlaps(entry, fromNow)) : undefined;
      if (head) throw new AppError('MEMBER.HEAD_DUPLICATE', 'conflict', 'The body has another head: relieve them first', { memberId: head.memberId, from: head.from, to: head.to });
      await insertDecision(tx, actor, member, 'APPOINT', grounds, { ...ref }, recorded);
      await tx.people.addPost(member.id, { organisationId: organisation.id, body: ref.body, post: ref.post, isHead: ref.isHead, from: on, to: null }, recorded);
      this.record(tx, actor, member.id, ref, 'APPOINTED', grounds, recorded.changeId);
      return { changeId: recorded.changeId };
    });
  }

  /** @param grounds `effectiveOn`: the first day out of office. @throws AppError MEMBER.POST_NOT_HELD (conflict), ACCESS.* */
  async relieve(actor: Actor, memberCode: string, ref: PostRef, grounds: Grounds): Promise<{ readonly changeId: string }> {
    const on = grounds.effectiveOn;
    assertNotAhead(this.clock, on);
    return this.uow.run(async (tx) => {
      const { member, recorded } = await beginChange(tx, this.access, actor, ['member.change'], memberCode, on, this.clock, this.ids);
      const organisation = await this.organisation(tx, actor, ref.organisation, on);
      const held = (await tx.people.posts(member.id)).find(
        (entry) => entry.organisationId === organisation.id && entry.body === ref.body && entry.post === ref.post && entry.from < on && (entry.to === null || entry.to >= on),
      );
      if (!held) throw new AppError('MEMBER.POST_NOT_HELD', 'conflict', 'The member does not hold this post on that day', { on });
      await insertDecision(tx, actor, member, 'RELIEVE', grounds, { ...ref }, recorded);
      await tx.people.setDates('POST', held.id, held.from, addDays(on, -1), recorded);
      this.record(tx, actor, member.id, ref, 'RELIEVED', grounds, recorded.changeId);
      return { changeId: recorded.changeId };
    });
  }

  private async organisation(tx: Tx, actor: Actor, code: string, on: LegalDate): Promise<OrganisationRef> {
    const organisation = (await tx.tree.refs([code], on)).get(code);
    if (!organisation) throw new AppError('ORGANISATION.NOT_IN_FORCE', 'conflict', 'The organisation did not exist on that day', { code, on });
    await this.access.assertWithin(actor, 'member.change', organisation.id);
    return organisation;
  }

  private record(tx: Tx, actor: Actor, memberId: string, ref: PostRef & { readonly isHead?: boolean }, effect: string, grounds: Grounds, change: string): void {
    tx.ledger.append({
      type: 'member.post-changed',
      org: ref.organisation,
      payload: { by: actedBy(actor), member: memberId, effect, body: ref.body, post: ref.post, head: ref.isHead ?? null, effectiveOn: grounds.effectiveOn, decision: grounds.decision, document: grounds.document, change, reason: grounds.reason },
    });
  }
}
