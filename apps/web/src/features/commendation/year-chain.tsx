import { type Schemas } from '@binhxet/api-client';
import { type LevelWords, type Rank } from '../../ui/level-chip.js';
import { useNames, useWords } from '../../words/words.js';
import { commendationWords } from './commendation.words.js';

interface Link {
  readonly year?: number;
  readonly level?: Rank | null;
  readonly label?: string | null;
  readonly packId?: string;
  readonly pack?: string;
  readonly counts?: boolean;
  /** What became of the year; absent in chains of an earlier shape. */
  readonly status?: string;
}

/** Boxes, one a year, as then written; a year that breaks the chain is drawn as a gap. */
export function YearChain({ chain, subjectKind, words }: { readonly chain: unknown; readonly subjectKind: Schemas['SubjectKind']; readonly words: LevelWords }) {
  const say = useWords(commendationWords);
  const whyOf = useNames(commendationWords);
  const links = (Array.isArray(chain) ? chain : ((chain as { years?: unknown } | null)?.years ?? [])) as readonly Link[];
  if (links.length === 0) return null;
  return (
    <ol className="bx-chain" aria-label={say('chain')}>
      {links.map((link, index) => (
        <li key={index} className={(link.status ?? (link.level ? 'QUALIFIES' : 'GAP')) === 'QUALIFIES' ? '' : 'bx-gap'}>
          {say('year', { year: String(link.year ?? ''), label: link.label ?? (link.level ? words.short(subjectKind, link.level) : '–') })}
          {link.status && link.status !== 'QUALIFIES' && <small> ({whyOf(link.status)})</small>}
          {(link.packId ?? link.pack) && <small className="bx-muted"> {link.packId ?? link.pack}</small>}
        </li>
      ))}
    </ol>
  );
}
