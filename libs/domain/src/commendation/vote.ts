import { compareShare, type ShareFormula, type Threshold } from '../shared/rational.js';

/** Papers on one case: agree, disagree, nothing marked, spoilt. Whole numbers. */
export interface VoteCount {
  readonly caseId: string;
  readonly agree: number;
  readonly disagree: number;
  readonly blank: number;
  readonly invalid: number;
}

/** One teller's count of a ballot on commendations. */
export interface VoteEntry {
  /** Papers that came back. */
  readonly returned: number;
  readonly rows: readonly VoteCount[];
}

export type VoteFault = 'TALLY.SUBJECT_MISSING' | 'TALLY.SUBJECT_UNKNOWN' | 'TALLY.SUBJECT_TWICE' | 'TALLY.NOT_A_COUNT' | 'TALLY.SUBJECT_SUM' | 'TALLY.RETURNED_OVER_DISTRIBUTED';

const PARTS = ['agree', 'disagree', 'blank', 'invalid'] as const;
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;

/**
 * What is wrong with a count: every case once, whole numbers, and for every case as many papers as came back.
 * @param present voters in the room: each had one paper
 * @returns faults with the pointer of the field, none for a sound count
 */
export function voteFaults(entry: VoteEntry, cases: readonly string[], present: number): { readonly pointer: string; readonly code: VoteFault }[] {
  const faults: { pointer: string; code: VoteFault }[] = [];
  if (!isCount(entry.returned)) faults.push({ pointer: '/returned', code: 'TALLY.NOT_A_COUNT' });
  else if (entry.returned > present) faults.push({ pointer: '/returned', code: 'TALLY.RETURNED_OVER_DISTRIBUTED' });
  const seen = new Set<string>();
  entry.rows.forEach((row, index) => {
    const at = `/rows/${index}`;
    if (!cases.includes(row.caseId)) faults.push({ pointer: `${at}/caseId`, code: 'TALLY.SUBJECT_UNKNOWN' });
    if (seen.has(row.caseId)) faults.push({ pointer: `${at}/caseId`, code: 'TALLY.SUBJECT_TWICE' });
    seen.add(row.caseId);
    const bad = PARTS.filter((part) => !isCount(row[part]));
    for (const part of bad) faults.push({ pointer: `${at}/${part}`, code: 'TALLY.NOT_A_COUNT' });
    if (bad.length === 0 && PARTS.reduce((sum, part) => sum + row[part], 0) !== entry.returned) faults.push({ pointer: at, code: 'TALLY.SUBJECT_SUM' });
  });
  if (cases.some((caseId) => !seen.has(caseId))) faults.push({ pointer: '/rows', code: 'TALLY.SUBJECT_MISSING' });
  return faults;
}

/** Cases on which two tellers differ; all of them when they counted another number of papers. */
export function differingCases(one: VoteEntry, other: VoteEntry): string[] {
  const byId = new Map(other.rows.map((row) => [row.caseId, row]));
  return one.rows
    .filter((row) => {
      const second = byId.get(row.caseId);
      return one.returned !== other.returned || !second || PARTS.some((part) => row[part] !== second[part]);
    })
    .map((row) => row.caseId);
}

export interface VoteResult extends VoteCount {
  readonly carried: boolean;
  readonly formula: ShareFormula;
}

/** @param countedBody members in office, whole, >= 1: who is away counts against */
export function voteResults(entry: VoteEntry, countedBody: number, majority: Threshold): VoteResult[] {
  return entry.rows.map((row) => {
    const formula = compareShare(row.agree, countedBody, majority);
    return { ...row, carried: formula.holds, formula };
  });
}
