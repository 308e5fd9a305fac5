import { createControlPlane, Engine, PinnedRules, type ImportFile } from '@binhxet/application';
import { cellWorkflowId, type BodyRef, type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { onPool, openDataSource, PgUnitOfWork } from '@binhxet/persistence';
import { newId, newSecretId } from '@binhxet/platform';
import { loadRulePacks } from '@binhxet/rule-packs';
import { type ApiUnderTest, startApi } from './api-under-test.js';

const FROM = '2015-01-01';
export const CYCLE = 'KHOI.2026';

/** Two superiors that know nothing of each other, each with a grassroots organisation; every role is another person. */
function tables(): ImportFile[] {
  const table = (kind: ImportFile['kind'], rows: Record<string, string>[]): ImportFile => ({ name: `${kind}.csv`, kind, columns: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows: rows.map((values, n) => ({ row: n + 2, values })) });
  const organisation = (code: string, role: string, parent?: string) => ({ code, name: `Tổ chức ${code}`, role, ...(parent ? { parent } : {}), from: FROM });
  const member = (cell: string, n: number) => ({ code: `${cell}-0${n}`, fullName: `Đảng viên ${cell} ${n}`, status: 'OFFICIAL', admittedOn: '2014-05-19', officialOn: '2015-05-19', civilServant: 'no', organisation: cell, joinedOn: FROM });
  const post = (who: string, where: string, body: string, kind: string, head = true) => ({ member: who, organisation: where, body, post: kind, head: head ? 'yes' : 'no', from: FROM });
  return [
    table('organisations', [
      organisation('KHOI', 'SUPERIOR_ORG'),
      organisation('DB1', 'GRASSROOTS_COMMITTEE_ORG', 'KHOI'),
      organisation('CB11', 'SUBORDINATE_CELL', 'DB1'),
      organisation('CB12', 'SUBORDINATE_CELL', 'DB1'),
      organisation('NGOAI', 'SUPERIOR_ORG'),
      organisation('DB9', 'GRASSROOTS_COMMITTEE_ORG', 'NGOAI'),
      organisation('CB91', 'SUBORDINATE_CELL', 'DB9'),
    ]),
    table('members', ['CB11', 'CB12', 'CB91'].flatMap((cell) => [1, 2, 3, 4, 5].map((n) => member(cell, n)))),
    table('posts', [
      post('CB11-01', 'CB11', 'MEMBERS_MEETING', 'SECRETARY'),
      post('CB12-01', 'CB12', 'MEMBERS_MEETING', 'SECRETARY'),
      post('CB12-02', 'DB1', 'PARTY_COMMITTEE', 'SECRETARY'),
      post('CB12-03', 'KHOI', 'STANDING_COMMITTEE', 'SECRETARY'),
      post('CB12-04', 'KHOI', 'ADVISORY_BODY', 'OFFICER', false),
      post('CB91-01', 'CB91', 'MEMBERS_MEETING', 'SECRETARY'),
      post('CB91-02', 'DB9', 'PARTY_COMMITTEE', 'SECRETARY'),
      post('CB91-03', 'NGOAI', 'STANDING_COMMITTEE', 'SECRETARY'),
      post('CB91-04', 'NGOAI', 'ADVISORY_BODY', 'OFFICER', false),
    ]),
  ];
}

/** Carries commands out at once, as workflow and worker would. */
export class InlineEngine extends Engine {
  private opened: Awaited<ReturnType<typeof openDataSource>> | undefined;

  async plane(api: ApiUnderTest) {
    this.opened ??= await openDataSource({ url: api.database.urls.bx_worker, poolSize: 4, applicationName: 'test-worker', onPoolError: () => undefined });
    const clock = { now: () => new Date() };
    const ids = { next: newId, secret: newSecretId };
    return createControlPlane({ uow: new PgUnitOfWork(this.opened, clock, ids), rules: new PinnedRules(loadRulePacks()), clock, ids, publicUrl: 'http://127.0.0.1' });
  }

  api: ApiUnderTest | undefined;
  async update(_workflowId: string, name: CommandName, ref: CommandRef): Promise<CommandOutcome> {
    const plane = await this.plane(this.api!);
    const [row] = await onPool(this.opened!).query<BodyRef>('select cycle_id as "cycleId", organisation_id as "orgId", workflow_id as "workflowId" from app.command where id = $1', [ref.commandId]);
    return plane[name](row!, ref);
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

/** The API with a cycle of the first superior: self-reviews open, a meeting of CB11 with two tellers, a decision, one entry in the log. */
export async function startTwoTrees() {
  const engine = new InlineEngine();
  const api = await startApi({}, { replacements: [{ provide: Engine, useValue: engine }] });
  engine.api = api;
  const idOf = async (table: 'member' | 'organisation', code: string): Promise<string> => (await api.db.query<{ id: string }>(`select id from app.${table} where code = $1`, [code])).rows[0]!.id;
  const as = async (memberCode: string) => api.signedIn({ memberId: await idOf('member', memberCode) });
  const must = async (answer: Promise<{ statusCode: number; body: string }>): Promise<void> => {
    const { statusCode, body } = await answer;
    if (statusCode >= 300) throw new Error(`the fixture was refused: ${body}`);
  };

  const administrator = await api.signedIn({ grant: 'ADMINISTRATOR' });
  await must(administrator.send('POST', '/api/v1/imports', { files: tables() }));
  const superior = await as('CB12-03');
  const settings = loadRulePacks().ofKind('settings')[0]!.content.id;
  const openCycle = { superiorCode: 'KHOI', period: '2026', clock: 'REAL', settings, plan: {}, simulated: true };
  await must(superior.send('POST', '/api/v1/cycles', openCycle));
  const plane = await engine.plane(api);
  await plane.freezeCycle(CYCLE);
  const cell: BodyRef = { cycleId: CYCLE, orgId: await idOf('organisation', 'CB11'), workflowId: cellWorkflowId(CYCLE, 'CB11') };
  const step = await plane.openStep(cell, 'SELF_REVIEW');

  const review = async (kind: string, code: string): Promise<string> =>
    (await api.db.query<{ id: string }>(`select r.id from app.review r where r.cycle_id = $1 and r.subject_kind = $2 and r.subject_id = $3`, [CYCLE, kind, await idOf(kind === 'MEMBER' ? 'member' : 'organisation', code)])).rows[0]!.id;
  const reviewId = await review('MEMBER', 'CB11-02');
  const [meetingId, ballotId, personBallotId, decisionId, notificationId] = [newId(), newSecretId(), newSecretId(), newId(), newId()];
  const superiorId = await idOf('organisation', 'KHOI');
  const people = await Promise.all(['CB11-01', 'CB11-02', 'CB11-03', 'CB11-04', 'CB11-05'].map((code) => idOf('member', code)));
  await api.db.query(
    `insert into app.meeting (id, cycle_id, superior_id, organisation_id, kind, state, step_id, workflow_id, held_on, chair_id, minute_taker_id, teller_ids, summoned, created_at)
     values ($1, $2, $3, $4, 'CELL_REVIEW', 'TALLYING', $5, $6, '2026-11-22', $7, $8, $9, 5, now())`,
    [meetingId, CYCLE, superiorId, cell.orgId, step!.stepId, cell.workflowId, people[0], people[0], [people[2], people[3]]],
  );
  for (const id of people) await api.db.query("insert into app.attendance (meeting_id, member_id, voter, status) values ($1, $2, true, 'PRESENT')", [meetingId, id]);
  await api.db.query(
    `insert into ballot.ballot (id, meeting_id, cycle_id, superior_id, organisation_id, ordinal, kind, method, channel, state, subjects, rule, entitled, counted_body, present, attempt)
     values ($1, $2, $3, $4, $5, 1, 'CELL_MEMBER_LEVEL', 'SECRET_BALLOT', 'PAPER', 'RECONCILING', $6, $7, 5, 5, 5, 1)`,
    [ballotId, meetingId, CYCLE, superiorId, cell.orgId, [reviewId], JSON.stringify({ counted: { rule: 'SUMMONED', source: 'VR', mark: 'S', exclusions: [], votingStatuses: ['OFFICIAL'] } })],
  );
  await api.db.query(
    `insert into ballot.person_ballot (id, meeting_id, cycle_id, superior_id, organisation_id, ordinal, kind, title, method, state, persons, rule, counted_body, entitled, present, created_at)
     values ($1, $2, $3, $4, $5, 1, 'CONFIDENCE', 'x', 'SECRET_BALLOT', 'RECONCILING', $6, $7, 5, 5, 5, now())`,
    [personBallotId, meetingId, CYCLE, superiorId, cell.orgId, [people[0]], JSON.stringify({ counted: { rule: 'MEMBERS_IN_OFFICE', source: 'VR', mark: 'S', exclusions: [], votingStatuses: ['OFFICIAL'] }, majority: null, majoritySource: 'VR', levels: ['1', '2', '3'], invalidScope: 'PER_SUBJECT', secret: true, secretFromVoters: 3 })],
  );
  await api.db.query(
    `insert into app.decision (id, cycle_id, superior_id, organisation_id, kind, number, decided_on, content_hash, issued_at) values ($1, $2, $3, $4, 'MEMBERS_AND_UNITS', '01-QĐ', '2026-11-22', $5, now())`,
    [decisionId, CYCLE, superiorId, await idOf('organisation', 'DB1'), 'ab'.repeat(32)],
  );
  await api.db.query("insert into app.review_paper (review_id, form, sections, saved_at) values ($1, 'X', '{}', now())", [reviewId]);
  await api.db.query("insert into app.notification (id, member_id, kind) values ($1, $2, 'TEST')", [notificationId, people[1]]);
  await api.db.query("insert into ledger.ledger_leaf (index, entry_id, leaf_hash) select 0, id, decode(repeat('00', 32), 'hex') from ledger.ledger_entry where type = 'cycle.opened' limit 1");
  // An appeal against the result of CB11-02 by the member, judged by the office; a past year of CB11-05; a vote on commendations.
  const [appealId, reevaluationId, historyId, voteId] = [newId(), newId(), newId(), newSecretId()];
  await api.db.query(
    `insert into app.appeal_case (id, cycle_id, superior_id, review_id, authority_id, kind, state, filed_by, filer_id, filed_on, grounds, opened_at)
     values ($1, $2, $3, $4, $3, 'COMPLAINT', 'RECEIVED', $5, $6, '2026-11-25', 'Lý do', now())`,
    [appealId, CYCLE, superiorId, reviewId, newId(), people[1]],
  );
  await api.db.query("insert into app.appeal_person (case_id, member_id, role) values ($1, $2, 'CHAIR')", [appealId, await idOf('member', 'CB12-04')]);
  await api.db.query("insert into app.rating_history (id, subject_kind, subject_id, year, pack_id, level, source) values ($1, 'MEMBER', $2, 2024, 'P2023', 1, 'IMPORTED')", [historyId, people[4]]);
  await api.db.query(
    `insert into app.reevaluation_case (id, superior_id, authority_id, subject_kind, subject_id, year, history_id, pack_id, state, discipline, grounds, opened_on, old_level, opened_at)
     values ($1, $2, $2, 'MEMBER', $3, 2024, $4, 'P2023', 'OPENED', '{"form":"x","number":"1","inForceOn":"2026-11-01","selfDetected":false,"remedied":false}', 'Lý do', '2026-11-25', 1, now())`,
    [reevaluationId, superiorId, people[4], historyId],
  );
  await api.db.query(
    `insert into ballot.commendation_vote (id, cycle_id, superior_id, organisation_id, held_on, state, cases, chair_id, teller_ids, counted_body, present, majority, created_at)
     values ($1, $2, $3, $3, '2026-11-25', 'COUNTING', '{}', $4, $5, 3, 3, '{"threshold":{"num":1,"den":2,"strict":true},"source":"x"}', now())`,
    [voteId, CYCLE, superiorId, await idOf('member', 'CB12-03'), [people[2], people[3]]],
  );
  const workRecordId = newId();
  await api.db.query(
    `insert into app.work_record (id, superior_id, unit_id, organisation_id, kind, state, on_date, quantity, source, recorded_at) values ($1, $2, $3, $4, 'STUDY', 'DONE', '2026-02-03', 1, 'RECORDED', now())`,
    [workRecordId, superiorId, await idOf('organisation', 'DB1'), cell.orgId],
  );
  const task = await api.db.query<{ id: string }>("select id from app.task where ref_id = $1 and state = 'OPEN'", [reviewId]);

  const staged = await administrator.send('POST', '/api/v1/import-batches', { files: [{ name: 'x.csv', kind: 'organisations', columns: ['code'], rows: [] }] });
  const { batchId } = staged.json() as { batchId: string };

  return {
    api,
    as,
    openCycle,
    ids: { batchId, reviewId, unitReviewId: await review('ORGANISATION', 'DB1'), meetingId, ballotId, personBallotId, decisionId, notificationId, appealId, reevaluationId, voteId, workRecordId, stepId: step!.stepId, taskId: task.rows[0]!.id },
    auditorOf: async (code: string) => api.signedIn({ grant: 'AUDITOR', organisationId: await idOf('organisation', code) }),
    administrator,
    async stop() {
      await engine.close();
      await api.stop();
    },
  };
}
