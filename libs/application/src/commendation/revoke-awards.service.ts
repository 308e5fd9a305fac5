import { AppError, type FieldError, isLegalDate } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { contentHash } from '../cycle/sha256.js';
import { notify } from '../notification/notify.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';

export interface RevokeInput {
  readonly caseIds: readonly string[];
  readonly number: string;
  readonly decidedOn: string;
  readonly reason: string;
  readonly document: string | null;
}

/**
 * Takes decided awards back by a numbered decision. An award is revoked long after the workflow of its cycle is over and nothing waits for
 * it, so this is one transaction and no transition of a body.
 */
export class RevokeAwardsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws AppError COMMENDATION_CASE.ILLEGAL_MOVE, DECISION.NUMBER_TAKEN (conflict), COMMENDATION.INPUT_INVALID (invalid), CASE.NOT_FOUND */
  async revoke(actor: Actor, cycleId: string, input: RevokeInput): Promise<{ readonly decisionId: string }> {
    const { superiorId } = await this.uow.run((tx) => tx.cycles.get(cycleId));
    await this.access.assertLeads(actor, 'commendation.decide', superiorId);
    const errors: FieldError[] = [];
    if (!isLegalDate(input.decidedOn)) errors.push({ pointer: '/decidedOn', code: 'REQUEST.NOT_A_DATE' });
    if (new Set(input.caseIds).size !== input.caseIds.length) errors.push({ pointer: '/caseIds', code: 'REQUEST.NOT_ACCEPTED' });
    if (errors.length > 0) throw new AppError('COMMENDATION.INPUT_INVALID', 'invalid', 'the decision is not complete', {}, errors);
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      const cases = await tx.commendations.lockMany(cycleId, input.caseIds);
      const decisionId = this.ids.next();
      const now = this.clock.now();
      const hash = contentHash({ kind: 'REVOCATION', ...input, caseIds: [...input.caseIds] });
      await tx.decisions.insert(
        {
          id: decisionId,
          cycleId,
          superiorId,
          organisationId: superiorId,
          kind: 'REVOCATION',
          number: input.number,
          decidedOn: input.decidedOn,
          meetingId: null,
          quota: [],
          reason: input.reason,
          document: input.document,
          contentHash: hash,
          issuedBy: actor.memberId,
          issuedAt: now,
        },
        cases.map((row) => ({ reviewId: null, caseId: row.id, level: null, nonLevel: null, verdict: null, reason: input.reason })),
      );
      await tx.commendations.moveMany(cases, 'REVOKED', () => ({ reason: input.reason, revoked: { id: decisionId, number: input.number, on: input.decidedOn } }));
      const superior = await tx.cycles.unit(cycleId, superiorId);
      for (const row of cases) {
        tx.ledger.append({
          type: 'commendation.revoked',
          cycleId,
          org: superior.code,
          prev: await tx.trail.ofCommendation(cycleId, row.id),
          payload: { by: actedBy(actor), act: 'REVOKE', cases: [{ case: row.id, before: row.state, after: 'REVOKED' }], decision: decisionId, number: input.number, decidedOn: input.decidedOn, reason: input.reason, document: input.document, sha256: hash },
        });
      }
      const members = cases.filter((row) => row.subjectKind === 'MEMBER').map((row) => row.subjectId);
      notify(tx.outbox, members, { kind: 'COMMENDATION_REVOKED', cycleId, organisationId: superiorId, facts: { decisionId, decidedOn: input.decidedOn, year: cycle.ratingYear }, href: '/me/results' });
      return { decisionId };
    });
  }
}
