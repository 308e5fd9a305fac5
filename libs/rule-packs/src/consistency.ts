import {
  depthOf,
  FEWEST_LEVELS,
  LEVELS,
  ranksOf,
  SUBJECT_KINDS,
  yearOf,
  type RatingPack,
  type WorkingCalendar,
} from '@binhxet/domain';
import { trialOf } from './cel/compile-gates.js';
import { derivedProblems } from './cel/derived-facts.js';
import { type LoadedRuleFile, type RuleFile, type RuleFileProblem } from './rule-file.js';

/** What a schema cannot say about one file. */
export function consistencyProblems(file: string, content: RuleFile): RuleFileProblem[] {
  if (content.kind === 'rating-pack')
    return [
      ...ladderProblems(file, content),
      ...depthProblems(file, content),
      ...derivedFactProblems(file, content),
      ...gateProblems(file, content),
      ...idProblems(file, content),
      ...deadlineProblems(file, content),
    ];
  if (content.kind === 'calendar') return calendarProblems(file, content);
  return [];
}

function ladderProblems(file: string, pack: RatingPack): RuleFileProblem[] {
  const { from, to } = pack.ratingYears;
  const problems: RuleFileProblem[] =
    to !== null && to < from
      ? [{ file, path: '/ratingYears/to', code: 'PACK.INCONSISTENT', reason: `ends before ${from}` }]
      : [];
  const depth = depthOf(pack);
  if (depth < FEWEST_LEVELS)
    problems.push({
      file,
      path: '/ladder',
      code: 'PACK.INCONSISTENT',
      reason: `a ladder has ${FEWEST_LEVELS} to ${LEVELS.length} ranks`,
    });
  for (const subject of SUBJECT_KINDS) {
    for (const level of ranksOf(depth)) {
      const count = pack.ladder.filter((entry) => entry.level === level && entry.subjects.includes(subject)).length;
      if (count !== 1)
        problems.push({
          file,
          path: '/ladder',
          code: 'PACK.INCONSISTENT',
          reason: `${subject} has ${count} labels for rank ${level}, needs one`,
        });
    }
  }
  return problems;
}

const DERIVED_CODES = {
  EXPRESSION: 'PACK.EXPRESSION',
  CIRCLE: 'PACK.CIRCLE',
  DECLARED_TWICE: 'PACK.DUPLICATE',
} as const;

function derivedFactProblems(file: string, pack: RatingPack): RuleFileProblem[] {
  return SUBJECT_KINDS.flatMap((subject) =>
    derivedProblems(pack, subject).map(({ name, kind, reason }): RuleFileProblem => ({
      file,
      path: `/derived/${subject}/${name}${kind === 'DECLARED_TWICE' ? '' : '/expression/value'}`,
      code: DERIVED_CODES[kind],
      reason,
    })),
  );
}

function gateProblems(file: string, pack: RatingPack): RuleFileProblem[] {
  return (pack.gates ?? []).flatMap((gate, index): RuleFileProblem[] => {
    const refused = trialOf(gate, pack);
    return refused === null
      ? []
      : [{ file, path: `/gates/${index}/expression/value`, code: 'PACK.EXPRESSION', reason: `${gate.id}: ${refused}` }];
  });
}

function idProblems(file: string, pack: RatingPack): RuleFileProblem[] {
  return (
    ['gates', 'quotas', 'exemptions', 'opinions', 'specialCases', 'steps', 'order', 'authority', 'deadlines', 'forms'] as const
  ).flatMap((list) => {
    const seen = new Set<string>();
    return (pack[list] ?? []).flatMap(({ id }, index): RuleFileProblem[] => {
      const twice = seen.has(id);
      seen.add(id);
      return twice
        ? [{ file, path: `/${list}/${index}/id`, code: 'PACK.DUPLICATE', reason: `${id} stands twice` }]
        : [];
    });
  });
}

/** Gates and caps name ranks of the ladder; the worst rank cannot be required, the best cannot be a cap. */
function depthProblems(file: string, pack: RatingPack): RuleFileProblem[] {
  const depth = depthOf(pack);
  const refused = (path: string, id: string, level: number): RuleFileProblem => ({
    file,
    path,
    code: 'PACK.INCONSISTENT',
    reason: `${id}: rank ${level} does not fit a ladder of ${depth}`,
  });
  const gates = (pack.gates ?? []).flatMap(({ id, effect }, index) =>
    effect.level <= (effect.kind === 'REQUIRE' ? depth - 1 : depth)
      ? []
      : [refused(`/gates/${index}/effect/level`, id, effect.level)],
  );
  const caps = (pack.exemptions ?? []).flatMap(({ id, effect }, index) =>
    effect.value?.kind === 'LEVEL_CAP' && effect.value.level > depth
      ? [refused(`/exemptions/${index}/effect/value/level`, id, effect.value.level)]
      : [],
  );
  const votes = (['membersMeeting', 'committee'] as const).flatMap((body) =>
    Object.keys(pack.votingOverrides?.[body]?.byLevel ?? {}).flatMap((level) =>
      Number(level) <= depth ? [] : [refused(`/votingOverrides/${body}/byLevel/${level}`, body, Number(level))],
    ),
  );
  return [...gates, ...caps, ...votes];
}

