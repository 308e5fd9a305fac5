import { createHash } from 'node:crypto';
import { type PaperDraft, PinnedRules } from '@binhxet/application';
import { loadRulePacks } from '@binhxet/rule-packs';
import pg from 'pg';
import { type Figure, median, quantile, rounded } from './figures.js';
import { paperOf } from './paper.js';
import { costOf, processorTime, total } from './processor-time.js';
import { record, type Recorded, type Statement } from './recording.js';
import { lanes } from './wire.js';
import { type Someone, type World } from './world.js';

export interface ContributionLoad {
  readonly writers: number;
  readonly rounds: number;
  /** members who save and hand in, in each round and each way */
  readonly membersARound: number;
}

/** Most connections the api process holds (its default): the same SQL gets as many. */
const CONNECTIONS = 16;
const REQUESTS_EACH = 2;

interface Round {
  readonly perSecond: number;
  readonly latencies: readonly number[];
  /** processor milliseconds of a request, by part */
  readonly cost: Readonly<Record<string, number>>;
}

/** How many of these people a load takes, over HTTP and straight, the warm-up included. */
export function peopleFor(load: ContributionLoad): number {
  return 2 * (load.rounds * load.membersARound + warmUp(load));
}

const warmUp = (load: ContributionLoad) => Math.min(load.membersARound, Math.max(load.writers, 100));

/**
 * Members save their paper and hand it in: over HTTP, and as the same SQL sent straight through `pg` as prepared statements, in turns on the
 * same server. The cells never fall silent: their secretaries do not hand in, so no step closes while it is measured.
 */
export async function benchContributions(world: World, people: readonly Someone[], load: ContributionLoad, p99Floor: number): Promise<Figure[]> {
  const paper = await paperOf(world);
  const half = people.length / 2;
  const [overHttp, straight] = [people.filter((_, at) => at % 2 === 0).slice(0, half), people.filter((_, at) => at % 2 === 1).slice(0, half)];
  await world.signIn(overHttp);
  const statements = await recordAll(world, straight, paper);
  await world.tidy();
  const pool = new pg.Pool({ connectionString: world.stack.database.urls.bx_api, max: CONNECTIONS, application_name: 'bench-direct' });
  const http: Round[] = [];
  const direct: Round[] = [];
  try {
    const warm = warmUp(load);
    await httpRound(world, overHttp.splice(0, warm), paper, load.writers);
    await directRound(world, pool, statements.splice(0, warm), load.writers);
    for (let round = 0; round < load.rounds; round++) {
      // The one that comes first changes from round to round.
      const ways = [
        async () => void http.push(await httpRound(world, overHttp.splice(0, load.membersARound), paper, load.writers)),
        async () => void direct.push(await directRound(world, pool, statements.splice(0, load.membersARound), load.writers)),
      ];
      for (const way of round % 2 === 0 ? ways : ways.reverse()) await way();
    }
  } finally {
    await pool.end();
  }
  return figuresOf(load, http, direct, p99Floor);
}

async function httpRound(world: World, people: readonly Someone[], paper: PaperDraft, writers: number): Promise<Round> {
  const latencies: number[] = [];
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    latencies.push(performance.now() - began);
    return result;
  };
  const before = processorTime(world);
  const seconds = await lanes(people, writers, async ({ code, reviewId }) => {
    const session = world.session(code);
    const path = `/reviews/${reviewId}/paper`;
    const saved = await timed(() => world.wire.send({ method: 'PUT', path, session, body: paper, headers: { 'if-none-match': '*' } }));
    if (saved.status !== 200) throw new Error(`save: ${saved.status} ${saved.text.slice(0, 300)}`);
    const handedIn = await timed(() => world.wire.send({ method: 'POST', path: `${path}/submit`, session, headers: { 'if-match': saved.etag ?? '' } }));
    if (handedIn.status !== 200) throw new Error(`submit: ${handedIn.status} ${handedIn.text.slice(0, 300)}`);
  });
  return { perSecond: (people.length * REQUESTS_EACH) / seconds, latencies, cost: costOf(before, processorTime(world), people.length * REQUESTS_EACH) };
}

