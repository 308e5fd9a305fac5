import { useRead } from '../../api/use-read.js';
import { subjectKinds } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { unitWords } from './unit.words.js';

const BASES = ['LOWER_ONLY', 'LOWER_PLUS_TOP'] as const;
const span = ({ lower, upper }: { readonly lower: number; readonly upper: number }): string => (lower === upper ? String(lower) : `${lower}–${upper}`);

/** Before the vote: how many top levels the groups may still give that this unit's people and bodies count in. Counts, no names. */
export function UnitQuota({ cycleId, code }: { readonly cycleId: string; readonly code: string }) {
  const say = useWords(unitWords);
  const subject = useNames(subjectKinds);
  const { data } = useRead('/api/v1/cycles/{id}/units/{code}/quota', { path: { id: cycleId, code } });
  if (!data || data.groups.length === 0) return null;
  return (
    <section aria-live="polite">
      <h2>{say('quota')}</h2>
      <p className="bx-muted">{say('quotaLead')}</p>
      <div className="bx-scroll">
        <table className="bx-table">
          <thead>
            <tr>
              <th scope="col">{say('quotaGroup')}</th>
              <th scope="col" className="bx-num">
                {say('quotaOwn')}
              </th>
              <th scope="col" className="bx-num">
                {say('quotaProposed')}
              </th>
              <th scope="col" className="bx-num">
                {say('quotaOpen')}
              </th>
              {BASES.map((base) => (
                <th key={base} scope="col">
                  {say(`quota${base}`)}
                </th>
              ))}
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {data.groups.map((group) => (
              <tr key={`${group.quota.id}${group.group}`}>
                <th scope="row">
                  {subject(group.subject)}
                  {group.groupName && ` · ${group.groupName}`}
                </th>
                <td className="bx-num">{group.own}</td>
                <td className="bx-num">{group.proposed.count.top}</td>
                <td className="bx-num">{group.proposed.count.undecided}</td>
                {BASES.map((base) => (
                  <td key={base}>
                    <strong>{span(group.proposed.byBase[base].ceiling)}</strong> · {span(group.proposed.byBase[base].headroom)} {group.quota.base === base && <small className="bx-muted">({say('quotaInUse')})</small>}
                  </td>
                ))}
                <td className={group.proposed.breach === 'CERTAIN' ? 'bx-wrong' : ''}>{say(`quota${group.proposed.breach}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
