import { type PaperDraft } from '@binhxet/application';
import { type BenchEngine } from './bench-engine.js';
import { convene, untilMeeting, writePaper } from './cell-acts.js';
import { type Figure, median, quantile, rounded } from './figures.js';
import { costOf, processorTime, total } from './processor-time.js';
import { lanes } from './wire.js';
import { type World } from './world.js';

interface Round {
  readonly perSecond: number;
  readonly latencies: readonly number[];
  readonly cost: Readonly<Record<string, number>>;
}

/**
 * A body's acts through Temporal – a meeting convened and put off, again and again – over HTTP with rights, words, state, ledger and
 * notices, against an update of a workflow that does nothing through an activity that does nothing; in turns, one act a body at a time.
 */
export async function benchTransition(world: World, engine: BenchEngine, cells: readonly string[], paper: PaperDraft, load: { readonly rounds: number; readonly secondsARound: number }): Promise<Figure[]> {
  const members = new Map(cells.map((cell) => [cell, world.cell(cell)]));
  const everybody = [...members.values()].flat();
  await world.signIn(everybody);
  await lanes(everybody, 8, (member) => writePaper(world, member, paper));
  await untilMeeting(world, cells);
  const bare = cells.map((cell) => `bench-bare:${cell}`);
  for (const workflowId of bare) await engine.start('bareBody', workflowId);

  const convened = new Map<string, string>();
  const ours = async (cell: string): Promise<void> => {
    const meetingId = convened.get(cell);
    if (meetingId === undefined) return void convened.set(cell, await convene(world, cell, members.get(cell)!));
    await world.wire.must({
      method: 'POST',
      path: `/meetings/${meetingId}/postpone`,
      session: world.session(members.get(cell)![0]!.code),
      body: { newDate: '2023-12-08', reason: 'Phòng họp chưa sẵn sàng (sinh tự động)' },
    });
    convened.delete(cell);
  };
  const theirs = (workflowId: string): Promise<void> => engine.client.workflow.getHandle(workflowId).executeUpdate('touch');

  const round = async (targets: readonly string[], act: (target: string) => Promise<void>, seconds: number): Promise<Round> => {
    const latencies: number[] = [];
    const before = processorTime(world, engine.pid);
    const began = performance.now();
    await Promise.all(
      targets.map(async (target) => {
        while (performance.now() - began < seconds * 1000) {
          const asked = performance.now();
          await act(target);
          latencies.push(performance.now() - asked);
        }
      }),
    );
    const perSecond = latencies.length / ((performance.now() - began) / 1000);
    return { perSecond, latencies, cost: costOf(before, processorTime(world, engine.pid), latencies.length) };
  };
  await round(cells, ours, 2);
  await round(bare, theirs, 2);
  const transitions: Round[] = [];
  const updates: Round[] = [];
  for (let nth = 0; nth < load.rounds; nth++) {
    const ways = [async () => void transitions.push(await round(cells, ours, load.secondsARound)), async () => void updates.push(await round(bare, theirs, load.secondsARound))];
    for (const way of nth % 2 === 0 ? ways : ways.reverse()) await way();
  }
  await Promise.all(bare.map((workflowId) => engine.client.workflow.getHandle(workflowId).signal('end')));
  return figuresOf(transitions, updates, cells.length);
}

function figuresOf(transitions: readonly Round[], updates: readonly Round[], bodies: number): Figure[] {
  const ratios = transitions.map((round, at) => updates[at]!.perSecond / round.perSecond);
  const processor = transitions.map((round, at) => total(round.cost) / total(updates[at]!.cost)).filter(Number.isFinite);
  const all = (rounds: readonly Round[]) => rounds.flatMap((round) => round.latencies);
  const parts = (rounds: readonly Round[]) => Object.fromEntries(Object.keys(rounds[0]?.cost ?? {}).map((part) => [part, rounded(median(rounds.map(({ cost }) => cost[part] ?? 0)))]));
  return [
    {
      key: 'transition.ratio',
      label: { vi: 'Một bước chuyển qua HTTP so với một update trống của Temporal', en: 'a transition over HTTP against a bare Temporal update' },
      reached: rounded(median(ratios)),
      unit: '×',
      hold: { operator: '<=', value: 1.3 },
      from: {
        bodies,
        ratios: ratios.map(rounded),
        processorRatio: processor.length > 0 ? rounded(median(processor)) : 'unknown',
        transitionsPerSecond: transitions.map((round) => rounded(round.perSecond)),
        updatesPerSecond: updates.map((round) => rounded(round.perSecond)),
        transitionP50Ms: rounded(quantile(all(transitions), 0.5)),
        updateP50Ms: rounded(quantile(all(updates), 0.5)),
        transitionCostMs: parts(transitions),
        updateCostMs: parts(updates),
      },
    },
    {
      key: 'transition.rate',
      label: { vi: 'Bước chuyển mỗi giây', en: 'transitions a second' },
      reached: rounded(median(transitions.map((round) => round.perSecond))),
      unit: '/s',
      from: {},
    },
  ];
}
