import { type PersonBallotLine, type PersonMark } from '@binhxet/application';
import { type ExpectedResult } from '../scenario/scenario-head.js';
import { type Person } from './people.js';
import { type Prng } from './prng.js';
import { type ScenarioFiles } from './scenario-files.js';
import { type Superior } from './superior.js';
import { type BuiltUnit } from './unit-builder.js';

/** Of the conference that summed up this year: what was on its agenda is published, no figure of it is. */
export const CONFERENCE_YEAR = 2014;
const LEVELS = 3;

interface Planned {
  readonly key: string;
  readonly kind: PersonBallotLine['kind'];
  readonly title: string;
  readonly seats: number | null;
  readonly persons: readonly Person[];
  /** An election: who is to win it, by votes. */
  readonly winner?: Person;
}

/**
 * Confidence in the members of the standing committee, a by-election to the inspection commission and one of its chair: generated people
 * vote on generated people.
 * @returns what the marks must lead to
 */
export function writePersonBallots(
  files: ScenarioFiles,
  prng: Prng,
  superior: Superior,
  units: readonly BuiltUnit[],
): ExpectedResult[] {
  const held = new Set([...superior.standing, ...superior.officers].map((person) => person.code));
  const [first, second, chair] = units.flatMap((unit) =>
    unit.people
      .filter((person) => !held.has(person.code) && !unit.committee.some((one) => one.code === person.code))
      .slice(-1),
  );
  if (!first || !second || !chair) throw new Error('not enough people to stand for election');
  const ballots: readonly Planned[] = [
    {
      key: 'TN-BTV',
      kind: 'CONFIDENCE',
      title: 'Lấy phiếu tín nhiệm ủy viên ban thường vụ năm 2014',
      seats: null,
      persons: superior.standing,
    },
    {
      key: 'BAU-UBKT',
      kind: 'ELECTION',
      title: 'Bầu bổ sung ủy viên ủy ban kiểm tra',
      seats: 1,
      persons: [first, second],
      winner: first,
    },
    {
      key: 'BAU-CN-UBKT',
      kind: 'ELECTION',
      title: 'Bầu chủ nhiệm ủy ban kiểm tra',
      seats: 1,
      persons: [chair],
      winner: chair,
    },
  ];
  return ballots.flatMap((ballot) => write(files, prng, superior, ballot));
}

function write(
  files: ScenarioFiles,
  prng: Prng,
  { code: body, standing }: Superior,
  ballot: Planned,
): ExpectedResult[] {
  const { key, kind, title, seats, persons, winner } = ballot;
  for (const person of persons)
    files.add('personBallots', { body, ballot: key, kind, title, seats, person: person.code });
  const sums = Array<number>(LEVELS).fill(0);
  const mark = (voter: Person, person: Person, word: PersonMark['mark']) => {
    files.add('personMarks', { body, ballot: key, voter: voter.code, person: person.code, mark: word });
    if (Number(word) >= 1) sums[Number(word) - 1]! += 1;
  };
  // At most a third goes to somebody else or to nobody.
  const dissent = Math.floor(standing.length / 3);
  standing.forEach((voter, at) => {
    if (winner) {
      const choice = at < dissent ? persons.find((person) => person !== winner) : winner;
      for (const person of persons) mark(voter, person, person === choice ? 'chosen' : 'blank');
    } else for (const person of persons) mark(voter, person, prng.oneIn(9) ? '3' : prng.oneIn(3) ? '2' : '1');
  });
  const row = (name: string, k: number, n: number, subjects?: readonly string[]): ExpectedResult => ({
    year: CONFERENCE_YEAR,
    key: `personBallot.${key}.${name}`,
    expected: { k, n, ...(subjects && { subjects: [...subjects] }) },
  });
  return winner
    ? [row('elected', 1, seats ?? 0, [winner.code])]
    : sums.map((votes, at) => row(`level${at + 1}`, votes, persons.length * standing.length));
}
