import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BODY_KINDS, ORG_ROLES, type OrgRole, PERMISSIONS, POST_KINDS, TASK_KINDS, type TaskKind } from '@binhxet/domain';
import { Access, SubtreeReader } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { BODIES_OF } from '../import/check-people.js';
import { holdsTask } from './claim-task.service.js';
import { holdersOf, postMayDo, TASK_ACTS } from './task-holders.js';

const ORG = 'o';
/** Roles where a kind of task of a body is opened: written by hand from the order of the year. */
const OPENED_AT: Readonly<Partial<Record<TaskKind, readonly OrgRole[]>>> = {
  GIVE_OPINION: ['SUBORDINATE_CELL', 'GRASSROOTS_CELL'],
  WRITE_COLLECTIVE_REVIEW: ['SUBORDINATE_CELL', 'GRASSROOTS_CELL', 'SUBCOMMITTEE_ORG', 'GRASSROOTS_COMMITTEE_ORG'],
  CONVENE_MEETING: ['SUBORDINATE_CELL', 'GRASSROOTS_CELL', 'SUBCOMMITTEE_ORG', 'GRASSROOTS_COMMITTEE_ORG', 'SUPERIOR_ORG', 'PROVINCIAL_ORG'],
  RUN_MEETING: ['SUBORDINATE_CELL', 'GRASSROOTS_CELL', 'SUBCOMMITTEE_ORG', 'GRASSROOTS_COMMITTEE_ORG', 'SUPERIOR_ORG', 'PROVINCIAL_ORG'],
  REVIEW_ABSENT: ['SUBORDINATE_CELL', 'GRASSROOTS_CELL'],
  SUBMIT_RESULT: ['SUBORDINATE_CELL', 'GRASSROOTS_CELL'],
  SUBMIT_DOSSIER: ['GRASSROOTS_CELL', 'SUBCOMMITTEE_ORG', 'GRASSROOTS_COMMITTEE_ORG'],
  ANSWER_RETURN: ['SUBORDINATE_CELL', 'GRASSROOTS_CELL', 'SUBCOMMITTEE_ORG', 'GRASSROOTS_COMMITTEE_ORG'],
  VERIFY_DOSSIER: ['SUPERIOR_ORG', 'PROVINCIAL_ORG'],
  ISSUE_DECISION: ['GRASSROOTS_CELL', 'GRASSROOTS_COMMITTEE_ORG', 'SUPERIOR_ORG', 'PROVINCIAL_ORG'],
  NOMINATE: ['SUPERIOR_ORG', 'PROVINCIAL_ORG'],
  REGISTER_LEVEL: ['GRASSROOTS_CELL', 'GRASSROOTS_COMMITTEE_ORG'],
  CONCLUDE_MID_YEAR: ['SUPERIOR_ORG', 'PROVINCIAL_ORG'],
  CORRECT_LATE_WORK: ['GRASSROOTS_CELL', 'GRASSROOTS_COMMITTEE_ORG'],
  HANDLE_REEVALUATION: ['SUPERIOR_ORG', 'PROVINCIAL_ORG'],
  HANDLE_ESCALATION: ['SUBORDINATE_CELL', 'GRASSROOTS_CELL', 'SUBCOMMITTEE_ORG', 'GRASSROOTS_COMMITTEE_ORG', 'SUPERIOR_ORG', 'PROVINCIAL_ORG'],
};

class NoTree extends SubtreeReader {
  async isWithin(): Promise<boolean> {
    return false;
  }
}
const access = new Access(new NoTree());
const holding = (role: OrgRole, body: string, post: string): Actor => ({ accountId: 'a', memberId: 'm', capacities: [{ kind: 'POST', organisationId: ORG, organisationRole: role, body, post, isHead: false }] });

