import { Button, Input } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { ActStatus } from '../../ui/act-status.js';
import { useWords } from '../../words/words.js';
import { commendationWords } from './commendation.words.js';

interface Item {
  readonly item: string;
  readonly done: boolean;
  readonly document: string | null;
}

/** Answers to the checklist of one case while its dossier is open. */
export function DossierForm({ cycleId, row, checklist }: { readonly cycleId: string; readonly row: Schemas['CommendationCase']; readonly checklist: readonly string[] }) {
  const say = useWords(commendationWords);
  const act = useAct();
  const saved = (Array.isArray(row.dossier) ? row.dossier : []) as readonly Item[];
  const [items, setItems] = useState<readonly Item[]>(checklist.map((item) => saved.find((one) => one.item === item) ?? { item, done: false, document: null }));
  const change = (item: string, to: Partial<Item>) => setItems(items.map((one) => (one.item === item ? { ...one, ...to } : one)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const body = { items: items.map((one) => ({ ...one, document: one.document?.trim() ? one.document.trim() : null })) };
        void act.run({ method: 'PUT', href: `/api/v1/cycles/${cycleId}/commendations/${row.id}/dossier`, body });
      }}
    >
      <fieldset className="bx-field">
        <legend>{say('checklist')}</legend>
        {items.map((one) => (
          <div key={one.item} className="bx-row">
            <label>
              <input type="checkbox" checked={one.done} onChange={(event) => change(one.item, { done: event.target.checked })} /> {one.item}
            </label>
            <Input aria-label={say('documentOf', { item: one.item })} maxLength={300} style={{ maxWidth: 256 }} value={one.document ?? ''} onChange={(event) => change(one.item, { document: event.target.value })} />
          </div>
        ))}
      </fieldset>
      <Button size="large" htmlType="submit" loading={act.state === 'sending'}>
        {say('saveDossier')}
      </Button>
      <ActStatus act={act} done={say('done')} />
    </form>
  );
}
