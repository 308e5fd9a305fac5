import { useWords, words } from '../words/words.js';

const quotaWords = words({
  line: ['{group}: {used} mức cao nhất, tối đa {ceiling}, vượt {excess}.', '{group}: {used} at the top level, at most {ceiling}, {excess} too many.'],
  basis: ['Cơ sở tính {base}, tỷ lệ {num}/{den}, {source}', 'Base {base}, rate {num}/{den}, {source}'],
});

export interface QuotaRecord {
  readonly group?: string | null;
  readonly subject?: string;
  readonly used?: number;
  readonly excess?: number;
  readonly ceiling?: number | { readonly lower: number; readonly upper: number };
  readonly base?: string;
  readonly rate?: { readonly num: number; readonly den: number };
  readonly source?: string;
  readonly quota?: { readonly base: string; readonly rate: { readonly num: number; readonly den: number }; readonly source: string };
}

/** The numbers of a refused quota, as the API tells them. */
export function QuotaNumbers({ groups }: { readonly groups: readonly QuotaRecord[] }) {
  const say = useWords(quotaWords);
  return (
    <ul className="bx-plain-list">
      {groups.map((one, index) => {
        const ceiling = typeof one.ceiling === 'object' ? (one.ceiling.lower === one.ceiling.upper ? one.ceiling.lower : `${one.ceiling.lower}–${one.ceiling.upper}`) : one.ceiling;
        const rate = one.rate ?? one.quota?.rate;
        return (
          <li key={index}>
            {say('line', { group: one.subject ?? one.group, used: one.used, ceiling, excess: one.excess })}
            {rate && <div className="bx-muted">{say('basis', { base: one.base ?? one.quota?.base, num: rate.num, den: rate.den, source: one.source ?? one.quota?.source })}</div>}
          </li>
        );
      })}
    </ul>
  );
}
