import { type Schemas } from '@binhxet/api-client';
import { WORK_KIND_LABELS } from '@binhxet/messages';
import { Link, useParams } from 'react-router';
import { useRead } from '../../api/use-read.js';
import { showDay } from '../../ui/dates.js';
import { Loaded } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { useLanguage, useNames, useWords } from '../../words/words.js';
import { hasRole } from '../session/capacities.js';
import { useSession } from '../session/session.js';
import { showRequired } from '../year/scaled.js';
import { type TargetSet } from './drafts.js';
import { MappingForm } from './mapping-form.js';
import { ResolutionForm } from './resolution-form.js';
import { resolutionWords } from './resolution.words.js';

type Book = Schemas['TargetBook'];

/** What a superior has resolved: every target as written, how it is counted, and how old labels read. */
export default function ResolutionsPage() {
  const { code = '' } = useParams();
  const say = useWords(resolutionWords);
  const session = useSession();
  const organisation = useRead('/api/v1/organisations/{code}', { path: { code }, query: {} } as never);
  const book = useRead('/api/v1/organisations/{code}/resolutions', { path: { code } });
  const files = useRead('/api/v1/rule-files', { query: { kind: 'rating-pack' } });
  const packs = (files.data?.items ?? []).filter((one) => one.newest);
  const leads = session.capacities.some((capacity) => capacity.organisation?.code === code && capacity.roles.includes('SUPERIOR_STANDING_COMMITTEE'));
  useTitle(say('title'), organisation.data?.name);
  return (
    <>
      <p>
        <Link to={`/organisations/${code}`}>{organisation.data?.name ?? say('back')}</Link>
      </p>
      <h1>{say('title')}</h1>
      <p>{say('lead')}</p>
      <Loaded reading={book}>
        {(data) => (
          <>
            {data.resolutions.length === 0 && <p className="bx-empty">{say('empty')}</p>}
            {data.resolutions.map((one) => (
              <ResolutionView key={one.id} resolution={one} />
            ))}
            {leads && <ResolutionForm code={code} year={String(new Date().getFullYear())} packs={packs} inForce={data.resolutions} />}
            <Mappings mappings={data.mappings} packs={packs} />
            {hasRole(session, 'ADMINISTRATOR') && <MappingForm code={code} packs={packs} />}
          </>
        )}
      </Loaded>
    </>
  );
}

function ResolutionView({ resolution }: { readonly resolution: Book['resolutions'][number] }) {
  const say = useWords(resolutionWords);
  const name = useNames(resolutionWords);
  const describe = useSetWords();
  return (
    <section>
      <h2>{resolution.title}</h2>
      <p>
        {say('line', { number: resolution.number, date: showDay(resolution.adoptedOn), years: yearsOf(resolution) })}
        {resolution.document && ` · ${resolution.document}`}
      </p>
      {resolution.replaces && <p>{say('replacing', { reason: resolution.reason ?? '–' })}</p>}
      <div className="bx-scroll">
        <table className="bx-table">
          <thead>
            <tr>
              {(['code', 'wording', 'required', 'counted', 'years'] as const).map((column) => (
                <th key={column} scope="col">
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {resolution.targets.map((target) => (
              <tr key={target.id}>
                <th scope="row">{target.code}</th>
                <td style={{ minWidth: '16rem' }}>
                  {target.wording}
                  {target.note && <div className="bx-muted">{target.note}</div>}
                </td>
                <td>{showRequired(target)}</td>
                <td style={{ minWidth: '16rem' }}>
                  {target.readings.map((reading) => (
                    <div key={reading.id}>{reading.denominator ? say('over', { numerator: describe(reading.numerator), denominator: describe(reading.denominator) }) : describe(reading.numerator)}</div>
                  ))}
                </td>
                <td>
                  {yearsOf(target)}, {name(target.period)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const yearsOf = ({ fromYear, toYear }: { readonly fromYear: number; readonly toYear: number }): string => (fromYear === toYear ? String(fromYear) : `${fromYear}–${toYear}`);

/** A set in words. */
function useSetWords(): (set: TargetSet) => string {
  const say = useWords(resolutionWords);
  const language = useLanguage();
  return (set) => {
    switch (set.kind) {
      case 'SUBJECTS': {
        const level = set.level ? `${say(set.level.orBetter ? 'atLevelOrBetter' : 'atLevel', { n: set.level.rank })}${set.level.title ? ` ${set.level.title}` : ''}` : '';
        return say('setSUBJECTS', { subject: say(set.subject), level, base: say(set.base) }).replace('  ', ' ');
      }
      case 'WORK':
        return say('setWORK', { work: WORK_KIND_LABELS[set.work][language], count: say(set.count === 'TURNS' ? 'TURNS' : 'DISTINCT'), state: say(set.state ?? 'DONE') });
      case 'FIGURE':
        return say('setFIGURE', { key: set.key });
    }
  };
}

function Mappings({ mappings, packs }: { readonly mappings: Book['mappings']; readonly packs: readonly Schemas['RuleFileSummary'][] }) {
  const say = useWords(resolutionWords);
  const title = (id: string) => packs.find((pack) => pack.id === id)?.title ?? id;
  return (
    <section>
      <h2>{say('mappings')}</h2>
      {mappings.length === 0 ? (
        <p className="bx-empty">{say('noMappings')}</p>
      ) : (
        <ul>
          {mappings.map((one) => (
            <li key={one.id}>
              {say('mappingLine', { subject: say(one.subject), rank: one.rank, title: one.title ? ` ${one.title}` : '', pack: title(one.packOfLabel), toRank: one.toRank, better: one.toOrBetter ? say('better') : '', result: one.resultPack ? title(one.resultPack) : say('everyPack'), reason: one.reason })}
              {one.document && ` (${one.document})`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
