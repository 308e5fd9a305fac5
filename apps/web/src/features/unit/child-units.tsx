import { Button } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { usePages } from '../../api/use-read.js';
import { type AllowedAction } from '../../ui/action-button.js';
import { LevelChip, useLevelWords } from '../../ui/level-chip.js';
import { MoreButton } from '../../ui/loaded.js';
import { ReasonForm } from '../../ui/reason-form.js';
import { useStateName } from '../../ui/state-name.js';
import { phaseNames } from '../../words/phases.words.js';
import { useNames, useWords } from '../../words/words.js';
import { unitWords } from './unit.words.js';

const TITLES = { returnResult: 'returnOf', proceedWithout: 'proceedOf' } as const;
const BUTTONS = { returnResult: 'returnResult', proceedWithout: 'proceedWithout' } as const;
type Name = keyof typeof TITLES;

/** Lower units: how far, what was handed in, and what the level above may do about each. */
export function ChildUnits({ unit }: { readonly unit: Schemas['UnitOverview'] }) {
  const say = useWords(unitWords);
  const phase = useNames(phaseNames);
  const stateOf = useStateName('submission');
  const levels = useLevelWords(unit.cycleId);
  const act = useAct();
  const [chosen, setChosen] = useState<{ readonly action: AllowedAction; readonly name: string } | null>(null);
  const pages = usePages('/api/v1/cycles/{id}/units/{code}/children', { path: { id: unit.cycleId, code: unit.code }, query: { limit: 50 } });
  const rows = pages.pages.length > 0 ? pages.pages.flatMap((page) => page.items) : unit.children.items;
  return (
    <section aria-labelledby="children-h">
      <h2 id="children-h">{say('children')}</h2>
      <div className="bx-scroll">
        <table className="bx-table">
          <thead>
            <tr>
              <th scope="col" className="bx-stick">
                {say('unit')}
              </th>
              <th scope="col">{say('phase')}</th>
              <th scope="col">{say('handedIn')}</th>
              <th scope="col">{say('organisation')}</th>
              <th scope="col">{say('collective')}</th>
              <th scope="col" className="bx-num">
                {say('members')}
              </th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <th scope="row" className="bx-stick">
                  <Link to={`/cycles/${unit.cycleId}/units/${row.code}`}>{row.name}</Link>
                </th>
                <td>{phase(row.phase)}</td>
                <td>{row.submission ? `${stateOf(row.submission.state)} (${row.submission.round})` : say('notHandedIn')}</td>
                <td>{row.organisationReview && <LevelChip words={levels} subjectKind="ORGANISATION" level={row.organisationReview.levels.decided ?? row.organisationReview.levels.self} nonLevel={row.organisationReview.nonLevel} />}</td>
                <td>{row.collectiveReview && <LevelChip words={levels} subjectKind="COLLECTIVE" level={row.collectiveReview.levels.decided ?? row.collectiveReview.levels.self} nonLevel={row.collectiveReview.nonLevel} />}</td>
                <td className="bx-num">
                  {row.members.decided}/{row.members.total}
                </td>
                <td>
                  {row.allowedActions
                    .filter((action) => action.allowed && action.id in TITLES)
                    .map((action) => (
                      <Button key={action.id} onClick={() => setChosen({ action, name: row.name })} aria-label={say(TITLES[action.id as Name], { unit: row.name })}>
                        {say(BUTTONS[action.id as Name])}
                      </Button>
                    ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MoreButton pages={pages} />
      {chosen && (
        <ReasonForm
          key={chosen.action.href}
          title={say(TITLES[chosen.action.id as Name], { unit: chosen.name })}
          danger={chosen.action.id === 'proceedWithout'}
          act={act}
          onCancel={() => setChosen(null)}
          onSend={(reason) => void act.run({ method: chosen.action.method, href: chosen.action.href, body: { reason } }).then((sent) => sent && setChosen(null))}
        />
      )}
    </section>
  );
}
