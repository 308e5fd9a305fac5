import { Alert, Radio } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { Link, useSearchParams } from 'react-router';
import { showTime } from '../../ui/dates.js';
import { ProblemPanel } from '../../ui/problem-panel.js';
import { useWords } from '../../words/words.js';
import { useSession } from '../session/session.js';
import { DraftConflicts } from './draft-conflicts.js';
import { PaperCheck } from './paper-check.js';
import { formsFor, type SectionState, stateOfSection } from './paper-forms.js';
import { reviewWords } from './review.words.js';
import { SectionEditor } from './section-editor.js';
import { asDraft, type DraftView, useDraft } from './use-draft.js';

type Props = { readonly review: Schemas['Review']; readonly rules: Schemas['CycleRules'] };
const MARK: Readonly<Record<SectionState, string>> = { stateDone: '✓', stateUngraded: '…', stateEmpty: '○' };

/** Writing: one section at a time, what is missing always in sight, nothing lost. */
export function PaperEditor({ review, rules }: Props) {
  const say = useWords(reviewWords);
  const session = useSession();
  const forms = formsFor(rules, review, session);
  const { paper } = review;
  const work = useDraft({
    accountId: session.account.id,
    reviewId: review.id,
    empty: { form: forms[0]?.id ?? '', sections: {}, grades: {}, selfLevel: null },
    stored: paper && { draft: asDraft(paper), version: paper.version, savedAt: paper.savedAt },
  });
  const [params] = useSearchParams();
  const form = forms.find((one) => one.id === work.draft.form) ?? forms[0];
  if (!form) return null;
  const asked = params.get('section');
  const checking = asked === 'check';
  const section = form.sections.find((one) => one.id === asked) ?? form.sections[0]!;
  return (
    <>
      {paper?.returnedReason && <Alert type="warning" showIcon title={say('returned', { reason: paper.returnedReason })} />}
      {work.restored && <Alert type="info" showIcon title={say('restored')} />}
      {work.problem && <ProblemPanel problem={work.problem} />}
      {work.status === 'closed' && <ClosedText view={work} />}
      {work.conflicts.length > 0 ? (
        <DraftConflicts work={work} form={form} cycleId={review.cycleId} />
      ) : (
        <div className="bx-editor">
          <nav aria-label={say('sections')}>
            {forms.length > 1 && work.version === 0 && !checking && (
              <fieldset className="bx-field">
                <legend>{say('form')}</legend>
                <Radio.Group value={form.id} onChange={(event) => work.edit({ form: event.target.value as string, sections: {}, grades: {} })}>
                  {forms.map((one) => (
                    <Radio key={one.id} value={one.id}>
                      {one.label}
                    </Radio>
                  ))}
                </Radio.Group>
              </fieldset>
            )}
            <ol className="bx-sections">
              {form.sections.map((one) => {
                const state = stateOfSection(one, work.draft.sections[one.id] ?? '', work.draft.grades[one.id] ?? '');
                return (
                  <li key={one.id}>
                    <Link to={`?section=${one.id}`} replace aria-current={!checking && one.id === section.id ? 'step' : undefined} aria-label={`${one.id}. ${one.heading}: ${say(state)}`}>
                      <span>
                        <span aria-hidden>{MARK[state]}</span> {one.id} <span className="bx-section-name">{one.heading}</span>
                      </span>
                    </Link>
                  </li>
                );
              })}
              <li>
                <Link to="?section=check" replace aria-current={checking ? 'step' : undefined}>
                  {say('check')}
                </Link>
              </li>
            </ol>
          </nav>
          <div>
            {checking ? <PaperCheck review={review} form={form} work={work} /> : <SectionEditor key={section.id} review={review} form={form} section={section} work={work} />}
            <SaveState view={work} />
          </div>
        </div>
      )}
    </>
  );
}

function SaveState({ view }: { readonly view: DraftView }) {
  const say = useWords(reviewWords);
  const text = {
    nothing: () => say('nothingYet'),
    unsaved: () => say('unsaved'),
    saving: () => say('saving'),
    saved: () => say('saved', { time: view.savedAt ? showTime(view.savedAt) : '' }),
    kept: () => say('kept'),
    notKept: () => say('notKept'),
    closed: () => say('closed'),
  }[view.status]();
  return (
    <p className="bx-save" role="status" data-save={view.status}>
      {text}
    </p>
  );
}

/** The step closed before everything was sent: the text leaves as a file, it is never called saved. */
function ClosedText({ view }: { readonly view: DraftView }) {
  const say = useWords(reviewWords);
  const href = `data:text/plain;charset=utf-8,${encodeURIComponent(Object.entries(view.draft.sections).map(([id, text]) => `${id}\n${text}`).join('\n\n'))}`;
  return (
    <Alert
      type="error"
      showIcon
      title={say('closedText')}
      action={
        <a download="ban-kiem-diem.txt" href={href}>
          {say('download')}
        </a>
      }
    />
  );
}