/** A day of a quarter means nothing in a pack of years. */
function deadlineProblems(file: string, pack: RatingPack): RuleFileProblem[] {
  return (pack.deadlines ?? []).flatMap(({ id, before }, index): RuleFileProblem[] =>
    before.value && 'monthOfQuarter' in before.value && pack.period !== 'QUARTER'
      ? [
          {
            file,
            path: `/deadlines/${index}/before/value`,
            code: 'PACK.INCONSISTENT',
            reason: `${id} counts from a quarter, the pack has no period QUARTER`,
          },
        ]
      : [],
  );
}

function calendarProblems(file: string, calendar: WorkingCalendar): RuleFileProblem[] {
  return (['holidays', 'workingDays'] as const).flatMap((list) => {
    const seen = new Set<string>();
    return calendar[list].flatMap(({ date }, index): RuleFileProblem[] => {
      const path = `/${list}/${index}/date`;
      const twice = seen.has(date);
      seen.add(date);
      if (twice) return [{ file, path, code: 'PACK.DUPLICATE', reason: `${date} stands twice` }];
      return yearOf(date) === calendar.year
        ? []
        : [{ file, path, code: 'PACK.INCONSISTENT', reason: `${date} is not in ${calendar.year}` }];
    });
  });
}

/** The newest version of each id: an older one rules only the cycles that are pinned to it. */
export function newestOfEach<T extends RuleFile>(files: readonly LoadedRuleFile<T>[]): LoadedRuleFile<T>[] {
  return files.filter(
    ({ content }) => !files.some((other) => other.content.id === content.id && other.content.version > content.version),
  );
}

/** What only shows between files: an id and version once, no rating year in two packs, no map of an unknown pack. */
export function crossFileProblems(files: readonly LoadedRuleFile[]): RuleFileProblem[] {
  return [
    ...duplicateProblems(files),
    ...overlapProblems(files),
    ...unknownPackProblems(files),
    ...unknownTitleProblems(files),
  ];
}

function duplicateProblems(files: readonly LoadedRuleFile[]): RuleFileProblem[] {
  const seen = new Map<string, LoadedRuleFile>();
  return files.flatMap((loaded): RuleFileProblem[] => {
    const { file, content } = loaded;
    const key = `${content.id}@${content.version}`;
    const other =
      seen.get(key) ?? files.find((each) => each.content.id === content.id && each.content.kind !== content.kind);
    seen.set(key, loaded);
    return other ? [{ file, path: '/id', code: 'PACK.DUPLICATE', reason: `${key} is also in ${other.file}` }] : [];
  });
}

function overlapProblems(files: readonly LoadedRuleFile[]): RuleFileProblem[] {
  const packs = newestOfEach(
    files.filter((loaded): loaded is LoadedRuleFile<RatingPack> => loaded.content.kind === 'rating-pack'),
  );
  return packs.flatMap(({ file, content }, index) =>
    packs.slice(0, index).flatMap((other): RuleFileProblem[] => {
      const overlaps =
        other.content.id !== content.id &&
        (other.content.period ?? 'YEAR') === (content.period ?? 'YEAR') &&
        content.ratingYears.from <= (other.content.ratingYears.to ?? Infinity) &&
        other.content.ratingYears.from <= (content.ratingYears.to ?? Infinity);
      return overlaps
        ? [
            {
              file,
              path: '/ratingYears',
              code: 'PACK.INCONSISTENT',
              reason: `shares a rating year with ${other.content.id} in ${other.file}`,
            },
          ]
        : [];
    }),
  );
}

/** A title that an equivalence entry reads must be one that its packs give at that rank. */
function unknownTitleProblems(files: readonly LoadedRuleFile[]): RuleFileProblem[] {
  const ladders = files.flatMap(({ content }) => (content.kind === 'rating-pack' ? [content] : []));
  return files.flatMap(({ file, content }) =>
    content.kind !== 'level-equivalence'
      ? []
      : content.maps.flatMap(({ from, packs }, index) =>
          packs
            .filter((pack) => from.title !== undefined && !gives(ladders, pack, from.level, from.title))
            .map((pack): RuleFileProblem => ({
              file,
              path: `/maps/${index}/from/title`,
              code: 'PACK.INCONSISTENT',
              reason: `${pack} has no title ${from.title} at rank ${from.level}`,
            })),
        ),
  );
}

function gives(packs: readonly RatingPack[], id: string, level: number, title: string): boolean {
  const versions = packs.filter((pack) => pack.id === id);
  return (
    versions.length === 0 ||
    versions.some(({ ladder }) => ladder.some((entry) => entry.level === level && entry.titles?.includes(title)))
  );
}

function unknownPackProblems(files: readonly LoadedRuleFile[]): RuleFileProblem[] {
  const known = new Set(files.filter(({ content }) => content.kind === 'rating-pack').map(({ content }) => content.id));
  return files.flatMap(({ file, content }) =>
    content.kind !== 'level-equivalence'
      ? []
      : content.maps.flatMap((entry, index) =>
          entry.packs
            .filter((pack) => !known.has(pack))
            .map((pack): RuleFileProblem => ({
              file,
              path: `/maps/${index}/packs`,
              code: 'PACK.INCONSISTENT',
              reason: `no rating pack ${pack}`,
            })),
        ),
  );
}
