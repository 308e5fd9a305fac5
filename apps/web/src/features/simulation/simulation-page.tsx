import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Schemas } from '@binhxet/api-client';
import { usePages, useRead } from '../../api/use-read.js';
import { Loaded, MoreButton } from '../../ui/loaded.js';
import { useTitle } from '../../ui/use-title.js';
import { useWords } from '../../words/words.js';
import { SimulationResult } from './simulation-result.js';
import { simulationWords } from './simulation.words.js';

/** What would last year have come to under other rules? Both choices stand in the address, so that an answer can be shared. */
export default function SimulationPage() {
  const say = useWords(simulationWords);
  const [params, setParams] = useSearchParams();
  const [cycle, pack] = [params.get('cycle') ?? '', params.get('pack') ?? ''];
  useTitle(say('title'), cycle);
  const cycles = usePages('/api/v1/cycles', { query: { limit: 100 } });
  const packs = useRead('/api/v1/rule-files', { query: { kind: 'rating-pack' } });
  const closed = cycles.pages.flatMap((page) => page.items).filter((one) => one.state === 'CLOSED');
  return (
    <>
      <h1>{say('title')}</h1>
      <p>{say('lead')}</p>
      <p className="bx-simulated" role="note">
        {say('mark')}
      </p>
      <Loaded reading={{ data: cycles.pages[0], error: cycles.error, refetch: cycles.refetch }}>
        {() => (
          <Loaded reading={packs}>
            {({ items }) =>
              closed.length === 0 && !cycles.hasNextPage ? (
                <p className="bx-empty">{say('noCycles')}</p>
              ) : (
                <Choice key={`${cycle} ${pack}`} cycles={closed} packs={items.filter((one) => one.newest && one.state !== 'DRAFT' && !one.historyOnly)} chosen={{ cycle, pack }} onRun={(next) => setParams(next)} />
              )
            }
          </Loaded>
        )}
      </Loaded>
      <MoreButton pages={cycles} />
      {cycle && pack && <Result cycle={cycle} pack={pack} titleOf={(id) => packs.data?.items.find((one) => one.id === id && one.newest)?.title ?? id} />}
    </>
  );
}

interface Chosen {
  readonly cycle: string;
  readonly pack: string;
}

function Choice({ cycles, packs, chosen, onRun }: { readonly cycles: readonly Schemas['CycleSummary'][]; readonly packs: readonly Schemas['RuleFileSummary'][]; readonly chosen: Chosen; readonly onRun: (next: { cycle: string; pack: string }) => void }) {
  const say = useWords(simulationWords);
  const [cycle, setCycle] = useState(chosen.cycle || (cycles.length === 1 ? cycles[0]!.id : ''));
  const [pack, setPack] = useState(chosen.pack);
  return (
    <form
      className="bx-panel bx-form"
      onSubmit={(event) => {
        event.preventDefault();
        onRun({ cycle, pack });
      }}
    >
      <label htmlFor="simulate-cycle">{say('cycle')}</label>
      <select id="simulate-cycle" className="bx-input" required value={cycle} onChange={(event) => setCycle(event.target.value)}>
        <option value="">{say('choose')}</option>
        {cycles.map((one) => (
          <option key={one.id} value={one.id}>
            {say('cycleLine', { year: one.period, superior: one.superior.name })}
          </option>
        ))}
      </select>
      <label htmlFor="simulate-pack">{say('pack')}</label>
      <select id="simulate-pack" className="bx-input" required value={pack} onChange={(event) => setPack(event.target.value)}>
        <option value="">{say('choose')}</option>
        {packs.map((one) => (
          <option key={one.id} value={one.id}>
            {say('packLine', { title: one.title, version: one.version })}
          </option>
        ))}
      </select>
      <div>
        <button type="submit" className="bx-button">
          {say('run')}
        </button>
      </div>
    </form>
  );
}

function Result({ cycle, pack, titleOf }: Chosen & { readonly titleOf: (id: string) => string }) {
  const answer = useRead('/api/v1/cycles/{id}/simulation', { path: { id: cycle }, query: { pack } }, { staleTime: Infinity });
  return <Loaded reading={answer}>{(data) => <SimulationResult data={data} titleOf={titleOf} />}</Loaded>;
}
