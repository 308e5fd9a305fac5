import { Tag } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { showDay, showInstant } from '../../ui/dates.js';
import { useNames, useWords } from '../../words/words.js';
import { appealWords } from './appeal.words.js';

/** Acts of a case in order, for both kinds of cases. */
export function CaseActs({ acts, stateOf }: { readonly acts: readonly Schemas['CaseAct'][]; readonly stateOf: (state: string) => string }) {
  const say = useWords(appealWords);
  const nameOf = useNames(appealWords);
  return (
    <div className="bx-scroll">
      <table className="bx-table">
        <caption>{say('acts')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('on')}</th>
            <th scope="col">{say('act')}</th>
            <th scope="col">{say('by')}</th>
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <tr key={act.ledgerEntry}>
              <td>{showDay(act.on)}</td>
              <th scope="row">
                {nameOf(act.act)} → {stateOf(act.after)}
                {act.reason && <div>{act.reason}</div>}
                {act.document && <small className="bx-muted">{act.document}</small>}
              </th>
              <td>{act.by?.fullName ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function EvidenceList({ evidence }: { readonly evidence: readonly Schemas['CaseEvidence'][] }) {
  const say = useWords(appealWords);
  return (
    <section>
      <h2>{say('evidence')}</h2>
      {evidence.length === 0 && <p className="bx-muted">{say('noEvidence')}</p>}
      <ul>
        {evidence.map((one) => (
          <li key={one.id}>
            {one.body} {one.document && <small className="bx-muted">({one.document})</small>}
            <small className="bx-muted">
              {' '}
              {one.by?.fullName} · {showInstant(one.givenAt)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface QuotaRow {
  readonly subject?: string;
  readonly used?: number;
  readonly ceiling?: { readonly lower?: number; readonly upper?: number };
  readonly breach?: string;
}

/** The quota of the year once a result is another: nobody else's result is opened for it. */
export function QuotaAfter({ quota, subjects }: { readonly quota: unknown; readonly subjects: (kind: string) => string }) {
  const say = useWords(appealWords);
  const rows = (Array.isArray(quota) ? quota : []) as readonly QuotaRow[];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{say('quota')}</h2>
      <ul>
        {rows.map((row, index) => (
          <li key={index}>
            {say('quotaLine', { subject: subjects(row.subject ?? ''), used: row.used ?? 0, ceiling: row.ceiling?.upper ?? 0 })} {row.breach === 'CERTAIN' && <Tag color="warning">{say('over')}</Tag>}
          </li>
        ))}
      </ul>
    </section>
  );
}
