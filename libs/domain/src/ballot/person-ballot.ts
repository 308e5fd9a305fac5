import { compareShare, roundQuotient, type ShareFormula, type Threshold } from '../shared/rational.js';

/** Ballots about persons, beside the rating and outside it. Source: ballots-and-documents.md section 1 */
export const PERSON_BALLOT_KINDS = ['CONFIDENCE', 'ELECTION'] as const;
export type PersonBallotKind = (typeof PERSON_BALLOT_KINDS)[number];

/** The one choice of an election paper: the name stands. */
export const CHOSEN = 'CHOSEN';

/** Papers on one person. Whole numbers, >= 0. */
export interface PersonCount {
  readonly personId: string;
  /** By choice of the ballot, in its order: levels of confidence, the highest first; or the papers on which the name stands. */
  readonly votes: readonly number[];
}

export interface PersonBallotTerms {
  readonly kind: PersonBallotKind;
  /** People, whole, >= 0: the denominator, never the papers returned. */
  readonly countedBody: number;
  /** null: not confirmed. Nothing is concluded then. */
  readonly majority: Threshold | null;
  /** Posts to be filled; null for a ballot of confidence. */
  readonly seats: number | null;
}

/**
 * `UNCONFIRMED`: the rules do not say which majority is needed. `TIED`: enough votes, but as many as others who together exceed the
 * seats left: nobody chooses silently among them.
 */
export type PersonOutcome = 'LEVEL' | 'NO_MAJORITY' | 'ELECTED' | 'NOT_ELECTED' | 'TIED' | 'UNCONFIRMED';

export interface PersonShare {
  /** From 1, in the order of the ballot. */
  readonly choice: number;
  readonly votes: number;
  /** Tenths of a percent of the counted body, half up; null when nobody is counted. */
  readonly sharePerMille: number | null;
  /** null: no majority is confirmed. */
  readonly formula: ShareFormula | null;
}

export interface PersonVerdict {
  readonly personId: string;
  readonly outcome: PersonOutcome;
  /** Level of confidence that has the majority, from 1; null in an election or without one. */
  readonly level: number | null;
  readonly shares: readonly PersonShare[];
}

export interface PersonBallotResult {
  readonly countedBody: number;
  /** Posts filled and still open; null for a ballot of confidence. */
  readonly seats: { readonly of: number; readonly filled: number } | null;
  readonly persons: readonly PersonVerdict[];
}

/**
 * What a ballot about persons comes to, with every comparison made.
 * An election: whoever has the majority of the counted body is elected, the most votes first, up to the seats.
 * @param counts one for each person of the ballot, in its order
 */
export function personBallotResult(counts: readonly PersonCount[], terms: PersonBallotTerms): PersonBallotResult {
  const { countedBody } = terms;
  const shared = counts.map(({ personId, votes }) => ({
    personId,
    shares: votes.map((own, at) => shareOf(own, at + 1, terms)),
  }));
  if (terms.kind === 'CONFIDENCE')
    return {
      countedBody,
      seats: null,
      persons: shared.map(({ personId, shares }) => confidence(personId, shares, terms)),
    };
  const seats = terms.seats ?? 0;
  const elected = electedOf(shared, seats);
  const persons = shared.map(({ personId, shares }): PersonVerdict => ({
    personId,
    level: null,
    shares,
    outcome: terms.majority === null ? 'UNCONFIRMED' : (elected.get(personId) ?? 'NOT_ELECTED'),
  }));
  return {
    countedBody,
    seats: { of: seats, filled: persons.filter(({ outcome }) => outcome === 'ELECTED').length },
    persons,
  };
}

function shareOf(votes: number, choice: number, { countedBody, majority }: PersonBallotTerms): PersonShare {
  const sharePerMille =
    countedBody === 0 ? null : Number(roundQuotient(1000n * BigInt(votes), BigInt(countedBody), 'HALF_UP'));
  return {
    choice,
    votes,
    sharePerMille,
    formula: majority === null ? null : compareShare(votes, countedBody, majority),
  };
}

function confidence(personId: string, shares: readonly PersonShare[], { majority }: PersonBallotTerms): PersonVerdict {
  if (majority === null) return { personId, outcome: 'UNCONFIRMED', level: null, shares };
  const reached = shares.filter(({ formula }) => formula?.holds);
  const [only] = reached.length === 1 ? reached : [];
  return { personId, outcome: only ? 'LEVEL' : 'NO_MAJORITY', level: only?.choice ?? null, shares };
}

/** Whoever has the majority, by votes: a group of equals that exceeds the seats left is tied, and so nobody after it gets one. */
function electedOf(
  persons: readonly { readonly personId: string; readonly shares: readonly PersonShare[] }[],
  seats: number,
): Map<string, 'ELECTED' | 'TIED'> {
  const passed = persons.filter(({ shares }) => shares[0]?.formula?.holds);
  const votesOf = ({ shares }: (typeof persons)[number]): number => shares[0]?.votes ?? 0;
  const outcome = new Map<string, 'ELECTED' | 'TIED'>();
  let left = seats;
  for (const votes of [...new Set(passed.map(votesOf))].sort((one, other) => other - one)) {
    if (left <= 0) break;
    const equals = passed.filter((person) => votesOf(person) === votes);
    for (const { personId } of equals) outcome.set(personId, equals.length <= left ? 'ELECTED' : 'TIED');
    left = equals.length <= left ? left - equals.length : 0;
  }
  return outcome;
}
