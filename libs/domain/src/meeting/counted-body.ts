import { type MemberStatus } from '../organisation/roles.js';
import { type CountedExclusion, type CountedRule, type RollFlag } from '../rule-pack/companion-rules.js';
import { type Mark } from '../rule-pack/sourced.js';
import { AppError, type FieldError } from '../shared/app-error.js';

/** One person of a frozen roll, as of the meeting. */
export interface RollPerson {
  readonly personId: string;
  readonly status: MemberStatus;
  readonly flags: Readonly<Partial<Record<RollFlag, boolean>>>;
  readonly present: boolean;
  /** Present people vote unless they abstain or hand back their right; default: `present`. */
  readonly voting?: boolean;
  /** Members of a committee: holds the post today; default true. */
  readonly inOffice?: boolean;
}

/** The rule that defines the denominator, put together from a voting-rule file. */
export interface CountedBodyRule {
  readonly rule: CountedRule;
  readonly source: string;
  readonly mark: Mark;
  readonly exclusions: readonly CountedExclusion[];
  readonly votingStatuses: readonly MemberStatus[];
}

export type CountedReason =
  'COUNTED' | 'PRESENT_AND_VOTING' | 'NO_VOTING_STATUS' | 'NOT_IN_OFFICE' | 'NOT_PRESENT' | 'EXCLUDED';

export interface CountedEntry {
  readonly personId: string;
  readonly counted: boolean;
  /** May vote now: counted and present. */
  readonly entitled: boolean;
  readonly reason: CountedReason;
  readonly flag?: RollFlag;
  readonly source: string;
  readonly mark: Mark;
}

export interface CountedBody {
  readonly rule: CountedRule;
  readonly source: string;
  /** The denominator, people. */
  readonly counted: number;
  /** Counted people who are present. */
  readonly present: number;
  readonly entries: readonly CountedEntry[];
}

/**
 * Counts the body behind every quorum and majority, and says for each person why.
 * @param roll each person once
 * @throws AppError MEETING.ROLL_INVALID (invalid): a person twice, or absent and voting
 * Source: ballots-and-documents.md section 2 (QĐ 24-QĐ/TW 9.3.2, 9.3.3 through the rule file)
 */
export function countBody(roll: readonly RollPerson[], rule: CountedBodyRule): CountedBody {
  const errors = rollErrors(roll);
  if (errors.length > 0)
    throw new AppError('MEETING.ROLL_INVALID', 'invalid', 'the roll contradicts itself', {}, errors);
  const entries = roll.map((person) => countPerson(person, rule));
  return {
    rule: rule.rule,
    source: rule.source,
    counted: entries.filter((entry) => entry.counted).length,
    present: entries.filter((entry) => entry.entitled).length,
    entries,
  };
}

function countPerson(person: RollPerson, rule: CountedBodyRule): CountedEntry {
  const voting = person.voting ?? person.present;
  const entry = (
    counted: boolean,
    reason: CountedReason,
    of: { source: string; mark: Mark } = rule,
    flag?: RollFlag,
  ): CountedEntry => ({
    personId: person.personId,
    counted,
    entitled: counted && person.present,
    reason,
    ...(flag && { flag }),
    source: of.source,
    mark: of.mark,
  });
  if (!rule.votingStatuses.includes(person.status)) return entry(false, 'NO_VOTING_STATUS');
  switch (rule.rule) {
    case 'ALL_OFFICIAL':
      return entry(true, 'COUNTED');
    case 'PRESENT':
      return person.present ? entry(true, 'COUNTED') : entry(false, 'NOT_PRESENT');
    case 'MEMBERS_IN_OFFICE':
      return person.inOffice === false ? entry(false, 'NOT_IN_OFFICE') : entry(true, 'COUNTED');
    case 'SUMMONED_OFFICIAL_MINUS_EXCLUSIONS': {
      const hits = rule.exclusions.filter((exclusion) => person.flags[exclusion.flag]);
      const excluded = hits.find((exclusion) => !(exclusion.unlessVoting && voting));
      if (excluded) return entry(false, 'EXCLUDED', excluded, excluded.flag);
      const waived = hits[0];
      return waived ? entry(true, 'PRESENT_AND_VOTING', waived, waived.flag) : entry(true, 'COUNTED');
    }
  }
}

/** Invariant 12: nobody twice; nobody votes who is not there; nobody entitled here while temporarily elsewhere. */
export function rollErrors(roll: readonly RollPerson[]): FieldError[] {
  const seen = new Set<string>();
  return roll.flatMap((person, index) => {
    const errors: FieldError[] = [];
    if (seen.has(person.personId)) errors.push({ pointer: `/${index}/personId`, code: 'ROLL.PERSON_TWICE' });
    seen.add(person.personId);
    if (person.voting && !person.present) errors.push({ pointer: `/${index}/voting`, code: 'ROLL.VOTING_ABSENT' });
    if (person.voting && person.flags.temporarilyElsewhere)
      errors.push({ pointer: `/${index}/voting`, code: 'ROLL.VOTES_ELSEWHERE' });
    return errors;
  });
}
