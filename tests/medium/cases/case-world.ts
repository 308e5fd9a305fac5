import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createControlPlane, Engine, type ImportFile, PinnedRules, RecomputeCycleService, type StoredDifference } from '@binhxet/application';
import { type BodyRef, type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { type Level } from '@binhxet/domain';
import { onPool, openDataSource, PgRecords, PgUnitOfWork } from '@binhxet/persistence';
import { newId, newSecretId } from '@binhxet/platform';
import { loadRulePacks, SHIPPED_RULES } from '@binhxet/rule-packs';
import { type ApiUnderTest, type SignedInClient, startApi } from '../api/api-under-test.js';

export const CYCLE = 'KHOI.2026';
const FROM = '2015-01-01';

/** Committee of DB1: 02, 03 of CB11 and 05 of CB12, who also sits with the superior. Superior: 03 secretary, 04 deputy, 05 member, 02 inspection, 06 office. */
function tables(): ImportFile[] {
  const table = (kind: ImportFile['kind'], rows: Record<string, string>[]): ImportFile => ({ name: `${kind}.csv`, kind, columns: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows: rows.map((values, n) => ({ row: n + 2, values })) });
  const organisation = (code: string, role: string, parent?: string) => ({ code, name: `Tổ chức ${code}`, role, ...(parent ? { parent } : {}), from: FROM });
  const member = (cell: string, n: number) => ({ code: `${cell}-0${n}`, fullName: `Đảng viên ${cell} ${n}`, status: 'OFFICIAL', admittedOn: '2014-05-19', officialOn: '2015-05-19', civilServant: 'no', organisation: cell, joinedOn: FROM });
  const post = (who: string, where: string, body: string, kind: string, head = false) => ({ member: who, organisation: where, body, post: kind, head: head ? 'yes' : 'no', from: FROM });
  const year = (subject: string, of: number) => ({ subjectKind: 'MEMBER', subject, year: String(of), pack: of < 2023 ? 'P2019' : of < 2025 ? 'P2023' : 'P2025', level: '1' });
  return [
    table('organisations', [organisation('KHOI', 'SUPERIOR_ORG'), organisation('DB1', 'GRASSROOTS_COMMITTEE_ORG', 'KHOI'), organisation('CB11', 'SUBORDINATE_CELL', 'DB1'), organisation('CB12', 'SUBORDINATE_CELL', 'DB1')]),
    table('members', ['CB11', 'CB12'].flatMap((cell) => [1, 2, 3, 4, 5, 6].map((n) => member(cell, n)))),
    table('posts', [
      post('CB11-01', 'CB11', 'MEMBERS_MEETING', 'SECRETARY', true),
      post('CB12-01', 'CB12', 'MEMBERS_MEETING', 'SECRETARY', true),
      post('CB11-02', 'DB1', 'PARTY_COMMITTEE', 'SECRETARY', true),
      post('CB11-03', 'DB1', 'PARTY_COMMITTEE', 'COMMITTEE_MEMBER'),
      post('CB12-05', 'DB1', 'PARTY_COMMITTEE', 'COMMITTEE_MEMBER'),
      post('CB12-03', 'KHOI', 'STANDING_COMMITTEE', 'SECRETARY', true),
      post('CB12-04', 'KHOI', 'STANDING_COMMITTEE', 'DEPUTY_SECRETARY'),
      post('CB12-05', 'KHOI', 'STANDING_COMMITTEE', 'STANDING_MEMBER'),
      post('CB12-02', 'KHOI', 'INSPECTION_COMMISSION', 'COMMISSION_CHAIR'),
      post('CB12-06', 'KHOI', 'ADVISORY_BODY', 'OFFICER'),
    ]),
    table('history', ['CB11-04', 'CB11-06', 'CB12-04'].flatMap((code) => [2022, 2023, 2024, 2025].map((of) => year(code, of)))),
  ];
}

/** Acts after which the workflow of a case ends it. */
const ENDS: Partial<Record<CommandName, 'APPEAL' | 'REEVALUATION'>> = { rejectAppeal: 'APPEAL', withdrawAppeal: 'APPEAL', decideAppeal: 'APPEAL', decideReevaluation: 'REEVALUATION', dismissReevaluation: 'REEVALUATION' };

/** Carries commands out at once, as workflow and worker would, and ends a case when its workflow would. */
class InlineEngine extends Engine {
  api: ApiUnderTest | undefined;
  constructor(private readonly rulesDir: string) {
    super();
  }
  private opened: Awaited<ReturnType<typeof openDataSource>> | undefined;

  async plane() {
    this.opened ??= await openDataSource({ url: this.api!.database.urls.bx_worker, poolSize: 4, applicationName: 'test-worker', onPoolError: () => undefined });
    const clock = { now: () => new Date() };
    const ids = { next: newId, secret: newSecretId };
    const uow = new PgUnitOfWork(this.opened, clock, ids);
    return { uow, engine: createControlPlane({ uow, rules: new PinnedRules(loadRulePacks(this.rulesDir)), clock, ids, publicUrl: 'http://127.0.0.1' }) };
  }

  async update(_workflowId: string, name: CommandName, ref: CommandRef): Promise<CommandOutcome> {
    const { engine } = await this.plane();
    const [row] = await onPool(this.opened!).query<BodyRef>('select cycle_id as "cycleId", organisation_id as "orgId", workflow_id as "workflowId" from app.command where id = $1', [ref.commandId]);
    const outcome = await engine[name](row!, ref);
    const kind = ENDS[name];
    if (kind && ref.caseId) await engine.closeCase(ref.caseId, kind);
    return outcome;
  }
  async start(): Promise<void> {}
  async signal(): Promise<void> {}
  async describe(): Promise<null> {
    return null;
  }
  async ping(): Promise<void> {}
  async close(): Promise<void> {
    await this.opened?.destroy();
  }
}

/** The shipped rule files with a superior's own settings and whatever else a test says. */
function ruleFiles(settings: Readonly<Record<string, unknown>>, more: Readonly<Record<string, object>>): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'binhxet-rules-'));
  cpSync(SHIPPED_RULES, dir, { recursive: true });
  const shipped = loadRulePacks().ofKind('settings')[0]!.content;
  const values = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, { value, source: 'test', mark: 'I' }]));
  for (const [name, content] of Object.entries({ ...more, 'settings.json': { ...shipped, id: 'TEST', values: { ...shipped.values, ...values } } })) writeFileSync(path.join(dir, name), JSON.stringify(content));
  return dir;
}

