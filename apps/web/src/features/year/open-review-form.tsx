import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { type AllowedAction } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { useWords } from '../../words/words.js';
import { cycleWords } from '../cycle/cycle.words.js';
import { yearWords } from './year.words.js';

const DATES = { selfReview: 'selfReview', cellMeeting: 'cellMeeting', cellSubmission: 'cellSubmission', unitSitting: 'unitSitting', unitDossier: 'unitDossier', verification: 'verificationOn', classification: 'classification', heads: 'heads', commendation: 'commendation' } as const;

/** Opens the review of a cycle that began with the year: packs are chosen by the year, settings and dates by the superior. */
export function OpenReviewForm({ action, today }: { readonly action: AllowedAction; readonly today: string }) {
  const say = useWords(yearWords);
  const date = useWords(cycleWords);
  const act = useAct();
  const [settings, setSettings] = useState('DEFAULT');
  const [plan, setPlan] = useState<Readonly<Record<string, string>>>({});
  return (
    <form
      className="bx-panel bx-form"
      onSubmit={(event) => {
        event.preventDefault();
        const dates = Object.fromEntries(Object.entries(plan).filter(([, day]) => day !== ''));
        void act.run({ method: action.method, href: action.href, body: { settings: settings.trim(), plan: dates } });
      }}
    >
      <h2 style={{ marginTop: 0 }}>{say('openReview')}</h2>
      <p>{say('openReviewLead')}</p>
      <label htmlFor="review-settings">{say('settingsFile')}</label>
      <Input id="review-settings" size="large" required maxLength={60} value={settings} onChange={(event) => setSettings(event.target.value)} />
      {Object.entries(DATES).map(([key, word]) => (
        <div key={key} style={{ display: 'contents' }}>
          <label htmlFor={`plan-${key}`}>{date(word)}</label>
          <input id={`plan-${key}`} className="bx-input" type="date" min={today} value={plan[key] ?? ''} onChange={(event) => setPlan({ ...plan, [key]: event.target.value })} />
        </div>
      ))}
      <div>
        <button type="submit" className="bx-button" disabled={act.state === 'sending'}>
          {say('openReview')}
        </button>
      </div>
      <ActStatus act={act} />
    </form>
  );
}
