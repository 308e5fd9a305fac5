import { type Level } from '@binhxet/domain';
import { type ExpectedResult, type ScenarioYear } from '../scenario/scenario-head.js';
import { Prng, seedOf } from './prng.js';
import { type ScenarioFiles } from './scenario-files.js';
import { type BuiltUnit } from './unit-builder.js';

/** What was registered in a year, as it stood when registration closed. */
export interface RegisteredYear {
  readonly aims: ReadonlyMap<string, Level>;
  readonly late: string;
  readonly missing: readonly string[];
}

/** Years in which one organisation registers nothing at all. */
const WITH_MISSING = [2016, 2022];
/** Up to this year registration speaks in the words of the rules of 2014: those of the year itself come later. */
const LAST_OLD_WORDS = 2018;

export const registrationTime = (year: number): NonNullable<ScenarioYear['registration']> => ({
  from: `${year}-02-02`,
  dueOn: `${year}-02-25`,
});

const wordsOf = (year: number, aim: Level): string =>
  aim === 2
    ? 'Hoàn thành tốt nhiệm vụ'
    : year <= LAST_OLD_WORDS
      ? 'Trong sạch, vững mạnh'
      : 'Hoàn thành xuất sắc nhiệm vụ';

/**
 * Every organisation registers in February: one late, one twice because it thinks better of it, in some years one not at all. Who will
 * stand at the top has aimed there; of the others every fourth did so too.
 */
export function registerYear(
  files: ScenarioFiles,
  seed: number,
  year: number,
  units: readonly BuiltUnit[],
): RegisteredYear {
  const prng = new Prng(seedOf(seed, 'registration', year));
  const codes = prng.shuffled(units.map((unit) => unit.plan.code));
  const [late, twice, absent] = codes as [string, string, string];
  const missing = WITH_MISSING.includes(year) ? [absent] : [];
  const aims = new Map<string, Level>();
  const register = (organisation: string, on: string, aim: Level) => {
    aims.set(organisation, aim);
    files.add('registrations', { organisation, on: `${year}-02-${on}`, aim, label: wordsOf(year, aim) });
  };
  for (const { plan } of units) {
    if (missing.includes(plan.code)) continue;
    const aim: Level = plan.level === 1 || prng.oneIn(4) ? 1 : 2;
    if (plan.code === twice) register(plan.code, '03', aim === 1 ? 2 : 1);
    register(plan.code, plan.code === late ? '26' : plan.code === twice ? '20' : String(prng.between(10, 19)), aim);
  }
  return { aims, late, missing };
}

/** What the board of the superior must show at the end of the year. */
export function expectedRegistrations(
  year: number,
  units: readonly BuiltUnit[],
  { aims, late, missing }: RegisteredYear,
): ExpectedResult[] {
  const achieved = new Map(units.map((unit) => [unit.plan.code, unit.plan.level]));
  const aiming = (level: Level) => [...aims].filter(([, aim]) => aim === level).map(([code]) => code);
  const kept = (code: string) => achieved.get(code)! <= aims.get(code)!;
  const below = [...aims.keys()].filter((code) => !kept(code)).sort();
  const row = (key: string, subjects: readonly string[], n: number): ExpectedResult => ({
    year,
    key: `registration.${key}`,
    expected: { k: subjects.length, n, subjects: [...subjects].sort() },
  });
  return [
    row('missing', missing, units.length),
    row('late', [late], units.length),
    ...([1, 2] as const).flatMap((level) => [
      row(`level${level}`, aiming(level), units.length),
      row(`level${level}.achieved`, aiming(level).filter(kept), aiming(level).length),
    ]),
    row('below', below, aims.size),
  ];
}
