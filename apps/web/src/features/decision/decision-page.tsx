import { useParams } from 'react-router';
import { usePages } from '../../api/use-read.js';
import { showDay } from '../../ui/dates.js';
import { LevelChip, useLevelWords } from '../../ui/level-chip.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { common } from '../../words/common.words.js';
import { decisionNames } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { decisionWords } from './decision.words.js';

/** An issued decision, line by line. */
export default function DecisionPage() {
  const { id = '' } = useParams();
  const say = useWords(decisionWords);
  const shared = useWords(common);
  const kind = useNames(decisionNames);
  const pages = usePages('/api/v1/decisions/{decisionId}', { path: { decisionId: id }, query: { limit: 100 } });
  const first = pages.pages[0];
  const levels = useLevelWords(first?.cycleId);
  useTitle(first && say('decision', { number: first.number }));
  return (
    <Loaded reading={{ data: first, error: pages.error, refetch: pages.refetch }}>
      {(decision) => (
        <>
          <h1>{say('decision', { number: decision.number })}</h1>
          <p className="bx-lead">
            {decision.organisation.name} · {showDay(decision.decidedOn)} · {kind(decision.kind)}
          </p>
          {decision.reason && (
            <p>
              {shared('reason')}: {decision.reason}
            </p>
          )}
          {decision.document && (
            <p>
              {say('document')}: {decision.document}
            </p>
          )}
          <p className="bx-hash">
            {say('hash')}: {decision.contentHash}
          </p>
          <div className="bx-scroll">
            <table className="bx-table">
              <thead>
                <tr>
                  <th scope="col" className="bx-stick">
                    {say('subject')}
                  </th>
                  <th scope="col">{say('place')}</th>
                  <th scope="col">{say('vote')}</th>
                  <th scope="col">{say('now')}</th>
                  <th scope="col">{shared('reason')}</th>
                </tr>
              </thead>
              <tbody>
                {pages.pages
                  .flatMap((page) => page.items)
                  .map((line) => (
                    <tr key={line.ordinal}>
                      <th scope="row" className="bx-stick">
                        {line.subject?.name}
                      </th>
                      <td>{line.organisation?.name}</td>
                      <td>{line.subject && <LevelChip words={levels} subjectKind={line.subject.kind} level={line.verdict} />}</td>
                      <td>{line.subject && <LevelChip words={levels} subjectKind={line.subject.kind} level={line.level} nonLevel={line.nonLevel} />}</td>
                      <td>{line.reason}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
          <MoreButton pages={pages} />
        </>
      )}
    </Loaded>
  );
}
