import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, notFound, OrganisationReader, TimeReader } from '@binhxet/application';
import { z } from 'zod';
import { orgCode } from '../common/params.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { lineageAnswer, versionRow } from './changes.schemas.js';

@ApiTags('organisations')
@Controller('organisations/:code')
export class OrganisationTimeController {
  constructor(
    private readonly reader: TimeReader,
    private readonly organisations: OrganisationReader,
    private readonly access: Access,
  ) {}

  /** Every version there is and was: by first day, then by when it was recorded. */
  @Get('versions')
  @Permission('cycle.read')
  @Answers(z.array(versionRow))
  async versions(@Param('code', { schema: orgCode }) code: string, @CurrentActor() actor: Actor) {
    return this.reader.versions(await this.visible(actor, code));
  }

  /** Who it goes back to and who goes on; results of earlier years with the organisation that had them. */
  @Get('lineage')
  @Permission('cycle.read')
  @Answers(lineageAnswer)
  async lineage(@Param('code', { schema: orgCode }) code: string, @CurrentActor() actor: Actor) {
    return this.reader.lineage(await this.visible(actor, code));
  }

  private async visible(actor: Actor, code: string): Promise<string> {
    const id = await this.organisations.idOf(code);
    if (id === null) throw notFound();
    await this.access.assert(actor, 'cycle.read', id);
    return id;
  }
}
