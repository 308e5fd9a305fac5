import { Engine, type ImportFile, recordFacts, UnitOfWork } from '@binhxet/application';
import { type BodyRef, cycleWorkflowId } from '@binhxet/contracts';
import { newId } from '@binhxet/platform';
import { loadRulePacks } from '@binhxet/rule-packs';
import { type SignedInClient, startApi } from '../api/api-under-test.js';
import { InlineEngine } from '../api/two-trees.js';

const FROM = '2015-01-01';
export const CYCLE = 'KHOI.2026';
const two = (n: number): string => String(n).padStart(2, '0');

export interface YearSize {
  /** Grassroots organisations with a committee, `DB01` …, each with a cell `CB01` … of one member, its secretary. */
  readonly committees: number;
  /** Grassroots cells, `CC01` …, each with its secretary. */
  readonly cells: number;
  /** More tables. */
  readonly more?: readonly ImportFile[];
}

export const table = (kind: ImportFile['kind'], rows: readonly Record<string, string>[]): ImportFile => ({
  name: `${kind}.csv`,
  kind,
  columns: [...new Set(rows.flatMap((row) => Object.keys(row)))],
  rows: rows.map((values, n) => ({ row: n + 2, values })),
});

function tables({ committees, cells, more = [] }: YearSize): ImportFile[] {
  const numbers = (count: number) => Array.from({ length: count }, (_, n) => two(n + 1));
  const organisation = (code: string, role: string, parent?: string) => ({ code, name: `Tổ chức ${code}`, role, ...(parent ? { parent } : {}), from: FROM });
  const member = (cell: string, n = 1) => ({ code: `${cell}-${two(n)}`, fullName: `Đảng viên ${cell} ${n}`, status: 'OFFICIAL', admittedOn: '2014-05-19', officialOn: '2015-05-19', civilServant: 'no', organisation: cell, joinedOn: FROM });
  const post = (who: string, where: string, body: string, kind: string, head = true) => ({ member: who, organisation: where, body, post: kind, head: head ? 'yes' : 'no', from: FROM });
  return [
    table('organisations', [
      organisation('KHOI', 'SUPERIOR_ORG'),
      ...numbers(committees).flatMap((n) => [organisation(`DB${n}`, 'GRASSROOTS_COMMITTEE_ORG', 'KHOI'), organisation(`CB${n}`, 'SUBORDINATE_CELL', `DB${n}`)]),
      ...numbers(cells).map((n) => organisation(`CC${n}`, 'GRASSROOTS_CELL', 'KHOI')),
    ]),
    table('members', [...numbers(committees).map((n) => member(`CB${n}`)), member('CB01', 2), member('CB01', 3), member('CB01', 4), ...numbers(cells).map((n) => member(`CC${n}`))]),
    table('posts', [
      ...numbers(committees).flatMap((n) => [post(`CB${n}-01`, `CB${n}`, 'MEMBERS_MEETING', 'SECRETARY'), post(`CB${n}-01`, `DB${n}`, 'PARTY_COMMITTEE', 'SECRETARY')]),
      ...numbers(cells).map((n) => post(`CC${n}-01`, `CC${n}`, 'MEMBERS_MEETING', 'SECRETARY')),
      post('CB01-02', 'KHOI', 'STANDING_COMMITTEE', 'SECRETARY'),
      post('CB01-03', 'KHOI', 'ADVISORY_BODY', 'OFFICER', false),
      post('CB01-04', 'KHOI', 'INSPECTION_COMMISSION', 'COMMISSION_CHAIR'),
    ]),
    ...more,
  ];
}

/** The API over a superior and its grassroots organisations; requests to bodies are carried out at once, the test plays the engine's order. */
export async function startYear(size: YearSize) {
  const engine = new InlineEngine();
  const api = await startApi({}, { replacements: [{ provide: Engine, useValue: engine }] });
  engine.api = api;
  const idOf = async (noun: 'member' | 'organisation', code: string): Promise<string> => (await api.db.query<{ id: string }>(`select id from app.${noun} where code = $1`, [code])).rows[0]!.id;
  const people = new Map<string, Promise<SignedInClient>>();
  const as = (code: string): Promise<SignedInClient> => {
    const known = people.get(code) ?? idOf('member', code).then((memberId) => api.signedIn({ memberId }));
    people.set(code, known);
    return known;
  };
  const administrator = await api.signedIn({ grant: 'ADMINISTRATOR' });
  const imported = await administrator.send('POST', '/api/v1/imports', { files: tables(size) }, { 'idempotency-key': newId() });
  if (imported.statusCode !== 200) throw new Error(imported.body);
  const settings = loadRulePacks().ofKind('settings')[0]!.content.id;
  /** Sends as a person; throws what was refused, so that a test states refusals on purpose. */
  const ask = async (who: string | SignedInClient, method: string, url: string, payload?: unknown, expected = 300) => {
    const client = typeof who === 'string' ? await as(who) : who;
    const answer = await client.send(method, `/api/v1${url}`, payload, method === 'GET' ? {} : { 'idempotency-key': newId() });
    if (answer.statusCode >= expected) throw new Error(`${method} ${url}: ${answer.body}`);
    return answer.json();
  };
  return {
    api,
    as,
    ask,
    administrator,
    settings,
    superior: 'CB01-02',
    inspection: 'CB01-04',
    idOf,
    plane: await engine.plane(api),
    body: async (): Promise<BodyRef> => ({ cycleId: CYCLE, orgId: await idOf('organisation', 'KHOI'), workflowId: cycleWorkflowId(CYCLE) }),
    refusal: async (who: string | SignedInClient, method: string, url: string, payload?: unknown) => {
      const client = typeof who === 'string' ? await as(who) : who;
      const { statusCode, ...answer } = await client.send(method, `/api/v1${url}`, payload, method === 'GET' ? {} : { 'idempotency-key': newId() });
      const { code, errors = [] } = answer.json() as { code: string; errors?: { pointer: string; code: string }[] };
      return { statusCode, code, errors: errors.map((error) => `${error.pointer} ${error.code}`) };
    },
    /** Facts that dated records speak for, by code, as a decision would ask for them. */
    async factsOf(cycleId: string) {
      const uow = api.app.get<UnitOfWork>(UnitOfWork);
      const ids = async (noun: 'member' | 'organisation') => (await api.db.query<{ id: string; code: string }>(`select id, code from app.${noun}`)).rows;
      const of = async (kind: 'MEMBER' | 'ORGANISATION') => {
        const list = await ids(kind === 'MEMBER' ? 'member' : 'organisation');
        const facts = await uow.run(async (tx) => recordFacts(tx, await tx.cycles.get(cycleId), kind, list.map((row) => row.id)));
        return (code: string) => facts.get(list.find((row) => row.code === code)!.id);
      };
      return { member: await of('MEMBER'), organisation: await of('ORGANISATION') };
    },
    async stop() {
      await engine.close();
      await api.stop();
    },
  };
}
export type YearWorld = Awaited<ReturnType<typeof startYear>>;
