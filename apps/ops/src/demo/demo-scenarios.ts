import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addDays, type LegalDate } from '@binhxet/domain';
import { loadScenario, type Scenario } from '../scenario/load-scenario.js';
import { demoClassify } from '../scenarios/demo-classify.scenario.js';
import { demo } from '../scenarios/demo.scenario.js';

export interface DemoScenarios {
  /** six organisations at different stages */
  readonly main: Scenario;
  /** one organisation, everything in: its superior can classify */
  readonly classify: Scenario;
}

/** The demo of a year as it stands on a day: who is admitted later is not there yet, and nothing unusual has happened. */
export async function demoScenarios(year: number, on: LegalDate): Promise<DemoScenarios> {
  const main = await load(demo(year));
  const { rating } = main.head.years[0].packs;
  return { main: withOffice(asOf(main, on), OFFICE), classify: asOf(await load(demoClassify(year, rating)), on) };
}

/** A committee with an office of one person, who prepares what the secretary signs. */
const OFFICE = { organisation: 'DB02', cell: 'DB02-4' } as const;

function withOffice(scenario: Scenario, office: typeof OFFICE): Scenario {
  const posted = new Set(scenario.data.posts.map((post) => post.member));
  const clerk = scenario.data.members.find(
    (member) => member.organisation === office.cell && member.status === 'OFFICIAL' && !posted.has(member.code),
  );
  const like = scenario.data.posts.find((post) => post.organisation === office.organisation);
  if (!clerk || !like) throw new Error(`nobody for the office of ${office.organisation}`);
  const values = {
    member: clerk.code,
    organisation: office.organisation,
    body: like.body,
    post: 'OFFICER',
    head: 'no',
    from: clerk.joinedOn > like.from ? clerk.joinedOn : like.from,
  } as const;
  return {
    ...scenario,
    tables: scenario.tables.map((table) =>
      table.kind === 'posts' ? { ...table, rows: [...table.rows, { row: table.rows.length + 2, values }] } : table,
    ),
    data: { ...scenario.data, posts: [...scenario.data.posts, { ...like, ...values, head: false }] },
  };
}

async function load(files: ReadonlyMap<string, string>): Promise<Scenario> {
  const folder = mkdtempSync(path.join(tmpdir(), 'binhxet-demo-'));
  try {
    for (const [name, content] of files) writeFileSync(path.join(folder, name), content);
    return await loadScenario(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function asOf(scenario: Scenario, on: LegalDate): Scenario {
  const absent = new Set(scenario.data.members.filter((member) => member.joinedOn > on).map((member) => member.code));
  const there = (code: string | undefined) => code === undefined || !absent.has(code);
  const [year] = scenario.head.years;
  return {
    ...scenario,
    // Bodies act as soon as they can: nothing is planned for a later day than today.
    head: {
      ...scenario.head,
      years: [{ ...year, clock: { ...year.clock, from: addDays(on, -1), until: on }, plan: {} }],
    },
    tables: scenario.tables.map((table) => ({
      ...table,
      rows: table.rows.filter(
        ({ values }) =>
          there(values['member']) &&
          !(table.kind === 'members' && !there(values['code'])) &&
          !(values['subjectKind'] === 'MEMBER' && !there(values['subject'])),
      ),
    })),
    data: {
      ...scenario.data,
      members: scenario.data.members.filter((member) => there(member.code)),
      posts: scenario.data.posts.filter((post) => there(post.member)),
    },
    play: { ...scenario.play, acts: [] },
  };
}
