import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { PinnedRules, ReconcileService } from '@binhxet/application';
import { type CommandName, TASK_QUEUE } from '@binhxet/contracts';
import { openDataSource, onPool, PgReconcileReader } from '@binhxet/persistence';
import { newSecretId } from '@binhxet/platform';
import { loadRulePacks } from '@binhxet/rule-packs';
import { EngineConnection, TemporalEngine, TemporalRepair } from '@binhxet/temporal';
import { startTestTemporal, type TestTemporal } from '@binhxet/testing';
import { CYCLE, type CaseWorld, startCaseWorld } from './case-world.js';

const DISCIPLINE = { form: 'Cảnh cáo', number: '15-QĐ/UBKT', inForceOn: '2026-11-10', selfDetected: false, remedied: false };
const SETTLE = { settleMs: 0 };

/** A real engine that knows nothing of the cases which PostgreSQL holds: what is left after its database was lost. */
describe('workflows of cases that were lost', () => {
  let world: CaseWorld;
  let temporal: TestTemporal;
  let worker: ChildProcess;
  let connection: EngineConnection;
  let engine: TemporalEngine;
  let source: Awaited<ReturnType<typeof openDataSource>>;
  let service: ReconcileService;
  let appeal: string;
  let forwarded: string;
  let review: string;
  const cases = (found: { readonly differences: readonly { readonly kind: string; readonly workflowId: string; readonly recorded: string | null; readonly running: string | null }[] }) =>
    found.differences.filter(({ workflowId }) => /^(appeal|reevaluation):/.test(workflowId)).map(({ kind, workflowId, recorded, running }) => [kind, workflowId, recorded, running]);
  const phaseOf = async (workflowId: string) => (await engine.describe(workflowId))?.progress?.phase;
  const ended = async (workflowId: string): Promise<void> => {
    for (let tries = 0; (await engine.describe(workflowId))?.running; tries += 1) {
      if (tries > 100) throw new Error(`${workflowId} does not end`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const stateOf = async (table: 'appeal_case' | 'reevaluation_case', id: string) => (await world.api.db.query<{ state: string }>(`select state from app.${table} where id = $1`, [id])).rows[0]?.state;
  /** A request of a person as the API stores it, to the real engine. */
  const ask = async (name: CommandName, workflowId: string, who: string, payload: Record<string, string | number>) => {
    const client = await world.as(who);
    const commandId = newSecretId();
    const actor = { accountId: client.accountId, memberId: await world.idOf('member', who), capacities: [] };
    await world.uow.run(async (tx) => tx.commands.insert({ id: commandId, name, cycleId: CYCLE, organisationId: await world.idOf('organisation', 'KHOI'), workflowId, actor, payload }, new Date()));
    return engine.update(workflowId, name, { commandId, caseId: workflowId.split(':')[1]! });
  };

  beforeAll(async () => {
    [world, temporal] = await Promise.all([startCaseWorld({ 'appeal.handlingWorkingDays': 20 }), startTestTemporal()]);
    worker = fork(path.resolve(import.meta.dirname, '../../../apps/worker/dist/main.js'), [], {
      env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', BX_DATABASE_URL: world.api.database.urls.bx_worker, BX_TEMPORAL_ADDRESS: temporal.address, BX_TEMPORAL_NAMESPACE: temporal.namespace, BX_PUBLIC_URL: 'http://localhost:8080', BX_RULE_PACKS_DIR: world.rulesDir },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    await once(worker, 'message');
    connection = new EngineConnection(temporal);
    engine = new TemporalEngine(connection, { taskQueue: TASK_QUEUE });
    source = await openDataSource({ url: world.api.database.urls.bx_read, poolSize: 2, applicationName: 'test-reconcile', onPoolError: () => undefined });
    service = new ReconcileService(new PgReconcileReader(onPool(source)), new TemporalRepair(connection, engine, { taskQueue: TASK_QUEUE }), new PinnedRules(loadRulePacks(world.rulesDir)), { publicUrl: 'http://localhost:8080' });

    await world.decide('DB1', 'CB11-02', ['CB11-02', 'CB11-03'], { 'CB11-05': 2, 'CB12-01': 2, 'CB11-04': 1 }, '01-QĐ/DB1', 'MEMBERS_AND_UNITS');
    const secretary = await world.as('CB12-03');
    const file = async (code: string): Promise<string> => (await (await world.as(code)).send('POST', `/api/v1/reviews/${await world.review('MEMBER', code)}/appeals`, { kind: 'COMPLAINT', grounds: 'x' })).json().caseId;
    [appeal, forwarded] = [await file('CB11-05'), await file('CB12-01')];
    await world.must(secretary.send('POST', `/api/v1/appeals/${appeal}/admit`));
    await world.must(secretary.send('POST', `/api/v1/appeals/${appeal}/panel`, { chair: 'CB12-02' }));
    review = (await secretary.send('POST', '/api/v1/reevaluations', { subjectKind: 'MEMBER', subject: 'CB11-04', year: 2024, discipline: DISCIPLINE, grounds: 'x' })).json().caseId; // a year that was imported
  }, 120_000);
  afterAll(async () => {
    worker?.kill('SIGKILL');
    await connection?.close();
    await source?.destroy();
    await Promise.all([world?.stop(), temporal?.stop()]);
  });

  it('are found by the cycle they belong to, and without one', async () => {
    const found = await service.look(SETTLE);
    expect(cases(found).sort()).toEqual(
      [
        ['MISSING', `appeal:${appeal}`, 'VERIFYING APPEAL APPEAL_EVIDENCE', null],
        ['MISSING', `appeal:${forwarded}`, 'RECEIVED APPEAL APPEAL_EVIDENCE', null],
        ['MISSING', `reevaluation:${review}`, 'OPENED REEVALUATION', null],
      ].sort(),
    );
    expect(found.differences.find(({ workflowId }) => workflowId === `reevaluation:${review}`)).toMatchObject({ cycleId: 'KHOI.2024' });
    expect(cases(await service.look({ ...SETTLE, cycleId: CYCLE }))).toHaveLength(2);
    expect(await engine.describe(`appeal:${appeal}`)).toBeNull(); // looking changes nothing
  });

  describe('of a year that is closed', () => {
    beforeAll(async () => {
      await world.commend();
      await world.must((await world.as('CB12-03')).send('POST', `/api/v1/cycles/${CYCLE}/commendations/acts`, { act: 'DROP', caseIds: (await world.api.db.query<{ id: string }>('select id from app.commendation_case')).rows.map(({ id }) => id), reason: 'Không đề nghị' }));
      await world.closeYear();
    });

    it('are started where PostgreSQL stands, once', async () => {
      expect(cases(await service.apply(false, SETTLE))).toHaveLength(3);
      expect(await phaseOf(`appeal:${appeal}`)).toBe('VERIFYING');
      expect(await phaseOf(`appeal:${forwarded}`)).toBe('RECEIVED');
      expect(await phaseOf(`reevaluation:${review}`)).toBe('OPENED');
      expect((await service.look(SETTLE)).differences).toEqual([]);
      expect((await service.look({ ...SETTLE, cycleId: CYCLE })).differences).toEqual([]); // none of them is unknown
      expect((await service.apply(false, SETTLE)).differences).toEqual([]);
    });

    it('go on from there to their end', async () => {
      await ask('concludeAppeal', `appeal:${appeal}`, 'CB12-02', { findings: 'Hai nhiệm vụ chưa được tính', recommended: 'CHANGE' });
      await ask('decideAppeal', `appeal:${appeal}`, 'CB12-02', { outcome: 'CHANGE', level: 1, number: '09-QĐ/KHOI', decidedOn: '2026-11-27', reason: 'Theo kết quả xác minh' });
      await ended(`appeal:${appeal}`);
      expect(await stateOf('appeal_case', appeal)).toBe('CLOSED');
      expect(await world.recompute()).toMatchObject({ differences: [] });
      expect((await service.look({ ...SETTLE, cycleId: CYCLE })).differences).toEqual([]);
    });

    it('that stand elsewhere are replaced only when that is asked for', async () => {
      await world.must((await world.as('CB12-03')).send('POST', `/api/v1/appeals/${forwarded}/admit`)); // the engine heard nothing of it
      expect(cases(await service.look(SETTLE))).toEqual([['STALE', `appeal:${forwarded}`, 'ADMITTED APPEAL APPEAL_EVIDENCE', 'RECEIVED APPEAL APPEAL_EVIDENCE']]);
      expect((await service.apply(false, SETTLE)).differences).toEqual([]);
      expect(cases(await service.apply(true, SETTLE))).toHaveLength(1);
      expect(await phaseOf(`appeal:${forwarded}`)).toBe('ADMITTED');
      expect((await service.look(SETTLE)).differences).toEqual([]);
    });

    it('are closed when they had their outcome and nobody had closed them', async () => {
      const body = { cycleId: 'KHOI.2024', orgId: await world.idOf('organisation', 'KHOI'), workflowId: `reevaluation:${review}` };
      const [client, commandId] = [await world.as('CB12-03'), newSecretId()];
      const actor = { accountId: client.accountId, memberId: await world.idOf('member', 'CB12-03'), capacities: [] };
      await world.uow.run((tx) => tx.commands.insert({ id: commandId, name: 'dismissReevaluation', cycleId: CYCLE, organisationId: body.orgId, workflowId: body.workflowId, actor, payload: { reason: 'Vi phạm không thuộc năm 2024' } }, new Date()));
      await world.engine.dismissReevaluation(body, { commandId, caseId: review });
      expect(await stateOf('reevaluation_case', review)).toBe('DISMISSED');
      expect(cases(await service.look(SETTLE))).toEqual([['STALE', `reevaluation:${review}`, 'CLOSING', 'OPENED REEVALUATION']]);
      await service.apply(true, SETTLE);
      await ended(`reevaluation:${review}`);
      expect(await stateOf('reevaluation_case', review)).toBe('CLOSED');
      expect((await service.look(SETTLE)).differences).toEqual([]);
    });
  });
});
