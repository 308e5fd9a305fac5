import { Input, Radio } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { Link } from 'react-router';
import { useWords } from '../../words/words.js';
import { type Form, GRADES, type Section, wordsIn } from './paper-forms.js';
import { reviewWords } from './review.words.js';
import { type useDraft } from './use-draft.js';

type Props = { readonly review: Schemas['Review']; readonly form: Form; readonly section: Section; readonly work: ReturnType<typeof useDraft> };

export function SectionEditor({ review, form, section, work }: Props) {
  const say = useWords(reviewWords);
  const text = work.draft.sections[section.id] ?? '';
  const at = form.sections.indexOf(section);
  const before = form.sections[at - 1];
  const after = form.sections[at + 1];
  const field = `section-${section.id}`;
  const lastYear = review.paperOfYearBefore;
  return (
    <section aria-labelledby={`${field}-h`}>
      <h2 id={`${field}-h`}>
        <label htmlFor={field}>
          {section.id}. {section.heading}
        </label>
      </h2>
      {lastYear ? (
        <details>
          <summary>{say('yearBefore')}</summary>
          <p className="bx-written">{lastYear.sections[section.id] || say('empty')}</p>
        </details>
      ) : (
        <p className="bx-muted">{say('noYearBefore')}</p>
      )}
      <Input.TextArea
        id={field}
        autoSize={{ minRows: 8, maxRows: 30 }}
        value={text}
        maxLength={100_000}
        lang="vi"
        onChange={(event) => work.edit({ sections: { ...work.draft.sections, [section.id]: event.target.value } })}
        onBlur={() => void work.save()}
      />
      <p className="bx-muted">{say('words', { n: wordsIn(text) })}</p>
      {section.graded && (
        <fieldset className="bx-field">
          <legend>{say('grade')}</legend>
          <Radio.Group value={work.draft.grades[section.id] ?? null} onChange={(event) => work.edit({ grades: { ...work.draft.grades, [section.id]: event.target.value as string } })}>
            {GRADES.map((grade) => (
              <Radio key={grade} value={grade}>
                {say(grade)}
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
      )}
      <div className="bx-row">
        {before && (
          <Link className="bx-button bx-button-plain" to={`?section=${before.id}`} replace>
            {say('previous')}
          </Link>
        )}
        <Link className="bx-button" to={`?section=${after?.id ?? 'check'}`} replace>
          {say(after ? 'next' : 'check')}
        </Link>
        <Link className="bx-button bx-button-plain" to="/inbox" onClick={() => void work.save()}>
          {say('later')}
        </Link>
      </div>
    </section>
  );
}