/** A cycle with its people, nothing decided yet. @param files further rule files by name */
export async function startCaseWorld(settings: Readonly<Record<string, unknown>> = {}, files: Readonly<Record<string, object>> = {}) {
  const rulesDir = ruleFiles(settings, files);
  const inline = new InlineEngine(rulesDir);
  const api = await startApi({ BX_RULE_PACKS_DIR: rulesDir }, { replacements: [{ provide: Engine, useValue: inline }] });
  inline.api = api;
  const idOf = async (table: 'member' | 'organisation', code: string): Promise<string> => (await api.db.query<{ id: string }>(`select id from app.${table} where code = $1`, [code])).rows[0]!.id;
  const clients = new Map<string, Promise<SignedInClient>>();
  const as = (code: string): Promise<SignedInClient> => {
    const known = clients.get(code) ?? idOf('member', code).then((memberId) => api.signedIn({ memberId }));
    clients.set(code, known);
    return known;
  };
  const must = async (answer: Promise<{ statusCode: number; body: string }>): Promise<void> => {
    const { statusCode, body } = await answer;
    if (statusCode >= 300) throw new Error(`the fixture was refused: ${body}`);
  };
  const administrator = await api.signedIn({ grant: 'ADMINISTRATOR' });
  await must(administrator.send('POST', '/api/v1/imports', { files: tables() }));
  await must((await as('CB12-03')).send('POST', '/api/v1/cycles', { superiorCode: 'KHOI', period: '2026', clock: 'REAL', settings: 'TEST', plan: {}, simulated: true }));
  const { engine, uow } = await inline.plane();
  await engine.freezeCycle(CYCLE);
  const review = async (kind: string, code: string): Promise<string> =>
    (await api.db.query<{ id: string }>('select id from app.review where cycle_id = $1 and subject_kind = $2 and subject_id = $3', [CYCLE, kind, await idOf(kind === 'MEMBER' ? 'member' : 'organisation', code)])).rows[0]!.id;

  /** The first decision of a body, with the sitting it rests on: who was there and voted, and its entry in the log. */
  const decide = async (organisation: string, chair: string, voters: readonly string[], levels: Readonly<Record<string, Level>>, number: string, kind: 'MEMBERS_AND_UNITS' | 'ORGANISATIONS') => {
    const [organisationId, superiorId, meetingId, decisionId, chairId] = [await idOf('organisation', organisation), await idOf('organisation', 'KHOI'), newId(), newId(), await idOf('member', chair)];
    const subjects = await Promise.all(Object.keys(levels).map((code) => review(kind === 'ORGANISATIONS' ? 'ORGANISATION' : 'MEMBER', code)));
    const step = await engine.openStep({ cycleId: CYCLE, orgId: organisationId, workflowId: `test:${organisation}` }, 'UNITS');
    await api.db.query(
      `insert into app.meeting (id, cycle_id, superior_id, organisation_id, kind, state, step_id, workflow_id, held_on, chair_id, minute_taker_id, created_at)
       values ($1, $2, $3, $4, 'COMMITTEE_SITTING', 'CLOSED', $5, 'test', '2026-11-20', $6, $6, now())`,
      [meetingId, CYCLE, superiorId, organisationId, step!.stepId, chairId],
    );
    for (const voter of voters) await api.db.query(`insert into app.attendance (meeting_id, member_id, voter, status) values ($1, $2, true, 'PRESENT')`, [meetingId, await idOf('member', voter)]);
    await api.db.query(
      `insert into ballot.ballot (id, meeting_id, cycle_id, superior_id, organisation_id, ordinal, kind, method, channel, state, subjects, rule)
       values ($1, $2, $3, $4, $5, 1, $6, 'SECRET_BALLOT', 'PAPER', 'CERTIFIED', $7, '{}')`,
      [newSecretId(), meetingId, CYCLE, superiorId, organisationId, kind === 'ORGANISATIONS' ? 'STANDING_DECISION' : 'COMMITTEE_DECISION', subjects],
    );
    await uow.run(async (tx) => {
      await tx.decisions.insert(
        { id: decisionId, cycleId: CYCLE, superiorId, organisationId, kind, number, decidedOn: '2026-11-23', meetingId, quota: [], reason: null, document: null, contentHash: 'ab'.repeat(32), issuedBy: chairId, issuedAt: new Date() },
        Object.values(levels).map((level, index) => ({ reviewId: subjects[index]!, caseId: null, level, nonLevel: null, verdict: level, reason: null })),
      );
      const lines = Object.values(levels).map((level, index) => ({ review: subjects[index]!, level, state: null, verdict: level, reason: null }));
      tx.ledger.append({ type: 'classification.decided', cycleId: CYCLE, org: organisation, payload: { decision: decisionId, lines } });
      tx.ledger.append({ type: 'decision.issued', cycleId: CYCLE, org: organisation, payload: { decision: decisionId, kind, number, decidedOn: '2026-11-23', meeting: meetingId, reason: null, document: null, sha256: 'ab'.repeat(32) } });
    });
    for (const [index, level] of Object.values(levels).entries()) await api.db.query(`update app.review set state = 'NOTIFIED', decided_level = $2 where id = $1`, [subjects[index], level]);
    return decisionId;
  };

  /** A complaint that is granted, every act through the API. @param judge of the superior, not one who decided before @returns the case */
  const grant = async (filer: string, reviewId: string, level: Level, number: string, judge = 'CB12-02'): Promise<string> => {
    const [client, secretary, chair] = [await as(filer), await as('CB12-03'), await as(judge)];
    const { caseId } = (await client.send('POST', `/api/v1/reviews/${reviewId}/appeals`, { kind: 'COMPLAINT', grounds: 'Có việc chưa được tính' })).json() as { caseId: string };
    const act = (who: SignedInClient, what: string, body?: object) => must(who.send('POST', `/api/v1/appeals/${caseId}/${what}`, body));
    await act(secretary, 'admit');
    await act(secretary, 'panel', { chair: judge });
    await act(chair, 'conclusion', { findings: 'Hồ sơ cho thấy khác', recommended: 'CHANGE' });
    await act(chair, 'decision', { outcome: 'CHANGE', level, number, decidedOn: '2026-11-27', reason: 'Theo kết quả xác minh', document: 'BC-07' });
    return caseId;
  };
  /** The cycle as it stands at its commendations, with its candidates derived. */
  let commendation = '';
  const commend = async (): Promise<void> => {
    for (const phase of ['REVIEW', 'CLASSIFICATION', 'COMMENDATION'] as const) await engine.recordPhase({ cycleId: CYCLE, orgId: await idOf('organisation', 'KHOI'), workflowId: `cycle:${CYCLE}` }, 'annualCycle', phase);
    commendation = (await engine.openStep({ cycleId: CYCLE, orgId: await idOf('organisation', 'KHOI'), workflowId: `cycle:${CYCLE}` }, 'COMMENDATION'))!.stepId;
    await engine.deriveCandidates(CYCLE);
  };
  /** The commendations are over, and the year with them. */
  const closeYear = async (): Promise<void> => {
    await engine.recordPhase({ cycleId: CYCLE, orgId: await idOf('organisation', 'KHOI'), workflowId: `commendation:${CYCLE}` }, 'commendation', 'DONE');
    await engine.closeStep(commendation, 'ALL_IN');
    await engine.closeCycle(CYCLE);
  };

  /** Everything of the cycle made again from the log, as the command and the nightly job do. */
  const recompute = async (): Promise<{ readonly levels: number; readonly candidates: boolean; readonly differences: readonly StoredDifference[] }> => {
    const reader = await openDataSource({ url: api.database.urls.bx_read, poolSize: 2, applicationName: 'test-records', onPoolError: () => undefined });
    try {
      const differences: StoredDifference[] = [];
      const { levels, candidates } = await new RecomputeCycleService(new PgRecords(reader), new PinnedRules(loadRulePacks(rulesDir))).run(CYCLE, { onDifference: (one) => differences.push(one) });
      return { levels, candidates, differences };
    } finally {
      await reader.destroy();
    }
  };

  return {
    api,
    rulesDir,
    as,
    idOf,
    review,
    decide,
    engine,
    uow,
    must,
    grant,
    commend,
    closeYear,
    recompute,
    /** Entries of the log of these types, oldest first, with payload and the type of the entry they point back to. */
    entries: async (...types: string[]) =>
      (
        await api.db.query<{ id: string; type: string; prev: string | null; prevType: string | null; payload: string }>(
          `select e.id, e.type, e.prev, b.type as "prevType", p.payload from ledger.ledger_entry e join ledger.ledger_payload p on p.entry_id = e.id left join ledger.ledger_entry b on b.id = e.prev
           where e.type = any($1) order by e.recorded_at, e.id`,
          [types],
        )
      ).rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) as Record<string, unknown> })),
    stop: async () => {
      await inline.close();
      await api.stop();
      rmSync(rulesDir, { recursive: true });
    },
  };
}
export type CaseWorld = Awaited<ReturnType<typeof startCaseWorld>>;
