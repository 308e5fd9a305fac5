import { Access, type Actor, type AppealPlace, appealSight, CaseReader, CommandGateway, notFound, UnitOfWork } from '@binhxet/application';
import { appealWorkflowId, type CommandName, type CommandOutcome } from '@binhxet/contracts';
import { AppError, type Json, type Permission } from '@binhxet/domain';

type Payload = { readonly [key: string]: Json | undefined };

/** Requests to the workflow of an appeal: who may ask is decided on the case, what is right by the workflow and the service. */
export class AppealActs {
  constructor(
    private readonly reader: CaseReader,
    private readonly gateway: CommandGateway,
    private readonly access: Access,
    private readonly uow: UnitOfWork,
  ) {}

  /** @throws AppError ACCESS.NOT_FOUND when the case does not exist for this actor */
  async place(actor: Actor, caseId: string): Promise<AppealPlace> {
    const place = await this.reader.appealPlace(caseId);
    if (!place || appealSight(this.access, actor, place) === null) throw notFound();
    return place;
  }

  /** An act of the authority's leaders. */
  async byLeaders(actor: Actor, permission: Permission, name: CommandName, caseId: string, payload: Payload, commandId: string): Promise<CommandOutcome> {
    const place = await this.place(actor, caseId);
    await this.assertLeads(actor, permission, place);
    return this.deliver(actor, name, place, payload, commandId);
  }

  /** An act of the panel, or of the leaders where `leaders` allows it too. */
  async byPanel(actor: Actor, name: CommandName, caseId: string, payload: Payload, commandId: string, who: 'CHAIR' | 'MEMBER', leaders?: Permission): Promise<CommandOutcome> {
    const place = await this.place(actor, caseId);
    const seat = place.panel.find(({ memberId }) => memberId === actor.memberId);
    if (!seat || (who === 'CHAIR' && seat.role !== 'CHAIR')) {
      if (leaders === undefined) throw new AppError('ACCESS.DENIED', 'forbidden', 'This is for the panel of the case', { needs: who });
      await this.assertLeads(actor, leaders, place);
    }
    return this.deliver(actor, name, place, payload, commandId);
  }

  /** An act of who filed it. */
  async byFiler(actor: Actor, name: CommandName, caseId: string, commandId: string): Promise<CommandOutcome> {
    const place = await this.place(actor, caseId);
    if (actor.memberId !== place.filerId) throw new AppError('APPEAL.NOT_FILER', 'forbidden', 'Only who filed a case takes it back');
    return this.deliver(actor, name, place, {}, commandId);
  }

  /** @throws AppError ACCOUNT.MEMBER_UNKNOWN (not-found) with every unknown code */
  async memberIds(codes: readonly string[]): Promise<string[]> {
    const found = new Map((await this.uow.run((tx) => tx.accounts.members(codes))).map(({ id, code }) => [code, id]));
    const errors = codes.flatMap((code, index) => (found.has(code) ? [] : [{ pointer: `/panel/${index}`, code: 'ACCOUNT.MEMBER_UNKNOWN' }]));
    if (errors.length > 0) throw new AppError('ACCOUNT.MEMBER_UNKNOWN', 'not-found', 'Some of these members do not exist', { count: errors.length }, errors);
    return codes.map((code) => found.get(code)!);
  }

  private async assertLeads(actor: Actor, permission: Permission, place: AppealPlace): Promise<void> {
    if (place.subjectKind === 'MEMBER' && place.subjectId === actor.memberId) throw new AppError('ACCESS.DENIED', 'forbidden', 'Nobody handles a case about themselves', { permission });
    await this.access.assertLeads(actor, permission, place.authorityId);
  }

  private deliver(actor: Actor, name: CommandName, { id, cycleId, authorityId }: AppealPlace, payload: Payload, commandId: string): Promise<CommandOutcome> {
    return this.gateway.deliver(actor, name, { cycleId, organisationId: authorityId, workflowId: appealWorkflowId(id), caseId: id }, payload, commandId);
  }
}
