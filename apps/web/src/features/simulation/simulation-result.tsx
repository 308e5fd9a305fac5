import { type Schemas } from '@binhxet/api-client';
import { lazy, useMemo } from 'react';
import { ChartBelow } from '../../ui/chart-below.js';
import { LevelChip, type LevelWords, type Rank, useLabelWords, useLevelWords } from '../../ui/level-chip.js';
import { subjectKinds } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { SimulatedRows } from './simulated-rows.js';
import { simulationWords } from './simulation.words.js';

const LevelChart = lazy(() => import('./level-chart.js'));
type Simulation = Schemas['Simulation'];
type Shift = Schemas['LevelShift'];
type Kind = Schemas['SubjectKind'];

/** Words of the year's rules and of those tried: one rank may have two names. */
export interface TwoLadders {
  readonly own: LevelWords;
  readonly tried: LevelWords;
}

/** The finding in a sentence, counts by level, then organisation by organisation and case by case. */
export function SimulationResult({ data, titleOf }: { readonly data: Simulation; readonly titleOf: (pack: string) => string }) {
  const say = useWords(simulationWords);
  const ladders: TwoLadders = { own: useLevelWords(data.cycleId), tried: useLabelWords(data.labels) };
  const shown = data.kinds.filter(({ shift }) => total(shift) > 0);
  return (
    <>
      <p className="bx-lead">{say('head', { year: String(data.ratingYear), own: titleOf(data.pack), tried: titleOf(data.tried) })}</p>
      {shown.every(({ shift }) => shift.changed === 0) && <p role="status">{say('nothing')}</p>}
      {shown.map((one) => (
        <KindTable key={one.subjectKind} kind={one.subjectKind} shift={one.shift} unknown={one.unknown} ladders={ladders} />
      ))}
      <h2>{say('units')}</h2>
      {data.detail === 'COUNTS' && <p>{say('onlyCounts')}</p>}
      <UnitTable units={data.units} ladders={ladders} />
      {data.detail === 'SUBJECTS' && <SimulatedRows rows={data.rows} more={data.more} ladders={ladders} />}
    </>
  );
}

const total = (shift: Shift): number => shift.before.reduce((sum, n) => sum + n, 0);
const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0');
/** The rank by both names where they differ. */
const nameOf = ({ own, tried }: TwoLadders, kind: Kind, rank: Rank): string => [...new Set([own.label(kind, rank), tried.label(kind, rank)])].join(' / ');

function KindTable({ kind, shift, unknown, ladders }: { readonly kind: Kind; readonly shift: Shift; readonly unknown: number; readonly ladders: TwoLadders }) {
  const say = useWords(simulationWords);
  const subject = useNames(subjectKinds);
  const key = shift.before.map((_, at) => nameOf(ladders, kind, (at + 1) as Rank)).join('|');
  const names = key.split('|');
  const shortKey = shift.before.map((_, at) => ladders.own.short(kind, (at + 1) as Rank)).join('|');
  const shorts = useMemo(() => shortKey.split('|'), [shortKey]);
  return (
    <section>
      <h2>{say('changed', { kind: subject(kind), changed: shift.changed, total: total(shift) })}</h2>
      <div className="bx-scroll">
        <table className="bx-table">
          <thead>
            <tr>
              <th scope="col">{say('level')}</th>
              {(['before', 'after', 'difference'] as const).map((column) => (
                <th key={column} scope="col" className="bx-num">
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((name, at) => (
              <tr key={at}>
                <th scope="row">{name}</th>
                <td className="bx-num">{shift.before[at]}</td>
                <td className="bx-num">{shift.after[at]}</td>
                <td className="bx-num">{signed(shift.after[at]! - shift.before[at]!)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {unknown > 0 && <p className="bx-muted">{say('unknown', { n: unknown })}</p>}
      <ChartBelow label={say('chart')}>
        <LevelChart levels={shorts} before={shift.before} after={shift.after} />
      </ChartBelow>
    </section>
  );
}

function UnitTable({ units, ladders }: { readonly units: Simulation['units']; readonly ladders: TwoLadders }) {
  const say = useWords(simulationWords);
  const short = (words: LevelWords, rank: number) => words.short('MEMBER', rank as Rank);
  const moves = ({ moves: all }: Shift) => all.flatMap((row, from) => row.flatMap((n, to) => (n > 0 && from !== to ? [say('move', { from: short(ladders.own, from + 1), to: short(ladders.tried, to + 1), n })] : [])));
  return (
    <div className="bx-scroll">
      <table className="bx-table">
        <thead>
          <tr>
            <th scope="col" className="bx-stick">
              {say('unit')}
            </th>
            <th scope="col">{say('unitLevel')}</th>
            <th scope="col" className="bx-num">
              {say('membersChanged')}
            </th>
            <th scope="col">{say('moves')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.code}>
              <th scope="row" className="bx-stick">
                {unit.name}
              </th>
              <td>
                {unit.organisation === null ? (
                  '–'
                ) : (
                  <>
                    <LevelChip words={ladders.own} subjectKind="ORGANISATION" level={unit.organisation.level} /> {unit.organisation.level === unit.organisation.simulated ? say('same') : '→ '}
                    {unit.organisation.level !== unit.organisation.simulated && <LevelChip words={ladders.tried} subjectKind="ORGANISATION" level={unit.organisation.simulated} />}
                  </>
                )}
              </td>
              <td className="bx-num">{`${unit.members.changed}/${total(unit.members)}`}</td>
              <td>{moves(unit.members).join('; ') || say('same')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
