import { type ImportFile } from '@binhxet/application';
import { startTestStack, type TestStack } from '@binhxet/testing';
import { Client, Connection } from '@temporalio/client';
import { smallOrganisation } from '../setup/small-organisation.js';
import { BodyAtWork } from './support/body-at-work.js';
import { Canaries } from './support/canaries.js';
import { logs, messages, type Places, watchMessages, workflows } from './support/hiding-places.js';
import { runScenarioOn } from './support/scenario-run.js';
import { numberOf, rows, until } from './support/store.js';
import { LivingYear, must } from './support/year.js';

const CELL = 'CB11';
const UNIT = 'DB1';
const TODAY = '2026-12-01';
/** Columns in which people's words or names are kept; every string of a JSON document counts. */
const WORDS = [
  `select full_name as text from app.member`,
  `select name as text from app.organisation_version`,
  `select trim(both '"' from v::text) as text from app.review_paper p, jsonb_path_query(p.sections, '$.*') v`,
  `select returned_reason as text from app.review_paper`,
  `select body as text from app.opinion`,
  `select place as text from app.meeting`,
  `select returned_reason as text from app.submission`,
  `select note as text from app.review`,
  `select payload ->> 'reason' as text from app.command`,
  `select payload ->> 'document' as text from app.command`,
] as const;

describe('what people write and what they are called', () => {
  const canaries = new Canaries();
  let stack: TestStack;
  let year: LivingYear;
  let meetings: readonly string[];
  let words: readonly string[];

  beforeAll(async () => {
    stack = await startTestStack({ env: { BX_LOG_LEVEL: 'debug' } });
    await watchMessages(stack);
    year = await LivingYear.begin(stack, withCanaries(smallOrganisation({ cells: 1 }), canaries), `${CELL}-01`, TODAY);
    meetings = await liveUntilDecided(year, canaries);
    await misbehave(year, canaries);
    // A whole year of another organisation, up to its certificates, for the acts that only a superior does.
    const { code, output } = await runScenarioOn(stack, 'mini');
    if (code !== 0) throw new Error(output);
    await until(async () => (await numberOf(stack, 'select count(*) from app.outbox')) === 0, 'everything is delivered');
    words = [canaries.mark, ...(await writtenWords(stack))];
  }, 900_000);
  afterAll(() => stack.stop());

  it('was planted everywhere, and is where it belongs', async () => {
    expect(canaries.places.length).toBeGreaterThan(25);
    const [row] = await rows<{ payloads: string; commands: string; members: string }>(
      stack,
      `select (select count(*) from ledger.ledger_payload where payload like $1) as payloads, (select count(*) from app.command where payload::text like $1) as commands,
              (select count(*) from app.member where full_name like $1) as members`,
      [`%${canaries.mark}%`],
    );
    expect(Number(row?.payloads)).toBeGreaterThan(15);
    expect(Number(row?.commands)).toBeGreaterThan(5);
    expect(Number(row?.members)).toBe(5);
    // And of the other organisation: its people and what its runner wrote.
    expect(words.length).toBeGreaterThan(30);
  });

  it('enters no workflow', async () => {
    const found = await workflows(stack);
    expect(found.size).toBeGreaterThan(6);
    expect(leaks(found, words)).toEqual([]);
    // The same search finds what may be there.
    expect(leaks(found, [year.cycleId]).length).toBeGreaterThan(3);
    expect(leaks(found, [meetings[0]!]).length).toBeGreaterThan(0);
  });

  it('enters neither the outbox nor a job, finished ones included', async () => {
    const found = await messages(stack);
    expect(leaks(found, words)).toEqual([]);
    expect(leaks(found, [meetings[0]!]).map(({ place }) => place)).toEqual(expect.arrayContaining(['app.outbox', expect.stringMatching(/^bullmq\./)]));
  });

  it('enters no log of any process, at level debug', () => {
    const found = logs(stack);
    expect([...found.keys()]).toEqual(expect.arrayContaining(['api.log', 'worker.log', 'jobs.log', 'temporal.log', 'postgres.log']));
    for (const name of ['api.log', 'worker.log', 'jobs.log']) expect(found.get(name)).toContain('ready');
    expect(leaks(found, words)).toEqual([]);
    // Refused requests are logged by their code.
    expect(leaks(found, ['PAPER.INVALID', 'REQUEST.MALFORMED'])).not.toEqual([]);
  });

  it('would be found: in a memo, an argument, a detail, a job and a log line', async () => {
    const planted = new Canaries();
    const word = planted.word('control');
    const connection = await Connection.connect({ address: stack.temporal.address });
    const client = new Client({ connection, namespace: stack.temporal.namespace });
    const start = (workflowId: string, more: object) => client.workflow.start('nobody', { workflowId, taskQueue: 'nobody-listens', ...more });
    try {
      await start('control-memo', { memo: { note: planted.text('control') } });
      await start('control-argument', { args: [{ deep: [{ note: Buffer.from(word).toString('base64') }] }] });
      await start('control-detail', { staticDetails: planted.text('control') });
    } finally {
      await connection.close();
    }
    await until(async () => (await workflows(stack)).has('control-detail'), 'the server lists the workflows');
    expect(leaks(await workflows(stack), [planted.mark]).map(({ place }) => place).sort()).toEqual(['control-argument', 'control-detail', 'control-memo']);
    await rows(stack, `insert into app.outbox (id, kind, target, name, payload, not_before) values (gen_random_uuid(), 'JOB', 'nobody', 'nobody', jsonb_build_object('x', $1::text), now() + interval '1 hour')`, [word]);
    expect(leaks(await messages(stack), [planted.mark]).map(({ place }) => place)).toEqual(['app.outbox']);
    expect(leaks(new Map([['x.log', `{"note":"${Buffer.from(`a${planted.text('control')}`).toString('base64')}"}`]]), [planted.mark])).toHaveLength(1);
  });
});

