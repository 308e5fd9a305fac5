import { Input, Tag } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../api/use-read.js';
import { LevelChip, useLevelWords } from '../../ui/level-chip.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useStateName } from '../../ui/state-name.js';
import { useWords } from '../../words/words.js';
import { unitWords } from './unit.words.js';

/** Members × what each still lacks. */
export function MemberTable({ unit }: { readonly unit: Schemas['UnitOverview'] }) {
  const say = useWords(unitWords);
  const stateOf = useStateName('memberReview');
  const levels = useLevelWords(unit.cycleId);
  const [q, setQ] = useState('');
  const pages = usePages('/api/v1/cycles/{id}/units/{code}/members', { path: { id: unit.cycleId, code: unit.code }, query: { limit: 100, ...(q.trim() && { q: q.trim() }) } });
  const rows = pages.pages.flatMap((page) => page.items);
  return (
    <section aria-labelledby="members-h">
      <h2 id="members-h">{say('members')}</h2>
      <Input.Search size="large" allowClear aria-label={say('search')} placeholder={say('search')} style={{ maxWidth: 384 }} onSearch={setQ} />
      <Loaded reading={{ data: pages.pages[0], error: pages.error, refetch: pages.refetch }}>
        {() =>
          rows.length === 0 ? (
            <p className="bx-empty">{say('noMembers')}</p>
          ) : (
            <div className="bx-scroll">
              <table className="bx-table">
                <thead>
                  <tr>
                    <th scope="col" className="bx-stick">
                      {say('member')}
                    </th>
                    <th scope="col">{say('state')}</th>
                    <th scope="col">{say('paper')}</th>
                    <th scope="col">{say('opinions')}</th>
                    <th scope="col">{say('self')}</th>
                    <th scope="col">{say('level')}</th>
                    <th scope="col">{say('lastYear')}</th>
                    <th scope="col">{say('special')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <th scope="row" className="bx-stick">
                        <Link to={`/reviews/${row.id}`}>{row.person.fullName}</Link>
                        <br />
                        <small className="bx-muted">{row.person.code}</small>
                      </th>
                      <td>{stateOf(row.state)}</td>
                      <td>
                        {say(`paper${row.paper.state as 'NONE' | 'DRAFT' | 'RETURNED' | 'SUBMITTED'}`)} {row.paper.late && <Tag color="warning">{say('late')}</Tag>}
                      </td>
                      <td>{row.opinions.requested > 0 ? `${row.opinions.given}/${row.opinions.requested}` : '–'}</td>
                      <td>
                        <LevelChip words={levels} subjectKind="MEMBER" level={row.levels.self} />
                      </td>
                      <td>
                        <LevelChip words={levels} subjectKind="MEMBER" level={row.levels.decided ?? row.levels.proposed} nonLevel={row.nonLevel} />
                      </td>
                      <td>{row.lastYear?.label ?? '–'}</td>
                      <td>
                        {row.isHead && <Tag>{say('head')}</Tag>}
                        {row.memberStatus === 'PROBATIONARY' && <Tag>{say('probationary')}</Tag>}
                        {row.dutyClause}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Loaded>
      <MoreButton pages={pages} />
    </section>
  );
}
