import { commendationWorkflowId } from '@binhxet/contracts';
import { commendationCaseMachine, type Json, jsonDifferences, type OrgRole, type SubjectKind } from '@binhxet/domain';
import { bodyInput } from '../cycle/body-start.js';
import { cycleDate } from '../cycle/cycle-time.js';
import { type BodyRow, ENDED_PHASES } from '../ports/body.store.js';
import { type Ids } from '../ports/clock.port.js';
import { type NewCase } from '../ports/commendation.store.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook, type Rules } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { awardsOf, caseKey, caseOf, chainRecord, derivedRecord, keyOf, listOf, missOf, openTask } from './derive-candidates.service.js';

export interface DeriveParts {
  readonly rules: Rules;
  readonly ids: Ids;
  readonly publicUrl: string;
}

/** A result of a year that is another one now. */
export interface ChangedYear {
  readonly kind: SubjectKind;
  readonly subjectId: string;
  readonly year: number;
  readonly by: Json;
  /** Entry of the log that changed it. */
  readonly because: string;
}

/**
 * Candidates again for one subject whose year was decided anew, in every cycle that has its commendations: who qualifies now becomes a
 * candidate, a case that stands takes over its chain as it is now. Cases that lost the year are taken back before. Nobody else is touched.
 * A commendation that was over runs again for them.
 * Source: process.md sections 7 and 8
 */
export async function deriveAgain(tx: Tx, parts: DeriveParts, changed: ChangedYear, now: Date): Promise<void> {
  const subjects = [changed.subjectId, ...(changed.kind === 'MEMBER' ? [] : await tx.lineage.after(changed.subjectId))];
  for (const cycleId of await tx.commendations.cyclesOf(changed.kind, subjects, changed.year)) await inCycle(tx, parts, await tx.cycles.get(cycleId), subjects, changed, now);
}

async function inCycle(tx: Tx, parts: DeriveParts, cycle: CycleRow, subjects: readonly string[], changed: ChangedYear, now: Date): Promise<void> {
  const units = await tx.cycles.units(cycle.id);
  const superior = units.find((unit) => unit.organisationId === cycle.superiorId);
  const body = (await tx.bodies.ofOrganisations(cycle.id, [cycle.superiorId])).find((one) => one.workflow === 'commendation');
  if (!superior || !body) return; // a period without commendations of its own
  const book = parts.rules.forCycle(cycle);
  const awards = awardsOf(book, superior);
  const reviews = await reviewsOf(tx, cycle, changed.kind, subjects);
  const { candidates, nearMisses } = await listOf(tx, cycle, book, awards, reviews, units);
  const stored = new Map((await tx.commendations.ofCycle(cycle.id)).map((one) => [caseKey(one), one]));
  const fresh: NewCase[] = [];
  const rechained: NewCase[] = [];
  for (const candidate of candidates) {
    const made = caseOf(parts.ids.next(), cycle, book, candidate, reviews, units, cycleDate(cycle, now));
    const has = stored.get(caseKey(made));
    const ended = has !== undefined && commendationCaseMachine.isEnd(has.state);
    // A case that was taken away with a year comes back with the year; what people dropped or rejected does not.
    if (!has || (ended && (await tx.trail.lostItsYear(cycle.id, has.id)))) fresh.push(made);
    else if (!ended && jsonDifferences({ chain: has.chain }, { chain: made.chain }).length > 0) {
      await tx.commendations.setChain(has, chainRecord(candidate));
      rechained.push({ ...made, id: has.id });
    }
  }
  const missed = nearMisses.map((one) => missOf(cycle, one, reviews));
  await tx.commendations.replaceNearMisses(cycle.id, changed.kind, subjects, missed);
  if (fresh.length + rechained.length + missed.length === 0) return;
  const openBefore = await tx.commendations.openCount(cycle.id);
  await tx.commendations.insert(fresh);
  tx.ledger.append({
    type: 'commendation.derived',
    cycleId: cycle.id,
    org: superior.code,
    prev: changed.because,
    payload: { by: changed.by, because: changed.because, year: changed.year, ...derivedRecord(book, awards, [...fresh, ...rechained], missed) },
  });
  if (fresh.length === 0) return;
  if (openBefore === 0) await openTask(tx, cycle, superior.role as OrgRole, fresh.length, now);
  if (ENDED_PHASES.includes(body.phase)) await runAgain(tx, parts, cycle, superior, body, book, now);
}

async function reviewsOf(tx: Tx, cycle: CycleRow, kind: SubjectKind, subjects: readonly string[]): Promise<Map<string, ReviewRow>> {
  const found = new Map<string, ReviewRow>();
  for (const subjectId of subjects) {
    const review = await tx.reviews.ofSubject(cycle.id, kind, subjectId);
    const ended = review !== null && (review.decidedLevel !== null || review.nonLevel !== null);
    if (ended && review.unitId !== null && review.unitId !== cycle.superiorId) found.set(keyOf(kind, subjectId), review);
  }
  return found;
}

/** The register says so in the same transaction: a start that is lost is found by the reconciliation. */
async function runAgain(tx: Tx, { publicUrl }: DeriveParts, cycle: CycleRow, superior: UnitRow, body: BodyRow, book: RuleBook, now: Date): Promise<void> {
  await tx.bodies.setPhase({ ...body, phase: 'OPENING', phaseAt: now });
  const { carried: _carried, ...input } = bodyInput(cycle, superior, book.rating.id, publicUrl);
  tx.outbox.start(commendationWorkflowId(cycle.id), 'commendation', { ...input, again: true });
}
