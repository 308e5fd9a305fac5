import { type Schemas } from '@binhxet/api-client';
import { eachAtOnce } from '../cycle/gate.js';
import { type Stand } from '../cycle/progress-board.js';
import { type DemoCycle } from './demo-cycle.js';

type Task = Schemas['Task'];

/** People at their papers at a time; bodies at work at a time. */
const WRITERS = 12;
const BODIES = 8;

/** Where each organisation of the demo stands. Codes are those of the demo scenario. */
export const PLACES = {
  writing: 'DB01',
  counting: 'DB02',
  countingCell: 'DB02-1',
  returnedCell: 'DB02-2',
  conveningCell: 'DB02-3',
  sitting: 'DB03',
  verifying: 'DB04',
  verified: 'CB05',
  convening: 'CB06',
} as const;

const SUBMITTED = ['SUBMITTED', 'DONE'];
const handedIn = (row: Stand) => row.workflow === 'cellReview' && SUBMITTED.includes(row.phase);
const dossierIn = (row: Stand) => row.workflow === 'organisationReview' && SUBMITTED.includes(row.phase);
const except =
  (...kinds: readonly string[]) =>
  (task: Task) =>
    !kinds.includes(task.kind);
const only =
  (...kinds: readonly string[]) =>
  (task: Task) =>
    kinds.includes(task.kind);
const toConvene = (row: Stand) => row.phase === 'MEETING';

/** Papers: everybody's where the cells have come further; in the first organisation a third is in, a third begun, a third not there yet. */
export async function writePapers(cycle: DemoCycle): Promise<void> {
  const { writing } = PLACES;
  const begun = cycle.cellsOf(writing).flatMap((cell) => cycle.script.membersOf.get(cell) ?? []);
  const far = [...cycle.script.membersOf.keys()].filter((cell) => !cell.startsWith(writing));
  await eachAtOnce(begun, WRITERS, async ({ code }, nth) => {
    const person = cycle.cast.person(code);
    if (nth % 3 === 0) await cycle.papers.writeOwn(person);
    if (nth % 3 === 1) await cycle.papers.beginOwn(person);
  });
  await cycle.writeAll(far, WRITERS);
}

/** Bodies: each organisation to its own stage. */
export async function bringBodies(cycle: DemoCycle): Promise<void> {
  const lower: readonly (() => Promise<void>)[] = [
    ...[PLACES.sitting, PLACES.verifying].flatMap((unit) =>
      cycle.cellsOf(unit).map((cell) => () => cycle.bring(cell, handedIn)),
    ),
    () => cycle.bring(`${PLACES.counting}-4`, handedIn),
    () => cycle.bring(PLACES.conveningCell, toConvene, { may: only('WRITE_COLLECTIVE_REVIEW') }),
    () => cycle.bring(PLACES.convening, toConvene, { may: only('WRITE_COLLECTIVE_REVIEW') }),
    () => count(cycle),
    () => sendBack(cycle),
    () => verify(cycle),
  ];
  await eachAtOnce(lower, BODIES, (work) => work());
  await Promise.all([sit(cycle), cycle.bring(PLACES.verifying, dossierIn)]);
}

/** The dossier of a lone grassroots cell goes up, is verified, and its superior's standing committee has to sit. */
export async function bringToClassification(cycle: DemoCycle): Promise<void> {
  const [unit] = [...cycle.script.membersOf.keys()];
  if (unit === undefined) return;
  await cycle.writeAll([unit], WRITERS);
  await cycle.bring(unit, dossierIn);
  await cycle.bring(cycle.script.superior, async () => (await cycle.chair.tasks()).some(only('CONVENE_MEETING')), {
    may: only('VERIFY_DOSSIER'),
  });
}

/** The first vote of a cell's meeting is over, one of two tellers has counted. */
async function count(cycle: DemoCycle): Promise<void> {
  const half = async () =>
    (await cycle.latestRoom(PLACES.countingCell))?.steps.some(
      (step) => step.kind === 'PAPER_COUNT' && step.state === 'OPEN' && step.outstanding === 1,
    ) ?? false;
  await cycle.bring(PLACES.countingCell, half, { pause: 'HALF_COUNTED' });
}

/** A cell has handed in and its committee wants it mended. */
async function sendBack(cycle: DemoCycle): Promise<void> {
  const cell = PLACES.returnedCell;
  const path = `/cycles/${cycle.id}/units/${cell}`;
  const round = async () => (await cycle.overview(cell)).submission?.state;
  if ((await round()) === undefined) {
    await cycle.bring(cell, (row) => row.phase === 'SUBMISSION', { may: except('SUBMIT_RESULT') });
    await cycle.leader(cell).post(`${path}/submission`, {});
  }
  if ((await round()) !== 'RETURNED')
    await cycle.leader(PLACES.counting).post(`${path}/return`, { reason: 'Biên bản thiếu phần ý kiến góp ý' });
  await cycle.bring(cell, toConvene, { may: () => false });
}

/** The committee is together, its roll is called, the first vote can begin. */
async function sit(cycle: DemoCycle): Promise<void> {
  const together = async () => {
    const { meetings } = await cycle.overview(PLACES.sitting);
    return meetings.some((meeting) => !['CONVENED', 'POSTPONED', 'CANCELLED'].includes(meeting.state));
  };
  await cycle.bring(PLACES.sitting, together, { pause: 'BEFORE_VOTE' });
}

/** One dossier is verified before the next comes in. */
async function verify(cycle: DemoCycle): Promise<void> {
  const unit = PLACES.verified;
  await cycle.bring(unit, dossierIn);
  const done = async () =>
    !['SUBMITTED', 'VERIFYING'].includes((await cycle.overview(unit)).organisationReview?.state ?? '');
  await cycle.bring(cycle.script.superior, done, {
    may: (task) => task.kind === 'VERIFY_DOSSIER' && task.subject?.code === unit,
  });
}