function leaks(places: Places, words: readonly string[]): { readonly place: string; readonly word: string; readonly around: string }[] {
  return [...places].flatMap(([place, text]) =>
    Canaries.found(words, text).map((word) => {
      const at = Math.max(0, text.toLowerCase().indexOf(word.toLowerCase()));
      return { place, word, around: text.slice(Math.max(0, at - 120), at + 80) };
    }),
  );
}

/** Long enough not to be met by chance. */
async function writtenWords(stack: TestStack): Promise<string[]> {
  const found = await rows<{ text: string | null }>(stack, WORDS.join(' union '));
  return found.flatMap(({ text }) => (text !== null && text.length >= 8 ? [text.slice(0, 40)] : []));
}

/** Names and every free column of the tables that are imported. */
function withCanaries(files: readonly ImportFile[], canaries: Canaries): ImportFile[] {
  const more: Readonly<Record<string, (values: Readonly<Record<string, string>>) => Record<string, string>>> = {
    organisations: ({ code }) => ({ name: canaries.text(`name of ${code}`), decision: canaries.word('decision on an organisation'), quotaGroup: canaries.word('quota group') }),
    members: ({ code }) => ({ fullName: `Đảng viên ${canaries.word(`name of ${code}`)}` }),
  };
  const people = files.find(({ kind }) => kind === 'members')?.rows.map(({ values }) => values['code'] ?? '') ?? [];
  const table = (kind: ImportFile['kind'], rowsOf: readonly Record<string, string>[]): ImportFile => ({ name: `${canaries.word('name of a file')}-${kind}.csv`, kind, columns: Object.keys(rowsOf[0] ?? {}), rows: rowsOf.map((values, at) => ({ row: at + 2, values })) });
  return [
    ...files.map((file) => {
      const rowsOf = file.rows.map(({ row, values }) => ({ row, values: { ...values, ...more[file.kind]?.(values) } }));
      return { ...file, columns: [...new Set(rowsOf.flatMap(({ values }) => Object.keys(values)))], rows: rowsOf };
    }),
    table('history', people.map((subject) => ({ subjectKind: 'MEMBER', subject, year: '2025', pack: 'P2023', level: '2', label: canaries.text('label of a past year'), decision: canaries.word('decision of a past year'), state: 'CANCELLED', cancelledReason: canaries.text('why a past year was cancelled') }))),
    table('facts', people.map((subject) => ({ subjectKind: 'MEMBER', subject, year: '2026', key: 'disciplined', value: 'false', source: canaries.text('source of a fact') }))),
  ];
}

