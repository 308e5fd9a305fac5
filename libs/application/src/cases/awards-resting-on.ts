import { commendationWorkflowId } from '@binhxet/contracts';
import { type CommendationCaseState, commendationCaseMachine, type Json, type SubjectKind } from '@binhxet/domain';
import { settleCommendation } from '../commendation/settle-commendation.js';
import { notify } from '../notification/notify.js';
import { ENDED_PHASES } from '../ports/body.store.js';
import { type CaseRow } from '../ports/commendation.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** The decision that takes a year away. `id` null where the year belongs to no cycle of this installation. */
export interface TakenBy {
  readonly id: string | null;
  readonly number: string;
  readonly on: string;
  readonly reason: string;
  readonly by: Json;
  /** Entry of the log that decided it. */
  readonly entry: string;
}

/** One award or candidate that lost a year it rests on. */
export interface TakenBack {
  readonly [key: string]: Json;
  readonly case: string;
  readonly cycle: string;
  readonly award: string;
  readonly before: CommendationCaseState;
  readonly after: CommendationCaseState;
  readonly certificate: string | null;
}

/**
 * Awards of a year, and awards whose chain holds it: those decided are revoked, open candidates dropped. One entry of the log each,
 * pointing back to the one that gave it.
 * @param keeps which cases stand all the same; none, where the year itself is cancelled
 * Source: process.md section 8 (titles and commendations of the year and chains built on it)
 */
export async function takeBackAwards(tx: Tx, kind: SubjectKind, subjectId: string, year: number, taken: TakenBy, now: Date, keeps: (row: CaseRow) => Promise<boolean> = async () => false): Promise<TakenBack[]> {
  const list: TakenBack[] = [];
  const touched = new Set<string>();
  for (const row of await tx.commendations.restingOn(kind, subjectId, year)) {
    if (commendationCaseMachine.isEnd(row.state) || (await keeps(row))) continue;
    const to: CommendationCaseState = commendationCaseMachine.may(row.state, 'REVOKED') ? 'REVOKED' : 'DROPPED';
    const prev = await tx.trail.ofCommendation(row.cycleId, row.id);
    await tx.commendations.moveMany([row], to, () => ({ reason: taken.reason, ...(to === 'REVOKED' && { revoked: { id: taken.id, number: taken.number, on: taken.on } }) }));
    const cycle = await tx.cycles.get(row.cycleId);
    const superior = await tx.cycles.unit(cycle.id, cycle.superiorId);
    tx.ledger.append({
      type: to === 'REVOKED' ? 'commendation.revoked' : 'commendation.advanced',
      cycleId: cycle.id,
      org: superior.code,
      prev,
      payload: { by: taken.by, act: to === 'REVOKED' ? 'REVOKE' : 'DROP', cases: [{ case: row.id, before: row.state, after: to }], decision: taken.id, number: taken.number, decidedOn: taken.on, reason: taken.reason, because: taken.entry, year },
    });
    if (to === 'REVOKED' && row.subjectKind === 'MEMBER') {
      notify(tx.outbox, [row.subjectId], { kind: 'COMMENDATION_REVOKED', cycleId: cycle.id, organisationId: cycle.superiorId, facts: { decidedOn: taken.on, year: cycle.ratingYear }, href: '/me/results' });
    }
    list.push({ case: row.id, cycle: cycle.id, award: row.awardId, before: row.state, after: to, certificate: row.certificateNumber });
    touched.add(cycle.id);
  }
  for (const cycleId of touched) await settleWhenNoneIsOpen(tx, cycleId, now);
  return list;
}

/** The commendation workflow waits for acts on its cases: with the last of them gone it is told. */
async function settleWhenNoneIsOpen(tx: Tx, cycleId: string, now: Date): Promise<void> {
  const cycle = await tx.cycles.get(cycleId);
  const body = (await tx.bodies.ofOrganisations(cycleId, [cycle.superiorId])).find((one) => one.workflow === 'commendation');
  if (!body || ENDED_PHASES.includes(body.phase) || (await tx.commendations.openCount(cycleId)) > 0) return;
  await settleCommendation(tx, cycle, now);
  tx.outbox.signal(commendationWorkflowId(cycleId), 'resultDecided', {});
}
