import { type Level } from '@binhxet/domain';
import { type BallotKind, type VerdictRow } from '../ports/ballot.store.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook, type Rules } from '../ports/rules.port.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { type QuotaGroup, quotaGroups } from './quota-groups.js';
import { type QuotaProposals, quotaProposals } from './quota-proposals.js';
import { grantsOf, type SpecialGrants } from './special-rates.js';

const VOTES: readonly BallotKind[] = ['COMMITTEE_DECISION', 'STANDING_DECISION', 'CELL_MEMBER_LEVEL'];

export interface QuotaHeadroom {
  /** By what is decided: bounds while subjects are open. */
  readonly decided: readonly QuotaGroup[];
  /** As if every vote of the deciding body were decided as it fell. */
  readonly projected: readonly QuotaGroup[];
  /** One smallest set of changes where those votes break a quota. */
  readonly proposals: QuotaProposals;
}

/** Headroom of the groups that the people or units of one organisation count in, wherever they are decided. */
export interface LiveHeadroom {
  readonly decided: readonly QuotaGroup[];
  /** As if what bodies have proposed or verified so far were decided. */
  readonly proposed: readonly QuotaGroup[];
  /** Reviews held at the organisation itself. */
  readonly ownReviewIds: ReadonlySet<string>;
}

/** What a body decides, loaded once. */
export interface QuotaMatter {
  readonly cycle: CycleRow;
  readonly book: RuleBook;
  readonly reviews: readonly ReviewRow[];
  readonly units: ReadonlyMap<string, UnitRow>;
  readonly grants: SpecialGrants;
}

/** Headroom of the quotas a body has to keep, live. */
export class QuotaBoard {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
  ) {}

  /** @param organisationId whose body decides */
  forUnit(cycleId: string, organisationId: string): Promise<QuotaHeadroom> {
    return this.uow.run(async (tx) => {
      const matter = await quotaMatter(tx, this.rules, cycleId, organisationId);
      const votes = await votesOf(tx, matter, organisationId);
      const { book, reviews, units, grants, cycle } = matter;
      const projected = quotaGroups(book, reviews, units, levelsOf(votes), grants);
      return { decided: quotaGroups(book, reviews, units, undefined, grants), projected, proposals: await quotaProposals(tx, cycle, reviews, votes, projected) };
    });
  }

  /** Quotas of the superior itself: organisations and their collectives. */
  async forCycle(cycleId: string): Promise<QuotaHeadroom> {
    const { superiorId } = await this.uow.run((tx) => tx.cycles.get(cycleId));
    return this.forUnit(cycleId, superiorId);
  }

  /**
   * Before a body votes: what is left in every group that its own subjects count in. Counts only, of the whole group.
   * @param organisationId where the subjects are reviewed, a cell for instance
   */
  liveFor(cycleId: string, organisationId: string): Promise<LiveHeadroom> {
    return this.uow.run(async (tx) => {
      const own = await tx.reviews.atOrganisation(cycleId, organisationId);
      const ownReviewIds = new Set(own.map((review) => review.id));
      const touches = (group: QuotaGroup): boolean => group.reviewIds.some((id) => ownReviewIds.has(id));
      const [decided, proposed]: [QuotaGroup[], QuotaGroup[]] = [[], []];
      for (const deciderId of new Set(own.map((review) => review.deciderId))) {
        const { book, reviews, units, grants } = await quotaMatter(tx, this.rules, cycleId, deciderId);
        decided.push(...quotaGroups(book, reviews, units, undefined, grants).filter(touches));
        proposed.push(...quotaGroups(book, reviews, units, proposedLevels(reviews), grants).filter(touches));
      }
      return { decided, proposed, ownReviewIds };
    });
  }
}

/** @param organisationId whose body decides */
export async function quotaMatter(tx: Tx, rules: Rules, cycleId: string, organisationId: string): Promise<QuotaMatter> {
  const cycle = await tx.cycles.get(cycleId);
  return {
    cycle,
    book: rules.forCycle(cycle),
    reviews: await tx.reviews.decidedBy(cycleId, organisationId),
    units: await unitsBelow(tx, cycleId, organisationId),
    grants: grantsOf(await tx.decisions.ofOrganisation(cycleId, organisationId)),
  };
}

/** The body's votes on what is still open. */
export function votesOf(tx: Tx, { cycle, reviews }: QuotaMatter, organisationId: string): Promise<VerdictRow[]> {
  const open = reviews.filter((review) => review.decidedLevel === null).map((review) => review.id);
  return tx.ballots.verdicts(cycle.id, organisationId, open, VOTES);
}

export function levelsOf(votes: readonly VerdictRow[]): Map<string, Level> {
  return new Map(votes.flatMap((row): [string, Level][] => (row.verdict === null ? [] : [[row.reviewId, row.verdict]])));
}

/** What bodies have proposed or verified so far. */
export function proposedLevels(reviews: readonly ReviewRow[]): Map<string, Level> {
  return new Map(reviews.flatMap((review): [string, Level][] => {
    const level = review.verifiedLevel ?? review.proposedLevel;
    return level === null ? [] : [[review.id, level]];
  }));
}

/** The organisation and the two levels below it, by id: as far down as one body decides. */
export async function unitsBelow(tx: Tx, cycleId: string, organisationId: string): Promise<Map<string, UnitRow>> {
  const units = new Map([[organisationId, await tx.cycles.unit(cycleId, organisationId)]]);
  for (const child of await tx.cycles.children(cycleId, organisationId)) {
    units.set(child.organisationId, child);
    if (child.role === 'SUBCOMMITTEE_ORG') for (const cell of await tx.cycles.children(cycleId, child.organisationId)) units.set(cell.organisationId, cell);
  }
  return units;
}
