import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Clock, CycleReader, type CycleView, type LevelFigures, notFound, ReportReader, type RuleBook, Rules, Scope } from '@binhxet/application';
import { type z } from 'zod';
import { cycleId } from '../common/params.js';
import { type WireOf } from '../common/schemas.js';
import { pageAnswer, pageOf, pageRequest } from '../platform/http/cursor.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { commendedQuery, commendedRow, report } from './cycles.schemas.js';

/** Cases whose award stands: the decision is made, or the award is handed over. */
const COMMENDED = ['DECISION_ISSUED', 'AWARDED'];

@ApiTags('reports')
@Controller('cycles/:id/report')
export class ReportsController {
  constructor(
    private readonly reader: ReportReader,
    private readonly cycles: CycleReader,
    private readonly rules: Rules,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** Figures of the reader's subtree as k of n; shares and words are made where they are read. */
  @Get()
  @Permission('cycle.read')
  @Answers(report)
  async get(@Param('id', { schema: cycleId }) id: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof report>> {
    const { cycle, rootIds } = await this.visible(actor, id);
    const { figures, grassroots, ...rest } = await this.reader.report(id, rootIds);
    return { cycleId: id, ratingYear: cycle.ratingYear, simulated: cycle.simulated, state: cycle.state, figures: figures.map(withShares), grassroots: grassroots.map(withShares), ...rest, awards: awardsOf(this.rules.forCycle(cycle)) };
  }

  /** The commended: decision and certificate, or those whose award spans several years. */
  @Get('commended')
  @Permission('cycle.read')
  @Answers(pageOf(commendedRow))
  async commended(@Param('id', { schema: cycleId }) id: string, @Query({ schema: commendedQuery }) query: z.infer<typeof commendedQuery>, @CurrentActor() actor: Actor): Promise<{ items: readonly WireOf<typeof commendedRow>[]; next: string | null }> {
    const { cycle, rootIds } = await this.visible(actor, id);
    const several = awardsOf(this.rules.forCycle(cycle)).filter((award) => (award.years ?? 1) > 1).map((award) => award.id);
    const awardIds = query.award ? [query.award] : query.list === 'several-years' ? several : null;
    const binding = ['commended', id, actor.accountId, query.list, query.award];
    return pageAnswer(await this.reader.commended(id, { awardIds, states: COMMENDED, rootIds }, pageRequest(query, binding)), binding);
  }

  private async visible(actor: Actor, id: string): Promise<{ cycle: CycleView; rootIds: string[] | null }> {
    const cycle = await this.cycles.byId(id, this.clock.now());
    if (!cycle) throw notFound();
    const rootIds = this.scope.roots(actor);
    if (rootIds === null || (await this.scope.covers(actor, cycle.superiorId))) return { cycle, rootIds: null };
    for (const root of rootIds) if (await this.cycles.takesPart(id, root)) return { cycle, rootIds };
    throw notFound();
  }
}

function withShares(figures: LevelFigures) {
  const { subjectKind, rated, levels } = figures;
  const share = (key: string, k: number) => ({ key: `${subjectKind}.${key}`, k, n: rated });
  return { ...figures, goodOrBetter: share('goodOrBetter', levels[1] + levels[2]), top: share('top', levels[1]) };
}

function awardsOf(book: RuleBook) {
  return book.commendation.awards.map((award) => ({ id: award.id, label: award.label, years: award.years.value, subject: award.subject, form: award.form }));
}
