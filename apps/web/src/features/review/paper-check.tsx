import { Alert, Radio } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { Link } from 'react-router';
import { useAct } from '../../api/use-act.js';
import { ActionButton, actionOf } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { LevelChip, type Rank, useLevelWords } from '../../ui/level-chip.js';
import { useWords } from '../../words/words.js';
import { type Form, type GRADES, stateOfSection } from './paper-forms.js';
import { reviewWords } from './review.words.js';
import { type useDraft } from './use-draft.js';

type Props = { readonly review: Schemas['Review']; readonly form: Form; readonly work: ReturnType<typeof useDraft> };

/** Everything once more, each part with its way back, and the self-assigned level; then handing in. */
export function PaperCheck({ review, form, work }: Props) {
  const say = useWords(reviewWords);
  const levels = useLevelWords(review.cycleId);
  const act = useAct();
  const { draft } = work;
  const missing = form.sections.filter((section) => stateOfSection(section, draft.sections[section.id] ?? '', draft.grades[section.id] ?? '') !== 'stateDone');
  const submit = actionOf(review.allowedActions, 'submitPaper');
  // The server blocks a paper without text or level as it knows it; here the author has just written them.
  const unsent = submit?.reasonCode === 'PAPER.MISSING' || submit?.reasonCode === 'PAPER.SELF_LEVEL_MISSING';
  const shown = submit && { ...submit, ...(unsent && (draft.selfLevel === null ? { allowed: false, reasonCode: 'PAPER.SELF_LEVEL_MISSING' } : { allowed: true, reasonCode: null })) };
  const handIn = async () => {
    // Only what the server has can be handed in.
    if (!(await work.save())) return;
    await act.run({ method: 'POST', href: submit!.href, ifMatch: `"v${work.latest()}"` });
  };
  return (
    <section aria-labelledby="check-h">
      <h2 id="check-h">{say('check')}</h2>
      <p>{say('checkLead')}</p>
      {missing.length > 0 && <Alert type="warning" showIcon title={say('missing', { list: missing.map((section) => section.id) })} />}
      {form.sections.map((section) => (
        <section key={section.id}>
          <h3>
            {section.id}. {section.heading}
          </h3>
          <p className="bx-written">{draft.sections[section.id] || say('empty')}</p>
          <p className="bx-row">
            {section.graded && <span>{`${say('grade')}: ${draft.grades[section.id] ? say(draft.grades[section.id] as (typeof GRADES)[number]) : '–'}`}</span>}
            <Link to={`?section=${section.id}`} replace aria-label={`${say('edit')}: ${section.heading}`}>
              {say('edit')}
            </Link>
          </p>
        </section>
      ))}
      <fieldset className="bx-field">
        <legend>{say('selfLevel')}</legend>
        <Radio.Group
          value={draft.selfLevel}
          onChange={(event) => {
            work.edit({ selfLevel: event.target.value as Rank });
            void work.save();
          }}
        >
          {levels.ranks.map((rank) => (
            <Radio key={rank} value={rank}>
              <LevelChip words={levels} subjectKind={review.subjectKind} level={rank} long />
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      {shown && (
        <ActionButton action={shown} primary busy={act.state === 'sending'} onAct={() => void handIn()}>
          {say(review.subjectKind === 'MEMBER' ? 'submit' : 'submitReport')}
        </ActionButton>
      )}
      <ActStatus act={act} />
    </section>
  );
}
