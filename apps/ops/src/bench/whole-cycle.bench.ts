import { type PaperDraft } from '@binhxet/application';
import { type BenchEngine } from './bench-engine.js';
import { type MemberAct, type MemberInput } from './bench-worker-contract.js';
import { holdMeeting, untilMeeting, writePaper } from './cell-acts.js';
import { type Figure, rounded } from './figures.js';
import { costOf, processorTime, total } from './processor-time.js';
import { lanes } from './wire.js';
import { type Someone, type World } from './world.js';

/** People at work at a time. */
const PEOPLE = 24;
const MEETINGS = 8;

interface Run {
  readonly seconds: number;
  readonly processorMs: number;
  /** of them, the members' part: everything but the meetings */
  readonly memberSeconds: number;
}

/**
 * Cells from the first word of a self-review to the signed minutes of their meeting, twice: as built – a workflow a cell, contributions in
 * PostgreSQL – and as if each member had a workflow and each act about a member were an update of it. The meetings themselves run through
 * the same workflows and the same HTTP API both times, so that what is compared is the members' part alone.
 * @param ours cells of the first run @param theirs as many cells of the same size
 */
export async function benchWholeCycle(world: World, engine: BenchEngine, ours: readonly string[], theirs: readonly string[], paper: PaperDraft): Promise<Figure[]> {
  const membersOf = (cells: readonly string[]) => cells.flatMap((cell) => world.cell(cell));
  await world.signIn([...membersOf(ours), ...membersOf(theirs)]);
  const meet = (cells: readonly string[]) => lanes(cells, MEETINGS, (cell) => holdMeeting(world, cell, world.cell(cell)));

  const built = await timed(world, engine, async () => {
    await lanes(membersOf(ours), PEOPLE, (member) => writePaper(world, member, paper));
    await untilMeeting(world, ours);
    return meet(ours);
  });

  const idOf = (member: Someone) => `bench-member:${member.reviewId}`;
  const act = (member: Someone, what: MemberAct): Promise<void> => engine.client.workflow.getHandle(idOf(member)).executeUpdate('act', { args: [what] });
  const other = await timed(world, engine, async () => {
    await lanes(membersOf(theirs), PEOPLE, async (member) => {
      const input: MemberInput = { reviewId: member.reviewId, accountId: member.accountId, memberId: member.memberId };
      await engine.start('memberReview', idOf(member), [input]);
      await act(member, 'save');
      await act(member, 'submit');
    });
    await untilMeeting(world, theirs);
    const met = await meet(theirs);
    await lanes(membersOf(theirs), PEOPLE, async (member) => {
      await act(member, 'attend');
      await act(member, 'settle');
      await engine.client.workflow.getHandle(idOf(member)).signal('end');
    });
    return met;
  });
  return figuresOf(built, other, membersOf(ours).length, ours.length);
}

/** @param work tells how many of its seconds were meetings */
async function timed(world: World, engine: BenchEngine, work: () => Promise<number>): Promise<Run> {
  const before = processorTime(world, engine.pid);
  const began = performance.now();
  const meetings = await work();
  const seconds = (performance.now() - began) / 1000;
  return { seconds, memberSeconds: seconds - meetings, processorMs: total(costOf(before, processorTime(world, engine.pid), 1)) };
}

function figuresOf(built: Run, other: Run, members: number, cells: number): Figure[] {
  return [
    {
      key: 'cycle.factor',
      label: { vi: 'Nhanh hơn thiết kế mỗi đảng viên một workflow', en: 'faster than one workflow a member' },
      reached: rounded(other.seconds / built.seconds),
      unit: '×',
      hold: { operator: '>=', value: 10 },
      from: { cells, members, builtSeconds: rounded(built.seconds), otherSeconds: rounded(other.seconds), processorFactor: rounded(other.processorMs / built.processorMs) },
    },
    {
      key: 'cycle.membersPart',
      label: { vi: 'Riêng phần của đảng viên, không tính cuộc họp', en: "the members' part alone, without the meetings" },
      reached: rounded(other.memberSeconds / built.memberSeconds),
      unit: '×',
      from: { builtSeconds: rounded(built.memberSeconds), otherSeconds: rounded(other.memberSeconds) },
    },
    {
      key: 'cycle.perMember',
      label: { vi: 'Thời gian mỗi đảng viên, từ tự kiểm điểm đến biên bản đã ký', en: 'time a member takes, self-review to signed minutes' },
      reached: rounded((built.seconds * 1000) / members),
      unit: 'ms',
      from: { processorMs: rounded(built.processorMs / members) },
    },
  ];
}
