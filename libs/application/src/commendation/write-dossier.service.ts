import { AppError, type FieldError } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type DossierItem } from '../ports/commendation.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { checklistOf } from './dossier.js';

/** Answers to the checklist of one case while its dossier is open. */
export class WriteDossierService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly access: Access,
  ) {}

  /** @throws AppError CASE.NOT_FOUND, COMMENDATION.DOSSIER_NOT_OPEN (conflict), COMMENDATION.INPUT_INVALID (invalid) naming items the rules do not know */
  async write(actor: Actor, cycleId: string, caseId: string, items: readonly DossierItem[]): Promise<void> {
    const { superiorId } = await this.uow.run((tx) => tx.cycles.get(cycleId));
    await this.access.assertLeads(actor, 'commendation.decide', superiorId);
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      const [row] = await tx.commendations.lockMany(cycleId, [caseId]);
      if (row!.state !== 'DOSSIER_OPEN') throw new AppError('COMMENDATION.DOSSIER_NOT_OPEN', 'conflict', 'The dossier of this case is not open', { state: row!.state });
      const known = checklistOf(this.rules.forCycle(cycle)) ?? [];
      const errors = items.flatMap((one, index): FieldError[] => (known.includes(one.item) ? [] : [{ pointer: `/items/${index}/item`, code: 'REQUEST.NOT_ACCEPTED', facts: { accepted: known } }]));
      if (errors.length > 0) throw new AppError('COMMENDATION.INPUT_INVALID', 'invalid', 'the checklist has other items', {}, errors);
      await tx.commendations.setDossier(row!, items);
      const superior = await tx.cycles.unit(cycleId, superiorId);
      tx.ledger.append({ type: 'commendation.dossier-changed', cycleId, org: superior.code, payload: { by: actedBy(actor), case: caseId, items: items.map(({ item, done, document }) => ({ item, done, document })) } });
    });
  }
}
