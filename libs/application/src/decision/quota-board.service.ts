import { type Level } from '@binhxet/domain';
import { type BallotKind } from '../ports/ballot.store.js';
import { type UnitRow } from '../ports/cycle.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { type QuotaGroup, quotaGroups } from './quota-groups.js';

const VOTES: readonly BallotKind[] = ['COMMITTEE_DECISION', 'STANDING_DECISION', 'CELL_MEMBER_LEVEL'];

export interface QuotaHeadroom {
  /** By what is decided: bounds while subjects are open. */
  readonly decided: readonly QuotaGroup[];
  /** As if every vote of the deciding body were decided as it fell. */
  readonly projected: readonly QuotaGroup[];
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
      const book = this.rules.forCycle(await tx.cycles.get(cycleId));
      const reviews = await tx.reviews.decidedBy(cycleId, organisationId);
      const units = await unitsBelow(tx, cycleId, organisationId);
      const open = reviews.filter((review) => review.decidedLevel === null).map((review) => review.id);
      const votes = await tx.ballots.verdicts(cycleId, organisationId, open, VOTES);
      const levels = new Map(votes.flatMap((row): [string, Level][] => (row.verdict === null ? [] : [[row.reviewId, row.verdict]])));
      return { decided: quotaGroups(book, reviews, units), projected: quotaGroups(book, reviews, units, levels) };
    });
  }

  /** Quotas of the superior itself: organisations and their collectives. */
  async forCycle(cycleId: string): Promise<QuotaHeadroom> {
    const { superiorId } = await this.uow.run((tx) => tx.cycles.get(cycleId));
    return this.forUnit(cycleId, superiorId);
  }
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
