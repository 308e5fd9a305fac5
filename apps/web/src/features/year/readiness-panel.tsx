import { READINESS_SEVERITY_LABELS, READINESS_TEXTS } from '@binhxet/messages';
import { useRead } from '../../api/use-read.js';
import { Loaded } from '../../ui/loaded.js';
import { fill, useLanguage, useWords } from '../../words/words.js';
import { yearWords } from './year.words.js';

/** What is missing before the review can be opened: how bad, where, what to do. */
export function ReadinessPanel({ superior, year }: { readonly superior: string; readonly year: number }) {
  const say = useWords(yearWords);
  const language = useLanguage();
  const readiness = useRead('/api/v1/organisations/{code}/readiness', { path: { code: superior }, query: { year } });
  return (
    <section>
      <h2>{say('readiness')}</h2>
      <Loaded reading={readiness}>
        {(data) =>
          data.findings.length === 0 ? (
            <p>{say('ready')}</p>
          ) : (
            <ul>
              {data.findings.map((one) => {
                const texts = READINESS_TEXTS[one.code];
                const facts = { count: one.count, ...one.facts };
                return (
                  <li key={one.code}>
                    <strong>{READINESS_SEVERITY_LABELS[one.severity]?.[language]}</strong>: {texts ? fill(texts.found[language], facts) : one.code}
                    {texts && (
                      <>
                        {' '}
                        {say('remedy')}: {texts.remedy[language]}
                      </>
                    )}
                    <details>
                      <summary>
                        {say('where')} ({one.count})
                      </summary>
                      {one.where.join(', ')}
                      {one.count > one.where.length && ' …'}
                    </details>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
