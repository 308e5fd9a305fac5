import { type Person } from './people.js';
import { type Prng } from './prng.js';
import { type ScenarioFiles } from './scenario-files.js';
import { type BuiltUnit, type UnitBuilder } from './unit-builder.js';
import { vote } from './votes.js';

export interface Superior {
  readonly code: string;
  readonly standing: readonly Person[];
  readonly officers: readonly Person[];
}

/** The superior with its standing committee and advisory office; their holders are members of cells of the tree. */
export function addSuperior(files: ScenarioFiles, code: string, name: string, from = '2015-01-01'): void {
  files.add('organisations', { code, name, role: 'SUPERIOR_ORG', from });
}

/** @param pool people without another leading post, in order of preference */
export function addSuperiorPosts(
  builder: UnitBuilder,
  code: string,
  pool: readonly Person[],
  seats: number,
  officers: number,
): Superior {
  const standing = pool.slice(0, seats);
  const office = pool.slice(seats, seats + officers);
  if (office.length < officers) throw new Error('not enough people for the posts of the superior');
  standing.forEach((person, at) =>
    builder.post(
      person,
      code,
      'STANDING_COMMITTEE',
      at === 0 ? 'SECRETARY' : at < 3 ? 'DEPUTY_SECRETARY' : 'STANDING_MEMBER',
      at === 0,
    ),
  );
  office.forEach((person) => builder.post(person, code, 'ADVISORY_BODY', 'OFFICER'));
  return { code, standing, officers: office };
}

/** What the standing committee puts down for every grassroots organisation and its collective. */
export function writeStandingVotes(
  files: ScenarioFiles,
  prng: Prng,
  superior: Superior,
  units: readonly BuiltUnit[],
): void {
  const voters = superior.standing.map((person) => person.code);
  const ballot = { body: superior.code, kind: 'STANDING_DECISION' as const };
  for (const { plan, committee } of units) {
    vote(files, prng, ballot, voters.length, voters, plan.code, plan.level, { dissent: 2 });
    if (committee.length > 0)
      vote(files, prng, ballot, voters.length, voters, `COLLECTIVE:${plan.code}`, plan.collectiveLevel, { dissent: 2 });
  }
}
