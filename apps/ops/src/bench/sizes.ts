import { type ContributionLoad } from './contributions.bench.js';

export type SizeName = 'quick' | 'normal' | 'full';

/** How much of everything is measured. */
export interface BenchSize {
  readonly contributions: readonly (ContributionLoad & { readonly p99FloorMs: number })[];
  readonly transition: { readonly bodies: number; readonly rounds: number; readonly secondsARound: number };
  readonly cycle: { readonly cells: number; readonly membersOfACell: number };
  readonly classification: { readonly members: number };
  readonly quota: { readonly groups: number; readonly unitsOfAGroup: number };
  readonly ledger: { readonly entries: number; readonly proofs: number };
  readonly import: { readonly members: number };
  readonly inbox: { readonly cells: number; readonly tasks: number; readonly reads: number; readonly readers: number };
}

const twentyFour = { writers: 24, p99FloorMs: 100 };
const twoHundred = { writers: 200, p99FloorMs: 300 };

/** `quick` ends within two minutes on a quiet machine; `full` takes the sizes that architecture section 8 names. */
export const SIZES: Readonly<Record<SizeName, BenchSize>> = {
  quick: {
    contributions: [
      { ...twentyFour, rounds: 3, membersARound: 200 },
      { ...twoHundred, rounds: 2, membersARound: 300 },
    ],
    transition: { bodies: 8, rounds: 3, secondsARound: 4 },
    cycle: { cells: 4, membersOfACell: 10 },
    classification: { members: 100_000 },
    quota: { groups: 1_000, unitsOfAGroup: 200 },
    ledger: { entries: 50_000, proofs: 300 },
    import: { members: 20_000 },
    inbox: { cells: 4, tasks: 100_000, reads: 600, readers: 4 },
  },
  normal: {
    contributions: [
      { ...twentyFour, rounds: 5, membersARound: 400 },
      { ...twoHundred, rounds: 5, membersARound: 400 },
    ],
    transition: { bodies: 12, rounds: 5, secondsARound: 8 },
    cycle: { cells: 20, membersOfACell: 10 },
    classification: { members: 1_000_000 },
    quota: { groups: 1_000, unitsOfAGroup: 200 },
    ledger: { entries: 200_000, proofs: 1_000 },
    import: { members: 100_000 },
    inbox: { cells: 10, tasks: 100_000, reads: 2_000, readers: 4 },
  },
  full: {
    contributions: [
      { ...twentyFour, rounds: 7, membersARound: 600 },
      { ...twoHundred, rounds: 7, membersARound: 600 },
    ],
    transition: { bodies: 16, rounds: 7, secondsARound: 10 },
    cycle: { cells: 200, membersOfACell: 10 },
    classification: { members: 1_000_000 },
    quota: { groups: 1_000, unitsOfAGroup: 200 },
    ledger: { entries: 1_000_000, proofs: 2_000 },
    import: { members: 100_000 },
    inbox: { cells: 20, tasks: 1_000_000, reads: 4_000, readers: 4 },
  },
};
