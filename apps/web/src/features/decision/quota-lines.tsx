import { type Schemas } from '@binhxet/api-client';
import { subjectKinds } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { decisionWords } from './decision.words.js';

type Group = Schemas['QuotaGroup'];
type Bounds = { readonly lower: number; readonly upper: number };
const BASES = ['LOWER_ONLY', 'LOWER_PLUS_TOP'] as const;
const span = ({ lower, upper }: Bounds): string => (lower === upper ? String(lower) : `${lower}–${upper}`);

/** Used, ceiling and what is left, on both bases; the one in use is named. */
export function QuotaLines({ quota }: { readonly quota: Schemas['QuotaHeadroom'] }) {
  const say = useWords(decisionWords);
  if (quota.decided.length === 0 && quota.projected.length === 0) return <p className="bx-muted">{say('noQuota')}</p>;
  return (
    <section aria-live="polite">
      <h2>{say('quota')}</h2>
      <Lines title={say('projected')} groups={quota.projected} />
      <details>
        <summary>{say('decided')}</summary>
        <Lines title={say('decided')} groups={quota.decided} />
      </details>
    </section>
  );
}

function Lines({ title, groups }: { readonly title: string; readonly groups: readonly Group[] }) {
  const say = useWords(decisionWords);
  const subject = useNames(subjectKinds);
  return (
    <div className="bx-scroll">
      <table className="bx-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('group')}</th>
            <th scope="col" className="bx-num">
              {say('used')}
            </th>
            {BASES.map((base) => (
              <th key={base} scope="col">
                {say(`basis${base}`)}: {say('ceiling')} · {say('left')}
              </th>
            ))}
            <th scope="col">{say('rates')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={`${group.subject}${group.group}`}>
              <th scope="row">
                {subject(group.subject)}
                {group.groupName && ` · ${group.groupName}`}
              </th>
              <td className="bx-num">{group.used}</td>
              {BASES.map((base) => (
                <td key={base}>
                  <strong>{span(group.byBase[base].ceiling)}</strong> · {span(group.byBase[base].headroom)} {group.quota.base === base && <small className="bx-muted">({say('basisInUse')})</small>}
                </td>
              ))}
              <td>
                <small>{say('rate', { num: group.quota.rate.num, den: group.quota.rate.den, source: group.quota.source })}</small>
              </td>
              <td className={group.breach === 'CERTAIN' ? 'bx-wrong' : group.breach === 'POSSIBLE' ? '' : 'bx-right'}>{group.breach === 'CERTAIN' ? say('over', { n: group.excess }) : say(group.breach === 'POSSIBLE' ? 'maybe' : 'within')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
