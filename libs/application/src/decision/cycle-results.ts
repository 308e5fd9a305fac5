import { type CycleResults, cycleFacts, type FactValue, isCell, type Level, type OrgRole, type ResultCounts } from '@binhxet/domain';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { ENDED_STATES } from './decision-scope.js';

/** Gone from here: no part of what the organisation rests on. */
const GONE = ['TRANSFERRED_OUT', 'LEFT_PARTY', 'CANCELLED'];

/**
 * Reads what organisations and their collectives rest on: the results of this cycle, as decided or about to be.
 * @param levels levels that the decision under way gives, by review id
 */
export class CycleResultsReader {
  private readonly collectives = new Map<string, Level | null>();

  constructor(
    private readonly tx: Tx,
    private readonly cycle: CycleRow,
    reviews: readonly ReviewRow[],
    private readonly levels: ReadonlyMap<string, Level>,
  ) {
    for (const review of reviews) if (review.subjectKind === 'COLLECTIVE') this.collectives.set(review.subjectId, this.levelOf(review));
  }

  /** Level of the collective that leads an organisation, or that a head stands with. */
  async collectiveLevel(organisationId: string): Promise<Level | null> {
    const known = this.collectives.get(organisationId);
    if (known !== undefined) return known;
    const review = await this.tx.reviews.ofSubject(this.cycle.id, 'COLLECTIVE', organisationId);
    const level = review ? this.levelOf(review) : null;
    this.collectives.set(organisationId, level);
    return level;
  }

  /** Facts under the names that a pack may declare. */
  async facts(organisationId: string): Promise<Record<string, FactValue>> {
    const unit = await this.tx.cycles.unit(this.cycle.id, organisationId);
    const children = await this.tx.cycles.children(this.cycle.id, organisationId);
    const below = new Set(children.map((child) => child.organisationId));
    const reviews = unit.unitId === organisationId ? await this.tx.reviews.inUnit(this.cycle.id, organisationId) : await this.at([unit, ...children]);
    const results: CycleResults = {
      collectiveLevel: await this.collectiveLevel(organisationId),
      isCell: isCell(unit.role as OrgRole),
      subordinates: this.counts(reviews.filter((review) => review.subjectKind === 'ORGANISATION' && below.has(review.subjectId))),
      members: this.counts(reviews.filter((review) => review.subjectKind === 'MEMBER')),
    };
    return cycleFacts(results);
  }

  private async at(units: readonly UnitRow[]): Promise<ReviewRow[]> {
    return (await Promise.all(units.map((unit) => this.tx.reviews.atOrganisation(this.cycle.id, unit.organisationId)))).flat();
  }

  /** Heads are decided after their unit: while they are open they leave its facts known. */
  private counts(reviews: readonly ReviewRow[]): ResultCounts {
    const of = reviews.filter((review) => !GONE.includes(review.state));
    const byLevel: [number, number, number, number] = [0, 0, 0, 0];
    let open = 0;
    for (const review of of) {
      const level = this.levelOf(review);
      if (level !== null) byLevel[level - 1]! += 1;
      else if (review.nonLevel === null && !ENDED_STATES.includes(review.state) && !review.isHead) open += 1;
    }
    return { total: of.length, byLevel, open };
  }

  private levelOf(review: ReviewRow): Level | null {
    return review.decidedLevel ?? this.levels.get(review.id) ?? null;
  }
}
