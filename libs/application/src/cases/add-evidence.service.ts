import { AppError, appealCaseMachine } from '@binhxet/domain';
import { createHash } from 'node:crypto';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';

export interface Evidence {
  readonly body: string;
  readonly document: string | null;
}

/** What is brought forward in a case: a contribution, taken until the window passes or the case is concluded. The caller has decided about access. */
export class AddEvidenceService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws AppError APPEAL.NOT_FOUND, APPEAL.EVIDENCE_CLOSED (conflict) */
  toAppeal(actor: Actor, caseId: string, evidence: Evidence): Promise<{ readonly evidenceId: string }> {
    return this.uow.run(async (tx) => {
      const row = await tx.appeals.lock(caseId);
      const now = this.clock.now();
      const over = appealCaseMachine.isEnd(row.state) || row.evidenceClosedAt !== null || (row.evidenceUntil !== null && now >= row.evidenceUntil);
      if (over) throw new AppError('APPEAL.EVIDENCE_CLOSED', 'conflict', 'Nothing more is taken in this case', { lastOn: row.windowLastOn, state: row.state });
      // Who denounces is not named in the log.
      const by = row.kind === 'DENUNCIATION' && actor.memberId === row.filerId ? { withheld: true } : actedBy(actor);
      return this.add(tx, actor, caseId, evidence, now, async (id) => {
        const org = (await tx.organisations.byId(row.authorityId)).code;
        const entry = tx.ledger.append({ type: 'appeal.evidence-added', cycleId: row.cycleId, org, prev: row.ledgerEntry, payload: { by, case: caseId, evidence: id, sha256: hashOf(evidence) } });
        await tx.appeals.change(row, { ledgerEntry: entry });
      });
    });
  }

  /** @throws AppError REEVALUATION.NOT_FOUND, REEVALUATION.NOT_OPEN (conflict) */
  toReevaluation(actor: Actor, caseId: string, evidence: Evidence): Promise<{ readonly evidenceId: string }> {
    return this.uow.run(async (tx) => {
      const row = await tx.reevaluations.lock(caseId);
      if (row.state !== 'OPENED') throw new AppError('REEVALUATION.NOT_OPEN', 'conflict', 'Nothing more is taken in this case', { state: row.state });
      return this.add(tx, actor, caseId, evidence, this.clock.now(), async (id) => {
        const org = (await tx.organisations.byId(row.authorityId)).code;
        tx.ledger.append({ type: 'reevaluation.evidence-added', cycleId: row.cycleId, org, prev: row.ledgerEntry, payload: { by: actedBy(actor), case: caseId, evidence: id, sha256: hashOf(evidence) } });
      });
    });
  }

  private async add(tx: Tx, actor: Actor, caseId: string, evidence: Evidence, now: Date, record: (id: string) => Promise<void>): Promise<{ readonly evidenceId: string }> {
    const id = this.ids.next();
    await tx.caseFile.addEvidence({ id, caseId, givenBy: actor.accountId, memberId: actor.memberId, body: evidence.body, document: evidence.document, givenAt: now });
    await record(id);
    return { evidenceId: id };
  }
}

/** The log holds the words' hash alone: words of a denunciation are for the people of the case. */
const hashOf = ({ body, document }: Evidence): string => createHash('sha256').update(JSON.stringify([body, document])).digest('hex');
