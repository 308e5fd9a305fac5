import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, Clock, CycleReader, DecisionReader, notFound, Scope, SimulateCycleService } from '@binhxet/application';
import { RulePacks } from '@binhxet/rule-packs';
import { type z } from 'zod';
import { cycleId } from '../common/params.js';
import { type WireOf } from '../common/schemas.js';
import { yearLabels } from '../cycles/year-labels.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { simulation, simulationQuery } from './simulations.schemas.js';

const SHOWN = 1_000;

@ApiTags('simulations')
@Controller('cycles/:id/simulation')
export class SimulationsController {
  constructor(
    private readonly simulate: SimulateCycleService,
    private readonly cycles: CycleReader,
    private readonly subjects: DecisionReader,
    private readonly access: Access,
    private readonly scope: Scope,
    private readonly clock: Clock,
    private readonly packs: RulePacks,
  ) {}

  /** A closed cycle's facts and votes under another pack. Who keeps the installation reads counts alone. Nothing is stored. */
  @Get()
  @Permission('rules.simulate')
  @Answers(simulation)
  async get(@Param('id', { schema: cycleId }) id: string, @Query({ schema: simulationQuery }) query: z.infer<typeof simulationQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof simulation>> {
    const cycle = await this.cycles.byId(id, this.clock.now());
    if (!cycle) throw notFound();
    await this.access.assert(actor, 'rules.simulate', cycle.superiorId);
    const named = (await this.scope.rolesOver(actor, cycle.superiorId)).has('SUPERIOR_STANDING_COMMITTEE');
    const { rows, units, ...rest } = await this.simulate.run(id, query.pack);
    const shown = named ? rows.slice(0, SHOWN) : [];
    const names = await this.subjects.subjects(shown.map((row) => row.reviewId));
    return {
      ...rest,
      labels: yearLabels(this.packs.getOf('rating-pack', query.pack).content),
      detail: named ? 'SUBJECTS' : 'COUNTS',
      units: units.map((unit) => ({ ...unit, organisation: named ? unit.organisation : null })),
      rows: shown.map(({ subjectId: _subject, organisation, because, ...row }) => ({ ...row, subject: names.get(row.reviewId) ?? { code: '', name: '' }, organisation: { code: organisation.code, name: organisation.name }, because: [...because] })),
      more: rows.length - shown.length,
    };
  }
}
