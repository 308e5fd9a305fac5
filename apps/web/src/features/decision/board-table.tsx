import { Tag } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { LevelChip, type Rank, useLevelWords } from '../../ui/level-chip.js';
import { useReviewState } from '../../ui/state-name.js';
import { useWords } from '../../words/words.js';
import { decisionWords } from './decision.words.js';
import { type Ceilings, GroundSelect, isAbove } from './ground-select.js';

type Row = Schemas['BoardRow'];
export type Adjustments = Readonly<Record<string, { readonly level: Rank; readonly reason: string; readonly ground?: string | undefined }>>;

/** Self → proposed → vote → decided; where the decision is due, another level with its reason. @param onAdjust null: read only */
export function BoardTable({ cycleId, rows, adjustments, refused, onAdjust }: { readonly cycleId: string; readonly refused: Ceilings; readonly rows: readonly Row[]; readonly adjustments: Adjustments; readonly onAdjust: ((adjustments: Adjustments) => void) | null }) {
  const say = useWords(decisionWords);
  const stateOf = useReviewState();
  const levels = useLevelWords(cycleId);
  const set = (row: Row, level: Rank | null) => {
    const { [row.id]: old, ...others } = adjustments;
    onAdjust?.(level === null ? others : { ...others, [row.id]: { ...old, level, reason: old?.reason ?? '' } });
  };
  return (
    <div className="bx-scroll">
      <table className="bx-table">
        <thead>
          <tr>
            <th scope="col" className="bx-stick">
              {say('subject')}
            </th>
            <th scope="col">{say('state')}</th>
            <th scope="col">{say('self')}</th>
            <th scope="col">{say('proposed')}</th>
            <th scope="col">{say('ceilingShort')}</th>
            <th scope="col">{say('vote')}</th>
            <th scope="col">{say('now')}</th>
            <th scope="col">{say('last')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const kind = row.subjectKind;
            const chip = (level: Rank | null | undefined) => <LevelChip words={levels} subjectKind={kind} level={level} />;
            const open = onAdjust !== null && row.decision === null && row.vote !== null;
            const adjusted = adjustments[row.id];
            return (
              <tr key={row.id}>
                <th scope="row" className="bx-stick">
                  {row.subject.name} {row.isHead && <Tag>{say('head')}</Tag>}
                  {row.organisation.name !== row.subject.name && (
                    <>
                      <br />
                      <small className="bx-muted">{row.organisation.name}</small>
                    </>
                  )}
                </th>
                <td>{stateOf(kind, row.state)}</td>
                <td>{chip(row.levels.self)}</td>
                <td>{chip(row.levels.verified ?? row.levels.proposed)}</td>
                <td>{chip(refused[row.id] ?? row.ceiling)}</td>
                <td>
                  {row.vote && (
                    <>
                      {row.vote.verdict ? chip(row.vote.verdict) : say('needsLevel')} <small className="bx-muted">{row.vote.votes.join(' · ')}{row.vote.countedBody !== null && ` / ${row.vote.countedBody}`}</small>
                    </>
                  )}
                </td>
                <td>
                  {open ? (
                    <>
                      <select id={`adjust-${row.id}`} className="bx-input" aria-label={say('adjustOf', { name: row.subject.name })} value={adjusted?.level ?? ''} onChange={(event) => set(row, event.target.value === '' ? null : (Number(event.target.value) as Rank))}>
                        <option value="">{row.vote!.verdict === null ? say('needsLevel') : say('noChange')}</option>
                        {levels.ranks.map((rank) => (
                          <option key={rank} value={rank}>
                            {levels.label(kind, rank)}
                          </option>
                        ))}
                      </select>
                      {adjusted && (
                        <input
                          id={`adjust-reason-${row.id}`}
                          className="bx-input"
                          aria-label={`${say('adjustReason')}: ${row.subject.name}`}
                          placeholder={say('adjustReason')}
                          aria-invalid={adjusted.reason.trim() === '' || undefined}
                          value={adjusted.reason}
                          maxLength={4000}
                          onChange={(event) => onAdjust({ ...adjustments, [row.id]: { ...adjusted, reason: event.target.value } })}
                        />
                      )}
                      {adjusted && isAbove(row, adjusted.level, refused) && <GroundSelect cycleId={cycleId} row={row} name={row.subject.name} value={adjusted.ground} onChange={(ground) => onAdjust({ ...adjustments, [row.id]: { ...adjusted, ground } })} />}
                      {!adjusted && isAbove(row, row.vote!.verdict, refused) && <div className="bx-wrong">{say('aboveVoted')}</div>}
                    </>
                  ) : (
                    <LevelChip words={levels} subjectKind={kind} level={row.levels.decided} nonLevel={row.nonLevel} />
                  )}
                  {row.decision?.reason && <div className="bx-muted">{row.decision.reason}</div>}
                </td>
                <td>{row.lastYear?.label ?? '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
