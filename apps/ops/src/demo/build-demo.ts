import { type Schemas } from '@binhxet/api-client';
import { legalDateOf } from '@binhxet/domain';
import { DEMO_LABELS, DEMO_POSTS } from '@binhxet/messages';
import { loadRulePacks } from '@binhxet/rule-packs';
import { Cast, Person } from '../cycle/cast.js';
import { HttpClient } from '../cycle/http-client.js';
import { issueAdministratorCode, issueAuditorCode } from '../stack/administrator.js';
import { type AfterStart } from '../stack/after-start.js';
import { writeDemoLogins } from '../stack/demo-logins.js';
import { type Stack } from '../stack/start-stack.js';
import { type Terminal } from '../terminal.js';
import { demoRoles, givePassword } from './demo-accounts.js';
import { DemoCycle } from './demo-cycle.js';
import { demoPlan } from './demo-plan.js';
import { demoScenarios } from './demo-scenarios.js';
import { readDemoState, type DemoState, writeDemoState } from './demo-state.js';
import { isEmpty } from './is-empty.js';
import { bringBodies, bringToClassification, writePapers } from './stages.js';

/** Requests under way at a time: the page of the visitor comes first. */
const AT_ONCE = 12;
const ADMINISTRATOR = 'quan-tri';
const AUDITOR = 'giam-sat';

/**
 * Fills an empty database with the demo of the current year, half-way, in the background: every role finds something to do. A demo that
 * an earlier start did not finish goes on; a finished one, and data of somebody's own, are left alone. Source: settled questions §5
 */
export const buildDemo: AfterStart = async (stack, terminal, { demo }, signal) => {
  const known = readDemoState(stack.folder);
  if (!demo || known?.state === 'DONE') return;
  if (!known && !(await isEmpty(stack.database.urls.bx_api))) return;
  terminal.step(known ? DEMO_LABELS.goesOn : DEMO_LABELS.begin);
  const startedOn = legalDateOf(Date.now());
  const state: DemoState = known ?? { state: 'BUILDING', year: Number(startedOn.slice(0, 4)), startedOn };
  writeDemoState(stack.folder, state);
  const http = new HttpClient(stack.urls.web, AT_ONCE, signal);
  try {
    await build(stack, terminal, http, state, signal);
    writeDemoState(stack.folder, { ...state, state: 'DONE' });
  } catch (error) {
    if (!signal.aborted) terminal.say(DEMO_LABELS.failed);
    throw error;
  } finally {
    http.close();
  }
};

async function build(
  stack: Stack,
  terminal: Terminal,
  http: HttpClient,
  { year, startedOn }: DemoState,
  signal: AbortSignal,
): Promise<void> {
  const database = stack.database.urls.bx_api;
  const person = (login: string, code: () => Promise<{ readonly code: string }>) =>
    new Person(login, http, async () => (await code()).code);
  const administrator = person(ADMINISTRATOR, () => issueAdministratorCode(database, ADMINISTRATOR));
  const cast = new Cast(http, administrator);
  const scenarios = await demoScenarios(year, startedOn);

  terminal.step(DEMO_LABELS.importing);
  for (const { tables } of [scenarios.main, scenarios.classify])
    await administrator.post<Schemas['ImportAnswer']>('/imports', {
      files: tables.map(({ name, kind, columns, rows }) => ({ name, kind, columns, rows })),
    });
  await cast.issueCodes();

  terminal.step(DEMO_LABELS.opening);
  const today = legalDateOf(Date.now());
  const main = new DemoCycle(scenarios.main, cast, today, signal);
  const classify = new DemoCycle(scenarios.classify, cast, today, signal);
  const plan = demoPlan(loadRulePacks().calendars(), today);
  await main.open(plan);
  await classify.open(plan);

  terminal.step(DEMO_LABELS.papers);
  await writePapers(main);
  terminal.step(DEMO_LABELS.bodies);
  await Promise.all([bringBodies(main), bringToClassification(classify)]);

  terminal.step(DEMO_LABELS.logins);
  const roles = [
    ...(await demoRoles(main, classify)),
    { post: DEMO_POSTS.auditor, person: person(AUDITOR, () => issueAuditorCode(database, AUDITOR, main.script.superior)) },
    { post: DEMO_POSTS.administrator, person: administrator },
  ];
  const logins = [];
  for (const role of roles) logins.push(await givePassword(role.person, role.post));
  writeDemoLogins(stack.folder, logins);
  terminal.say(DEMO_LABELS.ready);
  terminal.table(logins.map(({ post, login, password }) => [`  ${post}`, `${login}  ${password}`]));
}
