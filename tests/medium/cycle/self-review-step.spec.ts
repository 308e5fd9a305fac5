import { type BodyRef, cellWorkflowId, type StepRef } from '@binhxet/contracts';
import { loadRulePacks } from '@binhxet/rule-packs';
import { type DataPlane, startDataPlane } from '../../setup/data-plane.js';

const CYCLE = 'KHOI.2026';
const FORM = loadRulePacks().forYear(2026).content.forms?.find((candidate) => candidate.subject === 'MEMBER');
const DRAFT = { form: FORM?.id ?? '', sections: { [FORM?.sections[0]?.id ?? '']: 'Kết quả trong năm' }, grades: {}, selfLevel: 2 as const };

describe('the self-review step of a cell', () => {
  let plane: DataPlane;
  let cell: BodyRef;
  let step: StepRef;

  beforeAll(async () => {
    plane = await startDataPlane('selfreview', { cells: 2, membersPerCell: 60 });
    await plane.openCycles.open(await plane.as('CB11-01'), {
      superiorCode: 'KHOI',
      period: '2026',
      clock: 'REAL',
      rules: {},
      settings: plane.settings,
      plan: { selfReview: '2026-12-10', cellMeeting: '2026-12-15', cellSubmission: '2026-12-17' },
      simulated: true,
    });
    await plane.engine.freezeCycle(CYCLE);
    cell = { cycleId: CYCLE, orgId: await plane.organisationId('CB12'), workflowId: cellWorkflowId(CYCLE, 'CB12') };
    step = (await plane.engine.openStep(cell, 'SELF_REVIEW')) as StepRef;
  });
  afterAll(() => plane?.stop());

  const reviewOf = async (code: string): Promise<{ id: string; state: string }> => {
    const [row] = await plane.sql.query<{ id: string; state: string }>(
      `select r.id, r.state from app.review r join app.member m on m.id = r.subject_id where r.subject_kind = 'MEMBER' and m.code = $1`,
      [code],
    );
    if (!row) throw new Error(`no review of ${code}`);
    return row;
  };
  it('expects one paper of every member and gives each a task', async () => {
    expect(step.outstanding).toBe(60);
    const [tasks] = await plane.sql.query<{ n: number }>(`select count(*)::int as n from app.task where step_id = $1 and kind = 'WRITE_SELF_REVIEW' and state = 'OPEN'`, [step.stepId]);
    expect(tasks?.n).toBe(60);
    expect(new Date(step.closeAt ?? '').getTime()).toBeGreaterThan(new Date(step.dueAt ?? '').getTime());
  });

  it('is opened once, however often the engine asks', async () => {
    const again = await plane.engine.openStep(cell, 'SELF_REVIEW');
    expect(again?.stepId).toBe(step.stepId);
  });

  it('refuses a section the form does not have, naming what it has', async () => {
    const author = await plane.as('CB12-02');
    const { id } = await reviewOf('CB12-02');
    await expect(plane.papers.save(author, id, { ...DRAFT, sections: { XYZ: 'x' } }, 0)).rejects.toMatchObject({
      code: 'PAPER.INVALID',
      errors: [{ pointer: '/sections/XYZ', code: 'PAPER.SECTION_UNKNOWN' }],
    });
  });

  it("hides somebody else's paper as if it did not exist", async () => {
    const { id } = await reviewOf('CB12-03');
    await expect(plane.papers.save(await plane.as('CB12-02'), id, DRAFT, 0)).rejects.toMatchObject({ code: 'ACCESS.NOT_FOUND', kind: 'not-found' });
  });

  it('refuses a save over a newer version', async () => {
    const author = await plane.as('CB12-04');
    const { id } = await reviewOf('CB12-04');
    const draft = DRAFT;
    expect((await plane.papers.save(author, id, draft, 0)).version).toBe(1);
    expect((await plane.papers.save(author, id, draft, 1)).version).toBe(2);
    await expect(plane.papers.save(author, id, draft, 1)).rejects.toMatchObject({ code: 'RECORD.CHANGED', facts: { currentVersion: 2 } });
  });

  it('takes in a whole cell handing in at once, counts each once and tells the body when the last is in', async () => {
    const codes = Array.from({ length: 60 }, (_, i) => `CB12-${String(i + 1).padStart(2, '0')}`);
    await Promise.all(
      codes.map(async (code) => {
        const author = await plane.as(code);
        const { id } = await reviewOf(code);
        const version = code === 'CB12-04' ? 2 : (await plane.papers.save(author, id, DRAFT, 0)).version;
        await plane.papers.submit(author, id, version);
        await expect(plane.papers.submit(author, id, version + 1)).rejects.toMatchObject({ code: 'MEMBER_REVIEW.ILLEGAL_MOVE' });
      }),
    );
    const [row] = await plane.sql.query<{ outstanding: number }>('select outstanding from app.step where id = $1', [step.stepId]);
    expect(row?.outstanding).toBe(0);
    const signals = await plane.sql.query<{ target: string; payload: { stepId: string } }>(`select target, payload from app.outbox where name = 'stepReady'`);
    expect(signals.map((signal) => [signal.target, signal.payload.stepId])).toEqual([[cell.workflowId, step.stepId]]);
    const [entries] = await plane.sql.query<{ n: number }>(`select count(*)::int as n from ledger.ledger_entry where type = 'self-review.submitted'`);
    expect(entries?.n).toBe(60);
  }, 120_000);

  it('does not close while a returned paper is out, and closes when it is back', async () => {
    const secretary = await plane.as('CB12-01');
    const author = await plane.as('CB12-05');
    const { id } = await reviewOf('CB12-05');
    await plane.papers.returnToAuthor(secretary, id, 'Thiếu phần hạn chế');
    expect(await plane.engine.closeStep(step.stepId, 'ALL_IN')).toEqual({ closed: false, outstanding: 1 });
    const [paper] = await plane.sql.query<{ version: number }>('select version from app.review_paper where review_id = $1', [id]);
    await plane.papers.submit(author, id, paper?.version ?? 0);
    expect(await plane.engine.closeStep(step.stepId, 'ALL_IN')).toEqual({ closed: true, outstanding: 0 });
    expect((await reviewOf('CB12-05')).state).toBe('READY');
  });

  it('accepts nothing after the close, and writes nothing', async () => {
    const author = await plane.as('CB12-06');
    const { id } = await reviewOf('CB12-06');
    await expect(plane.papers.save(author, id, DRAFT, 2)).rejects.toMatchObject({ code: 'STEP.CLOSED', kind: 'conflict' });
  });

  it('closes the other cell by time: who has not handed in waits as absent', async () => {
    const other: BodyRef = { cycleId: CYCLE, orgId: await plane.organisationId('CB11'), workflowId: cellWorkflowId(CYCLE, 'CB11') };
    const otherStep = (await plane.engine.openStep(other, 'SELF_REVIEW')) as StepRef;
    const author = await plane.as('CB11-07');
    const { id } = await reviewOf('CB11-07');
    plane.time.now = new Date('2026-12-11T05:00:00Z'); // a day after the due date
    const { version } = await plane.papers.save(author, id, DRAFT, 0);
    expect((await plane.papers.submit(author, id, version)).late).toBe(true);
    expect((await plane.engine.closeStep(otherStep.stepId, 'TIME')).closed).toBe(true);
    expect((await reviewOf('CB11-07')).state).toBe('READY');
    expect((await reviewOf('CB11-08')).state).toBe('WAITING_ABSENT');
    await expect(plane.papers.submit(author, id, version + 1)).rejects.toMatchObject({ code: 'STEP.CLOSED' });
  });
});
