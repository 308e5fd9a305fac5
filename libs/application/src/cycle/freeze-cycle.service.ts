import { AppError, type AuthorityRule, isCell, isGrassroots, opinionsDue, type OrgRole, type RatingPack, ratesKind, type Stay, type SubjectKind } from '@binhxet/domain';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type MemberNode, type OrganisationNode, type PostNode } from '../ports/organisation.store.js';
import { type NewReview, type OpinionRow } from '../ports/review.store.js';
import { type RuleBook, type Rules } from '../ports/rules.port.js';
import { opensEarly } from '../rules/open-pack.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { cycleDate } from './cycle-time.js';
import { type DutyOfMember, memberDuties, openingOf, spanOfCycle } from './member-duties.js';
import { contentHash } from './sha256.js';

const COMMITTEES = ['PARTY_COMMITTEE', 'STANDING_COMMITTEE', 'CELL_COMMITTEE'];

/** Freezes tree and rolls by hash and creates one review for every subject of the kinds that the pack rates. Safe to repeat: the second time it only counts. */
export class FreezeCycleService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  freeze(cycleId: string): Promise<{ readonly snapshotHash: string; readonly bodies: number; readonly members: number }> {
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      if (cycle.snapshotHash) {
        const units = await tx.cycles.units(cycleId);
        return { snapshotHash: cycle.snapshotHash, bodies: units.length, members: await tx.cycles.countRoll(cycleId) };
      }
      const book = this.rules.forCycle(cycle);
      const { rating } = book;
      // The tree of the opening day, as it was known at the opening: what is entered between that and now belongs to later. A cycle that
      // begins with the year takes the day its review opens, which is today.
      const known = opensEarly(cycle.plan) ? this.clock.now() : cycle.openedAt;
      const on = cycleDate(cycle, known);
      const nodes = await tx.organisations.subtree(cycle.superiorId, on, known);
      const root = nodes[0];
      if (!root) throw new AppError('ORGANISATION.NOT_FOUND', 'not-found', 'The superior has no version in force', { organisationId: cycle.superiorId, on });
      const cells = nodes.filter((node) => isCell(node.role as OrgRole));
      const [members, posts] = [await tx.organisations.membersOf(cells.map((cell) => cell.id), on, known), await tx.organisations.postsOf(nodes.map((node) => node.id), on, known)];

      const units = unitsOf(cycle, nodes, posts);
      const tree = new Map(units.map((unit) => [unit.organisationId, unit]));
      const duties = await memberDuties(tx, cycle, book, members, tree, on, known);
      const roll = duties.map((duty) => duty.row);
      const reviews = this.reviewsOf(cycle, units, tree, duties, posts, book);
      const opinions = await this.opinionsOf(tx, members, reviews, rating, on, cycle);

