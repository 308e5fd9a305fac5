import { type Schemas } from '@binhxet/api-client';
import { useRead } from '../api/use-read.js';
import { columnNames } from '../words/nouns.words.js';
import { useNames } from '../words/words.js';
import { ALL_RANKS, type Rank, USUAL_RANKS } from './ranks.js';

export { type Rank };

type NonLevel = Schemas['NonLevelState'];
type SubjectKind = Schemas['SubjectKind'];
type LevelLabel = Schemas['CycleRules']['labels'][number];

/** Words of the year's rules for levels and non-level states. */
export interface LevelWords {
  label(subjectKind: SubjectKind, key: Rank | NonLevel): string;
  short(subjectKind: SubjectKind, key: Rank | NonLevel): string;
  /** Ranks of the year's ladder, the best first. */
  readonly ranks: readonly Rank[];
}

/** Rules of a cycle: labels, forms, choices. They never change while it runs. */
export function useRules(cycleId: string | undefined) {
  return useRead('/api/v1/cycles/{id}/rules', { path: { id: cycleId ?? '' } }, { enabled: cycleId !== undefined, staleTime: Infinity });
}

export function useLevelWords(cycleId: string | undefined): LevelWords {
  return useLabelWords(useRules(cycleId).data?.labels);
}

/** Words of any pack, from its labels as the API sends them; while they are not there, plain ranks. */
export function useLabelWords(labels: readonly LevelLabel[] | undefined): LevelWords {
  const column = useNames(columnNames);
  const find = (subjectKind: SubjectKind, key: Rank | NonLevel) => labels?.find((one) => one.subjectKind === subjectKind && one.key === String(key));
  const fallback = (key: Rank | NonLevel) => column(typeof key === 'number' ? `L${key}` : key);
  const ranks = labels ? ALL_RANKS.filter((rank) => labels.some((one) => one.key === String(rank))) : USUAL_RANKS;
  return {
    ranks,
    label: (subjectKind, key) => find(subjectKind, key)?.label ?? fallback(key),
    short: (subjectKind, key) => find(subjectKind, key)?.short ?? find(subjectKind, key)?.label ?? fallback(key),
  };
}

const FORMS: Readonly<Record<number, string>> = {
  1: 'M8 1l2 5h5l-4 3.4 1.6 5.6L8 11.6 3.4 15 5 9.4 1 6h5z',
  2: 'M8 1a7 7 0 100 14A7 7 0 008 1zm-1 10L4 8l1.4-1.4L7 8.2l3.8-3.8L12 5.8z',
  3: 'M8 3a5 5 0 100 10A5 5 0 008 3z',
  4: 'M8 2l7 12H1z',
};
const HOURGLASS = 'M3 1h10v3L9.5 8 13 12v3H3v-3l3.5-4L3 4z';
const DASH = 'M2 7h12v2H2z';

/** Four looks for two to six ranks: the first two and the last keep theirs, whatever stands between shares one. */
function lookOf(rank: number, depth: number): number {
  if (rank > 1 && rank === depth) return 4;
  return Math.min(rank, 3);
}

/** A level or non-level state: colour follows rank, the form and the words repeat it. */
export function LevelChip({ words, subjectKind, level, nonLevel, long }: { readonly words: LevelWords; readonly subjectKind: SubjectKind; readonly level?: Rank | null | undefined; readonly nonLevel?: NonLevel | null | undefined; readonly long?: boolean }) {
  const key = level ?? nonLevel;
  if (key === null || key === undefined) return <span aria-hidden>–</span>;
  const full = words.label(subjectKind, key);
  const look = typeof key === 'number' ? lookOf(key, words.ranks.length) : null;
  const kind = look !== null ? String(look) : key === 'NOT_YET_RATED' ? 'ny' : 'nr';
  const shown = long ? full : words.short(subjectKind, key);
  return (
    <span className={`bx-chip bx-chip-${kind}`} title={full}>
      <svg viewBox="0 0 16 16" aria-hidden fill="currentColor">
        <path fillRule="evenodd" d={look !== null ? FORMS[look]! : key === 'NOT_YET_RATED' ? HOURGLASS : DASH} />
      </svg>
      {long || shown === full ? (
        shown
      ) : (
        <>
          <span aria-hidden>{shown}</span>
          <span className="bx-hidden">{full}</span>
        </>
      )}
    </span>
  );
}
