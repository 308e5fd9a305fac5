import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { newId } from '@binhxet/platform';
import { loadRulePacks } from '@binhxet/rule-packs';
import { startTestDatabase, type TestDatabase } from '@binhxet/testing';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { build, CYCLE } from '../readers/reader-world.js';

const JOBS = path.resolve('apps/jobs/dist/main.js');

/** Asks until the answer is there: for what another process does in its own time. */
async function eventually<T>(ask: () => Promise<T | null | undefined | false>, what: string, ms = 40_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`did not happen in time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('the jobs process', () => {
  let database: TestDatabase;
  let db: pg.Client;
  let smtp: SMTPServer;
  let child: ChildProcess;
  let folder: string;
  const mails: { to: string[]; text: string }[] = [];
  const member = newId();

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'binhxet-jobs-'));
    database = await startTestDatabase('jobs');
    db = new pg.Client({ connectionString: database.superuserUrl });
    await db.connect();
    await db.query(`insert into app.member (id, code, full_name, name_key, status, admitted_on) values ($1, 'M1', 'Đảng viên 0001', '0001 Đảng viên', 'OFFICIAL', '2015-01-01')`, [member]);
    await db.query('insert into app.contact (member_id, email) values ($1, $2)', [member, 'm1@example.test']);
    smtp = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          mails.push({ to: session.envelope.rcptTo.map((to) => to.address), text: Buffer.concat(chunks).toString('utf8') });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    child = spawn(process.execPath, [JOBS], {
      env: {
        PATH: process.env['PATH'],
        TZ: 'UTC',
        BX_DATABASE_URL: database.urls.bx_jobs,
        BX_PUBLIC_URL: 'http://127.0.0.1:8080',
        BX_TEMPORAL_ADDRESS: '127.0.0.1:1',
        BX_LEDGER_KEY_FILE: path.join(folder, 'ledger'),
        BX_SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}?ignoreTLS=true`,
        BX_SMTP_FROM: 'binhxet@example.test',
        BX_DIGEST_CRON: '* * * * * *',
        BX_RECOMPUTE_CRON: '*/2 * * * * *',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`jobs ended with ${code}`)));
      child.once('message', () => resolve());
    });
  }, 120_000);
  afterAll(async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
    await db?.end();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const outbox = (id: string, kind: string, target: string, name: string, payload: object): Promise<unknown> =>
    db.query('insert into app.outbox (id, kind, target, name, payload) values ($1, $2, $3, $4, $5)', [id, kind, target, name, JSON.stringify({ ...payload, outboxId: id })]);

  it('tells each person once, though the job is delivered twice', async () => {
    const id = newId();
    const notice = { kind: 'RESULT_DECIDED', cycleId: 'KHOI.2026', organisationId: newId(), facts: { nth: 1 }, href: '/me/results', memberIds: [member] };
    await outbox(id, 'JOB', 'notifications', 'notify', notice);
    const told = async (): Promise<number> => Number((await db.query(`select count(*) as n from app.notification where member_id = $1 and kind = 'RESULT_DECIDED'`, [member])).rows[0].n);
    await eventually(async () => (await told()) === 1, 'the notification');
    await eventually(async () => (await db.query('select 1 from app.outbox where id = $1', [id])).rowCount === 0, 'the row to leave the outbox');
    await outbox(id, 'JOB', 'notifications', 'notify', notice);
    await eventually(async () => (await db.query('select 1 from app.outbox where id = $1', [id])).rowCount === 0, 'the second delivery');
    expect(await told()).toBe(1);
  });

  it('mails a digest with counts and a link and without any name', async () => {
    const mail = await eventually(async () => mails[0], 'the mail');
    expect(mail.to).toEqual(['m1@example.test']);
    const text = mail.text.replace(/=\r\n/g, '').replace(/((?:=[0-9A-F]{2})+)/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'));
    expect(text).toContain('http://127.0.0.1:8080/inbox');
    expect(text).not.toContain('Đảng viên');
    await eventually(async () => (await db.query('select 1 from app.notification where mailed_at is not null')).rowCount === 1, 'the mark');
    const sent = mails.length;
    await new Promise((resolve) => setTimeout(resolve, 2_500)); // two more turns of the schedule
    expect(mails.length).toBe(sent);
  });

  it('keeps a signal while the engine is away, and tries again', async () => {
    const id = newId();
    await outbox(id, 'SIGNAL', 'cell-review:KHOI.2026:CB1', 'stepReady', { stepId: newId() });
    const row = await eventually(async () => (await db.query('select attempts from app.outbox where id = $1 and attempts >= 2', [id])).rows[0], 'a second attempt');
    expect(row.attempts).toBeGreaterThanOrEqual(2);
  });

  it('makes every cycle again from the log and tells administrators of a level that nothing gives', async () => {
    const administrator = newId();
    await db.query(`insert into app.account (id, login, member_id) values ($1, 'keeper', $2)`, [administrator, member]);
    await db.query(`insert into app.account_grant (id, account_id, role) values ($1, $2, 'ADMINISTRATOR')`, [newId(), administrator]);
    const world = await build(async (text, params = []) => void (await db.query(text, params)));
    const packs = loadRulePacks();
    const pins = [packs.forYear(2023).pin, ...packs.files.filter(({ content }) => ['voting-rules', 'commendation-rules', 'money-rules', 'level-equivalence', 'document-format'].includes(content.kind)).map(({ pin }) => pin)];
    await db.query('update app.cycle set pins = $1, settings = $2', [JSON.stringify(pins), JSON.stringify(packs.getOf('settings', 'DEFAULT').content)]);
    await db.query('update app.review set decided_level = 1 where id = $1', [world.reviews[2]]);
    const told = await eventually(async () => (await db.query(`select facts, href from app.notification where kind = 'RECOMPUTATION_DIFFERS' and member_id = $1`, [member])).rows[0], 'the notice');
    expect(told).toEqual({ facts: { cycleId: CYCLE, differences: 1, table: 'app.review' }, href: `/cycles/${CYCLE}` });
  });

  it('ends in order when it is asked to', async () => {
    const ended = new Promise<[number | null, string | null]>((resolve) => child.once('exit', (code, signal) => resolve([code, signal])));
    child.kill('SIGTERM');
    const [code, signal] = await ended;
    expect([0, null]).toContain(code);
    expect([null, 'SIGTERM']).toContain(signal);
  });
});