      await tx.years.clearProvisionalUnits(cycleId);
      await tx.cycles.insertUnits(units);
      await tx.cycles.insertRoll(roll);
      await tx.reviews.insert(reviews);
      await tx.reviews.insertOpinions(opinions);
      const snapshotHash = contentHash({
        cycle: cycleId,
        on,
        knownAt: known.toISOString(),
        organisations: units.map((unit) => ({ id: unit.organisationId, code: unit.code, role: unit.role, parent: unit.parentId, group: unit.quotaGroup })),
        members: roll.map((row) => ({ id: row.memberId, cell: row.organisationId, status: row.status, duty: row.duty })),
      });
      await tx.cycles.setSnapshot(cycleId, snapshotHash);
      tx.ledger.append({ type: 'snapshot.frozen', cycleId, org: root.code, payload: { effectiveOn: on, knownAt: known.toISOString(), sha256: snapshotHash, organisations: units.length, members: roll.length, reviews: reviews.length } });
      return { snapshotHash, bodies: units.length, members: roll.length };
    });
  }

  /** The tree of a cycle that begins with the year, as it stands then: for steps and tasks until the freeze. Safe to repeat. */
  prepare(cycleId: string): Promise<{ readonly bodies: number }> {
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      const known = await tx.cycles.units(cycleId);
      if (known.length > 0) return { bodies: known.length };
      const on = cycleDate(cycle, this.clock.now());
      const nodes = await tx.organisations.subtree(cycle.superiorId, on);
      const units = unitsOf(cycle, nodes, await tx.organisations.postsOf(nodes.map((node) => node.id), on));
      await tx.cycles.insertUnits(units);
      tx.ledger.append({ type: 'year.prepared', cycleId, org: nodes[0]?.code ?? null, payload: { effectiveOn: on, organisations: units.length } });
      return { bodies: units.length };
    });
  }

  private reviewsOf(cycle: CycleRow, units: readonly UnitRow[], tree: ReadonlyMap<string, UnitRow>, duties: readonly DutyOfMember[], posts: readonly PostNode[], book: RuleBook): NewReview[] {
    const { rating } = book;
    const heads = new Set(posts.filter((post) => post.isHead && COMMITTEES.concat('MEMBERS_MEETING').includes(post.body) && isGrassroots(tree.get(post.organisationId)?.role as OrgRole)).map((post) => `${post.memberId} ${post.organisationId}`));
    const base = { cycleId: cycle.id, superiorId: cycle.superiorId, nonLevel: null, nonLevelClause: null, isHead: false } as const;
    const reviews: NewReview[] = [];
    for (const unit of units) {
      if (unit.organisationId === cycle.superiorId) continue;
      const place = { organisationId: unit.organisationId, unitId: unit.unitId };
      for (const subjectKind of unit.hasCommittee ? (['COLLECTIVE', 'ORGANISATION'] as const) : (['ORGANISATION'] as const)) {
        if (!ratesKind(rating, subjectKind)) continue;
        reviews.push({ ...base, ...place, id: this.ids.next(), subjectKind, subjectId: unit.organisationId, deciderId: deciderOf(rating, subjectKind, unit, tree), state: 'NOT_STARTED' });
      }
    }
    for (const duty of ratesKind(rating, 'MEMBER') ? duties : []) {
      const { row } = duty;
      const cell = tree.get(row.organisationId);
      if (!cell) continue;
      reviews.push({
        ...base,
        id: this.ids.next(),
        subjectKind: 'MEMBER',
        subjectId: row.memberId,
        organisationId: row.organisationId,
        unitId: row.unitId,
        deciderId: deciderOf(rating, 'MEMBER', cell, tree),
        isHead: heads.has(`${row.memberId} ${row.unitId}`),
        ...openingOf(duty, book),
      });
    }
    return reviews;
  }

  /** Cells that the pack has asked for their opinion on members who are reviewed. Source: process.md §4 */
  private async opinionsOf(tx: Tx, members: readonly MemberNode[], reviews: readonly NewReview[], rating: RatingPack, on: string, cycle: CycleRow): Promise<OpinionRow[]> {
    const rules = rating.opinions ?? [];
    if (rules.length === 0) return [];
    const reviewOf = new Map(reviews.filter((review) => review.subjectKind === 'MEMBER' && review.state === 'NOT_STARTED').map((review) => [review.subjectId, review.id]));
    const former = new Map<string, Stay[]>();
    for (const stay of await tx.organisations.formerMemberships([...reviewOf.keys()], spanOfCycle(cycle).from, on)) {
      former.set(stay.memberId, [...(former.get(stay.memberId) ?? []), { organisationId: stay.organisationId, from: stay.fromOn, to: stay.toOn }]);
    }
    return members.flatMap((member) => {
      const reviewId = reviewOf.get(member.id);
      if (!reviewId) return [];
      const temporary = member.periods.flatMap((period): Stay[] =>
        period.kind === 'TEMPORARY_ELSEWHERE' && period.organisationId && inForce(period, on) ? [{ organisationId: period.organisationId, from: period.fromOn, to: period.toOn }] : [],
      );
      const due = opinionsDue({ cellId: member.organisationId, temporary, former: former.get(member.id) ?? [] }, rules, on, cycle.ratingYear);
      return due.map(({ organisationId }) => ({ id: this.ids.next(), reviewId, fromOrganisationId: organisationId, state: 'REQUESTED' as const }));
    });
  }
}

function unitsOf(cycle: CycleRow, nodes: readonly OrganisationNode[], posts: readonly PostNode[]): UnitRow[] {
  const withCommittee = new Set(posts.filter((post) => COMMITTEES.includes(post.body)).map((post) => post.organisationId));
  const unitOf = new Map<string, string | null>();
  return nodes.map((node, ordinal) => {
    // Parents come first, so the grassroots organisation above is known already.
    const unitId = isGrassroots(node.role as OrgRole) ? node.id : (unitOf.get(node.parentId ?? '') ?? null);
    unitOf.set(node.id, unitId);
    return {
      cycleId: cycle.id,
      organisationId: node.id,
      superiorId: cycle.superiorId,
      code: node.code,
      name: node.name,
      role: node.role,
      parentId: node.id === cycle.superiorId ? null : node.parentId,
      unitId,
      quotaGroup: node.quotaGroup,
      hasCommittee: withCommittee.has(node.id),
      ordinal,
      workflowId: null,
      workflow: null,
      phase: 'PLANNED',
    };
  });
}

const inForce = (period: { readonly fromOn: string; readonly toOn: string | null }, on: string): boolean => period.fromOn <= on && (period.toOn === null || period.toOn >= on);

/** The nearest organisation upward, the subject's own included, whose role the pack names as deciding. */
export function deciderOf(rating: RatingPack, subject: SubjectKind, unit: UnitRow, tree: ReadonlyMap<string, UnitRow>): string {
  const rule = (rating.authority ?? []).find((candidate: AuthorityRule) => candidate.subject === subject && candidate.subjectRoles.includes(unit.role as OrgRole));
  const roles = rule?.decides.value?.roles;
  if (!roles) throw new AppError('PACK.AUTHORITY_UNKNOWN', 'conflict', 'The pack does not say who decides this subject', { pack: rating.id, subject, role: unit.role });
  // A member's own cell may decide (a grassroots cell); an organisation never decides itself.
  for (let at = subject === 'MEMBER' ? unit : parentOf(unit, tree); at; at = parentOf(at, tree)) {
    if (roles.includes(at.role as OrgRole)) return at.organisationId;
  }
  throw new AppError('PACK.AUTHORITY_UNKNOWN', 'conflict', 'No organisation above holds a deciding role', { pack: rating.id, subject, role: unit.role, roles: [...roles] });
}

const parentOf = (unit: UnitRow, tree: ReadonlyMap<string, UnitRow>): UnitRow | undefined => (unit.parentId ? tree.get(unit.parentId) : undefined);
