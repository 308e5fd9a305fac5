import { Button, Tag } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { showDue } from '../../ui/dates.js';
import { ReasonForm } from '../../ui/reason-form.js';
import { closeCauses, stepNames } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { unitWords } from './unit.words.js';

/** Steps with what is in, until when, and the early close for those who may. */
export function StepTable({ unit }: { readonly unit: Schemas['UnitOverview'] }) {
  const say = useWords(unitWords);
  const nameOf = useNames(stepNames);
  const cause = useNames(closeCauses);
  const act = useAct();
  const [closing, setClosing] = useState<string | null>(null);
  const closable = new Map(unit.allowedActions.filter((one) => one.id === 'closeStepEarly' && one.allowed).map((one) => [one.href.split('/').at(-2)!, one]));
  const chosen = closing === null ? undefined : closable.get(closing);
  if (unit.steps.length === 0) return null;
  return (
    <section>
      <h2>{say('steps')}</h2>
      <div className="bx-scroll">
        <table className="bx-table">
          <thead>
            <tr>
              <th scope="col">{say('step')}</th>
              <th scope="col" className="bx-num">
                {say('done')}
              </th>
              <th scope="col">{say('due')}</th>
              <th scope="col">{say('closes')}</th>
              <th scope="col">{say('state')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {unit.steps.map((step) => (
              <tr key={step.id}>
                <th scope="row">
                  {nameOf(step.kind)}
                  {step.round > 1 && ` (${step.round})`}
                </th>
                <td className="bx-num">
                  {step.total - step.outstanding}/{step.total}
                </td>
                <td>{step.dueAt ? showDue(step.dueAt) : '–'}</td>
                <td>{step.closeAt ? showDue(step.closeAt) : '–'}</td>
                <td>
                  {step.state === 'OPEN' ? say('stepOpen') : say('stepClosed', { cause: step.closeCause ? cause(step.closeCause) : '–' })} {step.overdue && step.state === 'OPEN' && <Tag color="error">{say('late')}</Tag>}
                </td>
                <td>
                  {closable.has(step.id) && (
                    <Button onClick={() => setClosing(step.id)} aria-label={say('closeEarlyOf', { step: nameOf(step.kind) })}>
                      {say('closeEarly')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen && (
        <ReasonForm
          key={closing}
          title={say('closeEarlyOf', { step: nameOf(unit.steps.find((step) => step.id === closing)?.kind ?? '') })}
          act={act}
          onCancel={() => setClosing(null)}
          onSend={(reason) => void act.run({ method: chosen.method, href: chosen.href, body: { reason } }).then((sent) => sent && setClosing(null))}
        />
      )}
    </section>
  );
}