async function directRound(world: World, pool: pg.Pool, members: readonly Recorded[], writers: number): Promise<Round> {
  const latencies: number[] = [];
  const before = processorTime(world);
  const seconds = await lanes(members, writers, async ({ save, submit }) => {
    for (const request of [save, submit]) {
      const began = performance.now();
      await send(pool, request);
      latencies.push(performance.now() - began);
    }
  });
  return { perSecond: (members.length * REQUESTS_EACH) / seconds, latencies, cost: costOf(before, processorTime(world), members.length * REQUESTS_EACH) };
}

/** What stands outside the transaction takes any connection, as in the server; each text is prepared once for a connection. */
async function send(pool: pg.Pool, statements: readonly Statement[]): Promise<void> {
  let held: pg.PoolClient | null = null;
  try {
    for (const { text, values } of statements) {
      if (text === 'begin') held = await pool.connect();
      const result = await (held ?? pool).query({ name: nameOf(text), text, values: values as unknown[] });
      if (text.startsWith('update app.step set') && result.rowCount !== 1) throw new Error('the step has closed');
      if (text === 'commit') {
        held?.release();
        held = null;
      }
    }
  } catch (error) {
    held?.release(true);
    throw error;
  }
}

const names = new Map<string, string>();
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha256').update(text).digest('hex').slice(0, 20);
    names.set(text, name);
  }
  return name;
}

/** One connection a cell: what is taken back locks the step of its cell meanwhile. */
async function recordAll(world: World, people: readonly Someone[], paper: PaperDraft): Promise<Recorded[]> {
  const rules = new PinnedRules(loadRulePacks());
  const pool = new pg.Pool({ connectionString: world.stack.database.urls.bx_api, max: 8, application_name: 'bench-recorder' });
  const found = new Map<string, Recorded>();
  const cells = [...new Set(people.map((person) => person.cell))].map((cell) => people.filter((person) => person.cell === cell));
  try {
    await lanes(cells, 8, async (members) => {
      const client = await pool.connect();
      try {
        for (const member of members) found.set(member.code, await record(client, rules, member, paper));
      } finally {
        client.release();
      }
    });
  } finally {
    await pool.end();
  }
  return people.map((person) => found.get(person.code)!);
}

function figuresOf({ writers, membersARound }: ContributionLoad, http: readonly Round[], direct: readonly Round[], p99Floor: number): Figure[] {
  const rates = (rounds: readonly Round[]) => rounds.map((round) => rounded(round.perSecond));
  const all = (rounds: readonly Round[]) => rounds.flatMap((round) => round.latencies);
  const costs = (rounds: readonly Round[]) => Object.fromEntries(Object.keys(rounds[0]?.cost ?? {}).map((part) => [part, rounded(median(rounds.map(({ cost }) => cost[part] ?? 0)))]));
  const ratios = http.map((round, at) => round.perSecond / direct[at]!.perSecond);
  const processor = http.map((round, at) => total(direct[at]!.cost) / total(round.cost)).filter(Number.isFinite);
  const from = { processorRatio: processor.length > 0 ? rounded(median(processor)) : 'unknown', writers, membersARound, httpPerSecond: rates(http), directPerSecond: rates(direct), httpP50Ms: rounded(quantile(all(http), 0.5)), directP50Ms: rounded(quantile(all(direct), 0.5)), directP99Ms: rounded(quantile(all(direct), 0.99)), httpCostMs: costs(http), directCostMs: costs(direct) };
  return [
    {
      key: `contributions.ratio.${writers}`,
      label: { vi: `Lưu và nộp qua HTTP so với cùng SQL gửi thẳng, ${writers} người viết`, en: `save and submit over HTTP against the same SQL sent straight, ${writers} writers` },
      reached: rounded(median(ratios)),
      unit: '×',
      hold: { operator: '>=', value: 0.5 },
      from: { ...from, ratios: ratios.map(rounded) },
    },
    {
      key: `contributions.rate.${writers}`,
      label: { vi: `Yêu cầu mỗi giây qua HTTP, ${writers} người viết`, en: `requests a second over HTTP, ${writers} writers` },
      reached: rounded(median(http.map((round) => round.perSecond))),
      unit: '/s',
      from: {},
    },
    {
      key: `contributions.p99.${writers}`,
      label: { vi: `p99 một yêu cầu, ${writers} người viết`, en: `p99 of one request, ${writers} writers` },
      reached: rounded(quantile(all(http), 0.99)),
      unit: 'ms',
      hold: { operator: '<', value: p99Floor },
      from: { samples: all(http).length, p50: rounded(quantile(all(http), 0.5)) },
    },
  ];
}
