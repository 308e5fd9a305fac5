import { type SignedInClient } from './api-under-test.js';
import { CYCLE, startTwoTrees } from './two-trees.js';

/**
 * Who asks. The first group belongs to the tree the objects are in; `sibling` leads another cell of it; the last group holds the same roles
 * in a tree of its own.
 */
const HOME = ['author', 'colleague', 'teller', 'secretary', 'sibling', 'committee', 'advisory', 'superior', 'auditor', 'administrator'] as const;
const FOREIGN = ['foreignMember', 'foreignSecretary', 'foreignCommittee', 'foreignAdvisory', 'foreignSuperior', 'foreignAuditor'] as const;
type Persona = (typeof HOME)[number] | (typeof FOREIGN)[number];
type World = Awaited<ReturnType<typeof startTwoTrees>>;

interface Route {
  /** who is let through to the act itself; everybody else is refused with 401, 403 or 404 */
  readonly may: readonly Persona[];
  readonly path: (ids: World['ids']) => string;
  readonly body?: (world: World) => unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const PEOPLE = HOME.filter((persona) => persona !== 'auditor' && persona !== 'administrator');
const FOREIGN_PEOPLE = FOREIGN.filter((persona) => persona !== 'foreignAuditor');
const EVERYBODY: readonly Persona[] = [...HOME, ...FOREIGN];
const reason = { reason: 'Lý do' };
const UNIT = `/api/v1/cycles/${CYCLE}/units/CB11`;
const OVER_CELL = ['secretary', 'committee', 'advisory', 'superior', 'auditor', 'administrator'] as const;
const OVER_UNIT = ['committee', 'advisory', 'superior', 'auditor', 'administrator'] as const;
const CHAIR = ['secretary'] as const;
const meeting = (rest: string) => (ids: World['ids']) => `/api/v1/meetings/${ids.meetingId}${rest.replace(':ballot', ids.ballotId)}`;
const review = (rest: string) => (ids: World['ids']) => `/api/v1/reviews/${ids.reviewId}${rest}`;

/** Written by hand from process.md §11, never from the code: operation → who may. */
const ROUTES: Readonly<Record<string, Route>> = {
  accounts_issueActivationCodes: { may: ['administrator'], path: () => '/api/v1/accounts/activation-codes', body: () => ({ memberCodes: ['CB91-05'] }) },
  imports_create: { may: ['administrator'], path: () => '/api/v1/imports', body: () => ({ dryRun: true, files: [{ name: 'x.csv', kind: 'organisations', columns: ['code'], rows: [] }] }) },
  auth_session: { may: EVERYBODY, path: () => '/api/v1/auth/session' },
  auth_password: { may: EVERYBODY, path: () => '/api/v1/auth/password', body: () => ({ password: 'aaaaaaaaaaaa' }) },

  organisations_get: { may: OVER_CELL, path: () => '/api/v1/organisations/CB11' },
  organisations_children: { may: OVER_UNIT, path: () => '/api/v1/organisations/DB1/children' },
  organisations_members: { may: OVER_CELL, path: () => '/api/v1/organisations/CB11/members' },
  organisations_member: { may: ['author', ...OVER_CELL], path: () => '/api/v1/members/CB11-02' },

  cycles_list: { may: EVERYBODY, path: () => '/api/v1/cycles' },
  cycles_open: { may: ['superior'], path: () => '/api/v1/cycles', body: ({ openCycle }) => openCycle },
  cycles_get: { may: HOME, path: () => `/api/v1/cycles/${CYCLE}` },
  cycles_rulesOf: { may: HOME, path: () => `/api/v1/cycles/${CYCLE}/rules` },
  cycles_progress: { may: ['sibling', ...OVER_CELL], path: () => `/api/v1/cycles/${CYCLE}/progress` },
  cycles_moveClock: { may: ['superior'], path: () => `/api/v1/cycles/${CYCLE}/clock`, body: () => ({ date: '2026-12-01' }) },

  reports_get: { may: ['sibling', ...OVER_CELL], path: () => `/api/v1/cycles/${CYCLE}/report` },
  reports_commended: { may: ['sibling', ...OVER_CELL], path: () => `/api/v1/cycles/${CYCLE}/report/commended` },

  simulations_get: { may: ['superior', 'administrator'], path: () => `/api/v1/cycles/${CYCLE}/simulation?pack=P2023` },

  units_overview: { may: OVER_CELL, path: () => UNIT },
  units_members: { may: OVER_CELL, path: () => `${UNIT}/members` },
  units_children: { may: OVER_CELL, path: () => `${UNIT}/children` },
  units_convene: { may: CHAIR, path: () => `${UNIT}/meetings`, body: () => ({ heldOn: '2026-12-12', tellerCodes: ['CB11-03', 'CB11-04'] }) },
  units_submit: { may: CHAIR, path: () => `${UNIT}/submission`, body: () => ({}) },
  units_returnResult: { may: ['committee'], path: () => `${UNIT}/return`, body: () => reason },
  units_proceedWithout: { may: ['committee'], path: () => `${UNIT}/proceed-without`, body: () => reason },
  units_closeStep: { may: CHAIR, path: ({ stepId }) => `${UNIT}/steps/${stepId}/close`, body: () => reason },

  decisions_board: { may: OVER_UNIT, path: () => `/api/v1/cycles/${CYCLE}/units/DB1/decisions` },
  decisions_issue: { may: ['committee'], path: () => `/api/v1/cycles/${CYCLE}/units/DB1/decisions`, body: () => ({ kind: 'MEMBERS_AND_UNITS', number: '02-QĐ', decidedOn: '2026-12-20' }) },
  decisions_quota: { may: OVER_UNIT, path: () => `/api/v1/cycles/${CYCLE}/quota?organisation=DB1` },
  decisions_live: { may: OVER_CELL, path: () => `${UNIT}/quota` },
  decisions_whatIf: { may: OVER_UNIT, path: () => `/api/v1/cycles/${CYCLE}/units/DB1/quota/what-if`, body: () => ({ subject: 'MEMBER' }) },
  decisions_get: { may: OVER_UNIT, path: ({ decisionId }) => `/api/v1/decisions/${decisionId}` },

  reviews_own: { may: [...PEOPLE, ...FOREIGN_PEOPLE], path: () => '/api/v1/reviews' },
  reviews_get: { may: ['author', 'secretary', 'committee', 'advisory', 'superior', 'auditor'], path: review('') },
  reviews_paper: { may: ['author', 'secretary', 'committee'], path: review('/paper') },
  reviews_savePaper: { may: ['author'], path: review('/paper'), body: () => ({ form: 'X', sections: {} }), headers: { 'if-none-match': '*' } },
  reviews_submitPaper: { may: ['author'], path: review('/paper/submit'), headers: { 'if-match': '"v9"' } },
  reviews_returnPaper: { may: CHAIR, path: review('/paper/return'), body: () => reason },
  reviews_giveOpinion: { may: CHAIR, path: review('/opinions'), body: () => ({ text: 'Ý kiến' }) },
  reviews_verify: { may: ['advisory'], path: ({ unitReviewId }) => `/api/v1/reviews/${unitReviewId}/verification`, body: () => ({ level: 2 }) },

  meetings_own: { may: EVERYBODY, path: () => '/api/v1/meetings' },
  meetings_room: { may: ['author', 'colleague', 'teller', ...OVER_CELL], path: meeting('') },
  meetings_attendance: { may: ['author', 'colleague', 'teller', ...OVER_CELL], path: meeting('/attendance') },
  meetings_recordAttendance: { may: CHAIR, path: meeting('/attendance'), body: () => ({ rows: [{ memberId: '0191d8a0-0000-7000-8000-000000000001', status: 'PRESENT' }] }) },
  meetings_open: { may: CHAIR, path: meeting('/open') },
  meetings_postpone: { may: CHAIR, path: meeting('/postpone'), body: () => ({ newDate: '2026-12-30', ...reason }) },
  meetings_openBallot: { may: CHAIR, path: meeting('/ballots/:ballot/open') },
  meetings_closeBallot: { may: CHAIR, path: meeting('/ballots/:ballot/close') },
  meetings_rerunBallot: { may: CHAIR, path: meeting('/ballots/:ballot/rerun'), body: () => reason },
  meetings_voidBallot: { may: CHAIR, path: meeting('/ballots/:ballot/void'), body: () => reason },
  meetings_enterCount: { may: ['teller'], path: meeting('/ballots/:ballot/count'), body: () => ({ distributed: 5, returned: 5, valid: 5, invalid: 0, rows: [] }) },
  meetings_draftMinutes: { may: CHAIR, path: meeting('/minutes') },
  meetings_signMinutes: { may: ['secretary', 'teller'], path: meeting('/minutes/signature'), body: () => ({ contentHash: '00'.repeat(32) }) },

  commendations_list: { may: HOME.filter((persona) => !['author', 'colleague', 'teller'].includes(persona)), path: () => `/api/v1/cycles/${CYCLE}/commendations` },
  commendations_act: { may: ['superior'], path: () => `/api/v1/cycles/${CYCLE}/commendations/acts`, body: () => ({ act: 'NOMINATE', caseIds: ['0191d8a0-0000-7000-8000-000000000001'] }) },

  tasks_list: { may: EVERYBODY, path: () => '/api/v1/tasks' },
  tasks_get: { may: ['author'], path: ({ taskId }) => `/api/v1/tasks/${taskId}` },
  tasks_claim: { may: ['author'], path: ({ taskId }) => `/api/v1/tasks/${taskId}/claim` },
  tasks_release: { may: ['author'], path: ({ taskId }) => `/api/v1/tasks/${taskId}/release` },
  notifications_list: { may: EVERYBODY, path: () => '/api/v1/notifications' },
  notifications_markRead: { may: ['author'], path: ({ notificationId }) => `/api/v1/notifications/${notificationId}/read` },

  log_list: { may: EVERYBODY, path: () => '/api/v1/log' },
  log_get: { may: ['advisory', 'superior', 'auditor', 'administrator'], path: () => '/api/v1/log/0' },
};

/** Foreign people and who of the objects' tree holds the same role. */
const SAME_ROLE = {
  foreignMember: 'author',
  foreignSecretary: 'secretary',
  foreignCommittee: 'committee',
  foreignAdvisory: 'advisory',
  foreignSuperior: 'superior',
  foreignAuditor: 'auditor',
} as const satisfies Partial<Record<Persona, Persona>>;

/** A stream never ends by itself; signing in and out are looked at in sign-in.spec.ts. */
const ELSEWHERE = ['events_stream', 'auth_login', 'auth_activate', 'auth_logout'];

describe('routes and roles', () => {
  let world: World;
  let clients: Record<Persona, SignedInClient>;
  let operations: Record<string, { method: string; access: { kind: string } }>;

  beforeAll(async () => {
    world = await startTwoTrees();
    clients = {
      author: await world.as('CB11-02'),
      colleague: await world.as('CB11-05'),
      teller: await world.as('CB11-03'),
      secretary: await world.as('CB11-01'),
      sibling: await world.as('CB12-01'),
      committee: await world.as('CB12-02'),
      superior: await world.as('CB12-03'),
      advisory: await world.as('CB12-04'),
      auditor: await world.auditorOf('KHOI'),
      administrator: world.administrator,
      foreignMember: await world.as('CB91-05'),
      foreignSecretary: await world.as('CB91-01'),
      foreignCommittee: await world.as('CB91-02'),
      foreignSuperior: await world.as('CB91-03'),
      foreignAdvisory: await world.as('CB91-04'),
      foreignAuditor: await world.auditorOf('NGOAI'),
    };
    const document = (await world.api.inject({ url: '/api/openapi.json' })).json() as { paths: Record<string, Record<string, { operationId: string; 'x-access': { kind: string } }>> };
    operations = Object.fromEntries(Object.values(document.paths).flatMap((item) => Object.entries(item).map(([method, operation]) => [operation.operationId, { method: method.toUpperCase(), access: operation['x-access'] }])));
  });
  afterAll(() => world.stop());

  it('are looked at for every operation there is', () => {
    expect([...Object.keys(ROUTES), ...ELSEWHERE].sort()).toEqual(Object.keys(operations).sort());
  });

  it.each(Object.keys(ROUTES))('%s', async (operation) => {
    const { may, path, body, headers = {} } = ROUTES[operation]!;
    const { method, access } = operations[operation]!;
    const [url, payload] = [path(world.ids), body?.(world)];
    expect((await world.api.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })).statusCode).toBe(access.kind === 'public' ? 200 : 401);
    const wrong: string[] = [];
    for (const persona of EVERYBODY) {
      const { statusCode, body: text } = await clients[persona].send(method, url, payload, headers);
      const verdict = `${persona}: ${statusCode} ${statusCode >= 400 ? (JSON.parse(text) as { code: string }).code : ''}`;
      if (may.includes(persona) !== (statusCode !== 403 && !isHidden(statusCode, text)) || statusCode === 401 || statusCode === 500) wrong.push(verdict);
      // Outside one's own tree an object does not exist for those who may in the tree of the object; and nothing of it is told.
      const counterpart = SAME_ROLE[persona as keyof typeof SAME_ROLE] as Persona | undefined;
      if (counterpart && may.includes(counterpart) && !may.includes(persona) && statusCode !== 404) wrong.push(`${verdict} tells that it exists`);
      if (!may.includes(persona) && persona.startsWith('foreign') && text.includes('CB11')) wrong.push(`${verdict} tells of the other tree`);
      if (persona.startsWith('foreign') && may.includes(persona) && /KHOI|CB11|DB1"/.test(text)) wrong.push(`${verdict} lists the other tree`);
    }
    expect(wrong).toEqual([]);
  });
});

/** Hidden by access; an object that the act itself does not find (no minutes yet) is another answer. */
function isHidden(statusCode: number, text: string): boolean {
  return statusCode === 404 && (JSON.parse(text) as { code: string }).code === 'ACCESS.NOT_FOUND';
}
