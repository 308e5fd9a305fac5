import { type DerivedFacts, type FactValue, memberFactsOf, organisationFactsOf, type SubjectFacts, type SubjectKind, type WorkRecord } from '@binhxet/domain';
import { type CycleRow } from '../ports/cycle.store.js';
import { type RecordAbout } from '../ports/work-record.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/**
 * Facts of the rating year that dated work records speak for, by subject id.
 * @param subjectIds members, or organisations (also for their collectives)
 */
export async function recordFacts(tx: Tx, cycle: CycleRow, kind: SubjectKind, subjectIds: readonly string[]): Promise<Map<string, DerivedFacts>> {
  const year = cycle.ratingYear;
  const until = `${year}-12-31`;
  const found = new Map<string, RecordAbout[]>();
  for (const about of await tx.workRecords.about(cycle.id, kind === 'MEMBER' ? 'MEMBER' : 'ORGANISATION', subjectIds, year)) {
    const list = found.get(about.forId) ?? [];
    list.push(about);
    found.set(about.forId, list);
  }
  return new Map(
    [...found].map(([id, list]) => {
      const of = (part: RecordAbout['part']): WorkRecord[] => list.filter((about) => about.part === part).map((about) => about.record);
      return [id, kind === 'MEMBER' ? memberFactsOf(of('own'), year, until) : organisationFactsOf({ own: of('own'), below: of('below'), leaders: of('leaders'), done: of('done') }, year, until)];
    }),
  );
}

/** A record cannot take back what was imported: of two numbers the larger holds, of two statements the record's. */
export function mergeFacts(imported: SubjectFacts | undefined, derived: DerivedFacts | undefined): Record<string, FactValue> {
  const merged: Record<string, FactValue> = Object.fromEntries(Object.entries(imported ?? {}).flatMap(([name, value]): [string, FactValue][] => (value === undefined ? [] : [[name, value]])));
  for (const [name, value] of Object.entries(derived ?? {})) {
    const known = merged[name];
    merged[name] = typeof value === 'number' && typeof known === 'number' ? Math.max(value, known) : value;
  }
  return merged;
}
