import { Link, useParams } from 'react-router';
import { usePages } from '../../api/use-read.js';
import { showDay } from '../../ui/dates.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { useWords } from '../../words/words.js';
import { commendationWords } from './commendation.words.js';

const money = (text: string): string => new Intl.NumberFormat('vi-VN').format(BigInt(text));

/** What is paid for the awards that stand; an amount that is not confirmed is blank and says what is missing. */
export default function PaymentsPage() {
  const { id = '' } = useParams();
  const say = useWords(commendationWords);
  useTitle(say('payments'), id);
  const pages = usePages('/api/v1/cycles/{id}/commendations/payments', { path: { id }, query: { limit: 100 } });
  const rows = pages.pages.flatMap((page) => page.items);
  return (
    <>
      <p>
        <Link to={`/cycles/${id}/commendations`}>{say('title')}</Link>
      </p>
      <h1>{say('payments')}</h1>
      <Loaded reading={{ data: pages.pages[0], error: pages.error, refetch: pages.refetch }}>
        {(first) => (
          <>
            <p>{say('total', { amount: money(first.total), n: first.unknown })}</p>
            <div className="bx-scroll">
              <table className="bx-table">
                <thead>
                  <tr>
                    <th scope="col">{say('person')}</th>
                    <th scope="col">{say('award')}</th>
                    <th scope="col">{say('multiple')}</th>
                    <th scope="col">{say('baseSalary')}</th>
                    <th scope="col">{say('amount')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.caseId}>
                      <th scope="row">
                        {row.subject.name}
                        <div className="bx-muted">{row.organisation.name}</div>
                      </th>
                      <td>
                        {row.awardId}
                        <div className="bx-muted">
                          {say('decision', { number: row.decision.number, date: showDay(row.decision.decidedOn) })}
                          {row.certificateNumber && ` · ${say('certificate', { number: row.certificateNumber })}`}
                        </div>
                      </td>
                      <td>{row.multiple ? `${row.multiple.num}/${row.multiple.den}` : '–'}</td>
                      <td>{row.baseSalary ? money(row.baseSalary) : '–'}</td>
                      <td>{row.amount ? `${money(row.amount)} đ` : row.missing.map((one) => say(`missing${one}`)).join(', ') || say('unknown')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </Loaded>
      <MoreButton pages={pages} />
    </>
  );
}