/** A cell and its committee up to the decision, with words in every field that takes some. @returns ids of the meetings */
async function liveUntilDecided(year: LivingYear, canaries: Canaries): Promise<string[]> {
  const [one, two, three] = [`${CELL}-01`, `${CELL}-02`, `${CELL}-03`] as const;
  const leader = await year.tab(one);
  const unit = (code: string) => `/cycles/${year.cycleId}/units/${code}`;
  const write = async (code: string, reviewId: string, kind: 'MEMBER' | 'COLLECTIVE', version = '*') => {
    const tab = await year.tab(code);
    const { forms } = must(await tab.get<{ forms: { id: string; subject: string; holdsLeadershipPost?: boolean; sections: { id: string }[] }[] }>(`/cycles/${year.cycleId}/rules`));
    const form = forms.find(({ subject, holdsLeadershipPost }) => subject === kind && (kind === 'COLLECTIVE' || (holdsLeadershipPost ?? false) === (code === one))) ?? forms.find(({ subject }) => subject === kind);
    const sections = Object.fromEntries((form?.sections ?? []).map(({ id }) => [id, canaries.text(`paper of a ${kind}, section ${id}`)]));
    const saved = await tab.put(`/reviews/${reviewId}/paper`, { form: form?.id, sections, grades: {}, selfLevel: 2 }, version === '*' ? { 'if-none-match': '*' } : { 'if-match': version });
    must(saved);
    must(await tab.post(`/reviews/${reviewId}/paper/submit`, {}, { 'if-match': saved.etag }));
  };
  const reviews = new Map<string, string>();
  for (const nth of [1, 2, 3, 4, 5]) {
    const code = `${CELL}-0${nth}`;
    reviews.set(code, await year.askedFor(await year.tab(code)));
    if (nth < 5) await write(code, reviews.get(code)!, 'MEMBER');
    if (nth === 2) {
      must(await leader.post(`/reviews/${reviews.get(code)}/paper/return`, { reason: canaries.text('why a paper went back') }));
      const again = await (await year.tab(code)).get(`/reviews/${reviews.get(code)}/paper`);
      await write(code, reviews.get(code)!, 'MEMBER', again.etag);
    }
  }
  must(await leader.post(`/reviews/${reviews.get(two)}/opinions`, { text: canaries.text('opinion') }));
  const { id } = await year.stepOf(CELL, 'SELF_REVIEW');
  must(await leader.post(`${unit(CELL)}/steps/${id}/close`, { reason: canaries.text('why a step closed early') }));

  const wordsOf = (body: string) => ({ place: canaries.text(`place of ${body}`), postponed: canaries.text(`why ${body} was put off`), rerun: canaries.text(`why ${body} voted again`) });
  const meetings: string[] = [];
  const tasks = async () => must(await leader.get<{ items: { kind: string; refId: string | null; organisation: { code: string } }[] }>('/tasks?tab=mine&limit=100')).items;
  const due = (kind: string, code: string) => until(async () => (await tasks()).some((task) => task.kind === kind && task.organisation.code === code), `${kind} of ${code} is due`);
  await due('CONVENE_MEETING', CELL);
  meetings.push(await new BodyAtWork(year, CELL, [one, two, three], wordsOf('the cell')).sit(TODAY));
  await due('SUBMIT_RESULT', CELL);
  must(await leader.post(`${unit(CELL)}/submission`, {}));
  must(await leader.post(`${unit(CELL)}/return`, { reason: canaries.text('why a result went back') }));
  await until(async () => (await leader.post(`${unit(CELL)}/submission`, {})).status < 400, 'the result goes up again');

  await due('WRITE_COLLECTIVE_REVIEW', UNIT);
  const report = (await tasks()).find((task) => task.kind === 'WRITE_COLLECTIVE_REVIEW' && task.organisation.code === UNIT);
  await write(one, report?.refId ?? '', 'COLLECTIVE');
  await due('CONVENE_MEETING', UNIT);
  meetings.push(await new BodyAtWork(year, UNIT, [one, two, three], wordsOf('the committee')).sit(TODAY));
  await due('ISSUE_DECISION', UNIT);
  must(
    await leader.post(`${unit(UNIT)}/decisions`, {
      kind: 'MEMBERS_AND_UNITS',
      number: canaries.word('number of a decision'),
      decidedOn: TODAY,
      reason: canaries.text('reason of a decision'),
      document: canaries.text('document of a decision'),
      adjustments: [{ reviewId: reviews.get(`${CELL}-04`), level: 3, reason: canaries.text('reason of another level') }],
    }),
  );
  return meetings;
}

/** What is refused is logged too: words in bodies, field names, addresses, searches, logins and passwords. */
async function misbehave(year: LivingYear, canaries: Canaries): Promise<void> {
  const tab = await year.tab(`${CELL}-02`);
  const reviewId = (await tab.get<{ items: { id: string }[] }>('/reviews')).body.items[0]?.id ?? '';
  const paper = `/reviews/${reviewId}/paper`;
  const etag = { 'if-match': '"v1"' };
  const login = { login: canaries.word('login'), password: canaries.word('password') };
  const anonymous = (path: string, body: unknown) => fetch(`${year.stack.urls.api}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const statuses = [
    (await tab.send('PUT', paper, `{"${canaries.word('cut-off body')}`, etag)).status,
    (await tab.put(paper, { [canaries.word('name of a field')]: canaries.text('unknown field') }, etag)).status,
    (await tab.put(paper, { form: canaries.word('form'), sections: { [canaries.word('section')]: canaries.text('unknown section') }, grades: {}, selfLevel: 2 }, etag)).status,
    (await tab.get(`/cycles/${canaries.word('address')}`)).status,
    (await tab.get(`/${canaries.word('unknown address')}?q=${canaries.word('search')}`)).status,
    (await tab.get(`/cycles/${year.cycleId}/units/${CELL}/members?${canaries.word('name of a filter')}=1`)).status,
    (await tab.post('/imports', { files: [{ name: canaries.word('refused file'), kind: 'members' }] })).status,
    (await anonymous('/auth/login', login)).status,
    (await anonymous('/auth/activate', { code: canaries.word('one-time code') })).status,
    (await tab.post('/auth/password', { password: `${canaries.word('own password')}!` })).status,
  ];
  expect(statuses.slice(0, -1).filter((status) => status < 400 || status >= 500)).toEqual([]);
  expect(statuses.at(-1)).toBeLessThan(300);
  must(await tab.get(`/cycles/${year.cycleId}/units/${CELL}/members?q=${canaries.word('search for a name')}`).then((answer) => (answer.status === 403 ? { ...answer, status: 200 } : answer)));
}
