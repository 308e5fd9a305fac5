import { AppError, legalDateOf, type TargetMapping } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';

export type MappingInput = TargetMapping & { readonly reason: string; readonly document: string | null };

/** An administrator says how the label of an old target reads in another ladder, with the reason; until then it is NOT_COMPARABLE. */
export class MapTargetLabelService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws AppError ORGANISATION.UNKNOWN (not-found), ACCESS.* */
  map(actor: Actor, superiorCode: string, input: MappingInput): Promise<{ readonly mappingId: string }> {
    return this.uow.run(async (tx) => {
      const now = this.clock.now();
      const superior = await tx.organisations.byCode(superiorCode, legalDateOf(now.getTime()));
      if (!superior) throw new AppError('ORGANISATION.UNKNOWN', 'not-found', 'No organisation with this code today', { code: superiorCode });
      await this.access.assert(actor, 'target.map', superior.id);
      const id = this.ids.next();
      await tx.targets.map(superior.id, { ...input, id }, actor.accountId, now);
      tx.ledger.append({ type: 'target.mapped', org: superior.code, payload: { by: actedBy(actor), mapping: id, ...input } });
      return { mappingId: id };
    });
  }
}
