import { addDays, dayNumber } from '../shared/legal-date.js';
import { type WorkRecord } from './work-record.js';

export type DerivedFacts = Readonly<Record<string, number | boolean>>;

/** Days of a record inside a year, both ends included. */
export function daysWithin(record: Pick<WorkRecord, 'on' | 'to'>, year: number, until: string): number {
  const from = record.on > `${year}-01-01` ? record.on : `${year}-01-01`;
  const end = [record.to ?? until, `${year}-12-31`, until].sort()[0]!;
  return end < from ? 0 : dayNumber(end) - dayNumber(from) + 1;
}

const inYear = (record: WorkRecord, year: number): boolean => record.on.startsWith(`${year}-`);

/**
 * Facts about one member that dated records speak for. A discipline whose violation the subject found and remedied itself counts as
 * such only if every discipline of the year does. Names are those a pack may declare; what it does not declare is dropped by the caller.
 * @param records about this member @param until last day looked at
 */
export function memberFactsOf(records: readonly WorkRecord[], year: number, until: string): DerivedFacts {
  const done = records.filter((record) => record.state === 'DONE' && record.on <= until);
  return { ...discipline(done, year), ...leave(done, year, until) };
}

/**
 * Facts about one organisation or its collective.
 * @param own about the organisation itself @param below about organisations directly below it @param leaders about members of its leadership
 */
export function organisationFactsOf(parts: { readonly own: readonly WorkRecord[]; readonly below: readonly WorkRecord[]; readonly leaders: readonly WorkRecord[]; readonly done: readonly WorkRecord[] }, year: number, until: string): DerivedFacts {
  const counted = (records: readonly WorkRecord[]) => records.filter((record) => record.state === 'DONE' && record.kind === 'DISCIPLINE' && inYear(record, year) && record.on <= until);
  const below = new Set(counted(parts.below).map((record) => record.subjectId));
  const work = parts.done.filter((record) => record.state === 'DONE' && inYear(record, year) && record.on <= until);
  const turns = (kind: WorkRecord['kind']) => work.filter((record) => record.kind === kind).reduce((sum, record) => sum + record.quantity, 0);
  return {
    ...discipline(parts.own.filter((record) => record.on <= until), year),
    ...(below.size > 0 && { subordinateUnitsDisciplined: below.size }),
    ...(counted(parts.leaders).length > 0 && { leadershipMemberDisciplined: true }),
    ...(work.length > 0 && { admissions: turns('ADMISSION'), inspections: turns('INSPECTION'), supervisions: turns('SUPERVISION') }),
  };
}

function discipline(records: readonly WorkRecord[], year: number): DerivedFacts {
  const found = records.filter((record) => record.kind === 'DISCIPLINE' && record.state === 'DONE' && inYear(record, year));
  if (found.length === 0) return {};
  return { disciplined: true, selfDetectedAndRemedied: found.every((record) => record.selfDetected) };
}

function leave(records: readonly WorkRecord[], year: number, until: string): DerivedFacts {
  const days = (form: string) => {
    const set = new Set<number>();
    for (const record of records.filter((one) => one.kind === 'LEAVE' && one.detail === form)) {
      const count = daysWithin(record, year, until);
      const from = record.on > `${year}-01-01` ? record.on : `${year}-01-01`;
      for (let n = 0; n < count; n += 1) set.add(dayNumber(addDays(from, n)));
    }
    return set.size;
  };
  const [sick, maternity] = [days('SICK'), days('MATERNITY')];
  return { ...(sick > 0 && { sickLeaveDays: sick }), ...(maternity > 0 && { maternityLeaveDays: maternity }) };
}