/** Would the services let this person do it? The acts of both halves of a meeting, one of the two decisions, else the one act. */
function serviceLets(kind: TaskKind, actor: Actor): boolean {
  const act = TASK_ACTS[kind];
  if (!act || (act.leads && !access.leads(actor, ORG))) return false;
  const held = act.permissions.map((permission) => access.holds(actor, permission, ORG));
  return kind === 'ISSUE_DECISION' ? held.some(Boolean) : held.every(Boolean);
}

const OPENED = Object.entries(OPENED_AT).flatMap(([kind, roles]) => (roles ?? []).map((role): [TaskKind, OrgRole] => [kind as TaskKind, role]));

describe('tasks of posts', () => {
  it('name known permissions, and nobody but one person where they are personal', () => {
    for (const kind of Object.keys(TASK_KINDS) as TaskKind[]) for (const permission of TASK_ACTS[kind]?.permissions ?? []) expect(PERMISSIONS[permission]).toBeDefined();
    expect((Object.keys(TASK_KINDS) as TaskKind[]).filter((kind) => !TASK_ACTS[kind])).toEqual(['WRITE_SELF_REVIEW', 'ENTER_PAPER_COUNT', 'SIGN_MINUTES', 'ACKNOWLEDGE_RESULT', 'COUNT_COMMENDATION', 'COUNT_PERSON_BALLOT', 'VERIFY_APPEAL']);
  });

  it.each(OPENED)('%s at a %s waits for posts whose holders may do it, and for nobody else', (kind, role) => {
    const { postKinds, bodyKind = null } = holdersOf(kind, role) as { postKinds: readonly string[]; bodyKind?: string };
    expect(postKinds.length).toBeGreaterThan(0);
    let held = 0;
    for (const body of BODIES_OF[role]) {
      for (const post of POST_KINDS) {
        const actor = holding(role, body, post);
        expect(postMayDo(kind, role, body, post)).toBe(serviceLets(kind, actor));
        if (!holdsTask(actor, { organisationId: ORG, memberId: null, postKinds, bodyKind })) continue;
        held += 1;
        expect([body, post, serviceLets(kind, actor)]).toEqual([body, post, true]);
      }
    }
    expect(held).toBeGreaterThan(0);
  });

  it('leave the advisory office what it may do', () => {
    const office = (kind: TaskKind) => holdsTask(holding('SUPERIOR_ORG', 'ADVISORY_BODY', 'OFFICER'), { organisationId: ORG, memberId: null, ...asHeld(kind) });
    const asHeld = (kind: TaskKind) => ({ bodyKind: null, ...(holdersOf(kind, 'SUPERIOR_ORG') as { postKinds: readonly string[]; bodyKind?: string }) });
    expect(OPENED.filter(([, role]) => role === 'SUPERIOR_ORG').map(([kind]) => [kind, office(kind)])).toEqual([
      ['CONVENE_MEETING', false],
      ['RUN_MEETING', false],
      ['VERIFY_DOSSIER', true],
      ['ISSUE_DECISION', false],
      ['NOMINATE', false],
      ['CONCLUDE_MID_YEAR', false],
      ['HANDLE_REEVALUATION', false],
      ['HANDLE_ESCALATION', false],
    ]);
  });

  it('are refused where nobody could ever do them', () => {
    expect(() => holdersOf('NOMINATE', 'SUBORDINATE_CELL')).toThrow(expect.objectContaining({ code: 'TASK.NO_HOLDER' }));
    expect(() => holdersOf('SIGN_MINUTES', 'SUPERIOR_ORG')).toThrow(expect.objectContaining({ code: 'TASK.NO_HOLDER' }));
  });

  it('are opened nowhere by a list of posts of its own', () => {
    const root = path.resolve(import.meta.dirname, '..');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !/^(ports|readers)\//.test(file));
    const lists = files.filter((file) => /postKinds:/.test(readFileSync(path.join(root, file), 'utf8')));
    expect(lists).toEqual([]);
    expect([BODY_KINDS.length, ORG_ROLES.length]).toEqual([6, 6]); // one more needs a place in the tables above
  });
});
