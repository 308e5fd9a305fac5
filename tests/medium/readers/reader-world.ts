import { randomUUID } from 'node:crypto';
import { type Sql } from '@binhxet/persistence';
import { startTestDatabase, type TestDatabase } from '@binhxet/testing';
import { newId } from '@binhxet/platform';
import pg from 'pg';

export const CYCLE = 'SUP.2023';
export const NOW = new Date('2023-12-11T03:00:00Z');

/** A small cycle written straight into the tables: one superior, one grassroots organisation with a committee and two cells. */
export interface World {
  readonly sql: Sql;
  /** As the superuser: sets up what no role may. */
  readonly write: (text: string, params?: unknown[]) => Promise<void>;
  readonly orgs: Readonly<Record<'SUP' | 'G1' | 'C1' | 'C2', string>>;
  /** Members of C1 in order of given name: m[0] is its secretary, m[1] of the committee of G1. */
  readonly members: readonly string[];
  readonly reviews: readonly string[];
  readonly orgReviews: Readonly<Record<'SUP' | 'G1' | 'C1' | 'C2', string>>;
  readonly steps: Readonly<Record<'selfReview' | 'meeting' | 'units', string>>;
  readonly close: () => Promise<void>;
}

export async function openWorld(label: string): Promise<World> {
  const database: TestDatabase = await startTestDatabase(label);
  const admin = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  const reader = new pg.Pool({ connectionString: database.urls.bx_api, max: 4 });
  for (const pool of [admin, reader]) pool.on('error', () => undefined);
  const write = async (text: string, params: unknown[] = []): Promise<void> => void (await admin.query(text, params));
  const sql: Sql = { query: async (text, params) => (await reader.query(text, params as unknown[])).rows as never };
  const built = await build(write);
  return {
    sql,
    write,
    ...built,
    close: async () => {
      await Promise.all([admin.end(), reader.end()]);
      await database.drop();
    },
  };
}

/** Writes the world into any empty database. */
export async function build(write: World['write']): Promise<Pick<World, 'orgs' | 'members' | 'reviews' | 'orgReviews' | 'steps'>> {
  const orgs = { SUP: newId(), G1: newId(), C1: newId(), C2: newId() };
  const parent = { SUP: null, G1: orgs.SUP, C1: orgs.G1, C2: orgs.G1 } as const;
  const role = { SUP: 'SUPERIOR_ORG', G1: 'GRASSROOTS_COMMITTEE_ORG', C1: 'SUBORDINATE_CELL', C2: 'SUBORDINATE_CELL' } as const;
  const above = { SUP: ['SUP'], G1: ['G1', 'SUP'], C1: ['C1', 'G1', 'SUP'], C2: ['C2', 'G1', 'SUP'] } as const;
  const codes = ['SUP', 'G1', 'C1', 'C2'] as const;
  for (const code of codes) {
    await write('insert into app.organisation (id, code) values ($1, $2)', [orgs[code], code]);
    await write(`insert into app.organisation_version (organisation_id, from_on, name, role, parent_id, quota_group) values ($1, '2020-01-01', $2, $3, $4, 'A')`, [orgs[code], `Tổ chức ${code}`, role[code], parent[code]]);
  }
  for (const code of codes) for (const [depth, ancestor] of above[code].entries()) await write('insert into app.organisation_closure values ($1, $2, $3)', [orgs[ancestor], orgs[code], depth]);

  const members = Array.from({ length: 5 }, () => newId());
  for (const [n, id] of members.entries()) {
    await write(`insert into app.member (id, code, full_name, name_key, status, admitted_on, official_on) values ($1, $2, $3, $4, 'OFFICIAL', $5, '2021-01-01')`, [id, `DV-${n}`, `Đảng viên ${n}`, `${n} Đảng viên`, n === 4 ? '2023-02-03' : '2020-01-01']);
    await write(`insert into app.membership (id, member_id, organisation_id, from_on) values ($1, $2, $3, '2020-01-01')`, [newId(), id, n < 4 ? orgs.C1 : orgs.C2]);
  }
  const [cellBody, committee] = [newId(), newId()];
  await write(`insert into app.body (id, organisation_id, kind) values ($1, $2, 'CELL_COMMITTEE'), ($3, $4, 'PARTY_COMMITTEE')`, [cellBody, orgs.C1, committee, orgs.G1]);
  await write(`insert into app.post (id, member_id, body_id, organisation_id, kind, is_head, from_on) values ($1, $2, $3, $4, 'SECRETARY', true, '2020-01-01'), ($5, $6, $7, $8, 'SECRETARY', true, '2020-01-01')`, [newId(), members[0], cellBody, orgs.C1, newId(), members[1], committee, orgs.G1]);

  await write(
    `insert into app.cycle (id, superior_id, period, rating_year, state, clock, clock_on, simulated, plan, pins, settings, settings_hash, opened_at)
     values ($1, $2, '2023', 2023, 'REVIEW', 'DRIVEN', '2023-12-11', true, '{"selfReview":"2023-12-08","cellMeeting":"2023-12-12"}', '[{"id":"P2023","version":1,"sha256":"00"}]', '{}', 'hash', $3)`,
    [CYCLE, orgs.SUP, NOW],
  );
  for (const [ordinal, code] of codes.entries()) {
    await write(
      `insert into app.cycle_unit (cycle_id, organisation_id, superior_id, code, name, role, parent_id, unit_id, quota_group, has_committee, ordinal, workflow_id, workflow, phase)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'A', $9, $10, $11, 'cellReview', $12)`,
      [CYCLE, orgs[code], orgs.SUP, code, `Tổ chức ${code}`, role[code], parent[code], code === 'SUP' ? null : orgs.G1, code !== 'C2', ordinal, `cell-review:${CYCLE}:${code}`, code.startsWith('C') ? 'SELF_REVIEW' : 'UNITS'],
    );
  }
  const reviews = members.map(() => newId());
  for (const [n, id] of reviews.entries()) {
    const cell = n < 4 ? orgs.C1 : orgs.C2;
    await write('insert into app.cycle_roll (cycle_id, member_id, superior_id, organisation_id, unit_id, status, duty) values ($1, $2, $3, $4, $5, $6, $7)', [CYCLE, members[n], orgs.SUP, cell, orgs.G1, 'OFFICIAL', 'NORMAL']);
    await write(
      `insert into app.review (id, cycle_id, superior_id, subject_kind, subject_id, organisation_id, unit_id, decider_id, is_head, state, self_level, proposed_level) values ($1, $2, $3, 'MEMBER', $4, $5, $6, $6, false, $7, $8, $9)`,
      [id, CYCLE, orgs.SUP, members[n], cell, orgs.G1, n === 0 ? 'NOT_STARTED' : 'SELF_REVIEW_SUBMITTED', n === 0 ? null : 2, null],
    );
  }
  const orgReviews = { SUP: newId(), G1: newId(), C1: newId(), C2: newId() };
  for (const code of ['G1', 'C1', 'C2'] as const) {
    await write(`insert into app.review (id, cycle_id, superior_id, subject_kind, subject_id, organisation_id, unit_id, decider_id, state) values ($1, $2, $3, 'ORGANISATION', $4, $4, $5, $6, 'NOT_STARTED')`, [orgReviews[code], CYCLE, orgs.SUP, orgs[code], orgs.G1, code === 'G1' ? orgs.SUP : orgs.G1]);
  }
  await write(`insert into app.review_paper (review_id, form, sections, self_level, saved_at, submitted_at) values ($1, '02A', '{"I":"Ưu điểm"}', 2, $2, $2)`, [reviews[1], NOW]);
  const steps = { selfReview: newId(), meeting: newId(), units: newId() };
  const step = (id: string, org: string, kind: string, outstanding: number, total: number, due: string) =>
    write(`insert into app.step (id, cycle_id, superior_id, organisation_id, kind, state, outstanding, total, due_at, workflow_id, opened_at) values ($1, $2, $3, $4, $5, 'OPEN', $6, $7, $8, 'w', $9)`, [id, CYCLE, orgs.SUP, org, kind, outstanding, total, due, NOW]);
  await step(steps.selfReview, orgs.C1, 'SELF_REVIEW', 1, 4, '2023-12-08T17:00:00Z');
  await step(steps.meeting, orgs.C1, 'MEETING', 1, 1, '2023-12-12T17:00:00Z');
  await step(steps.units, orgs.G1, 'UNITS', 2, 2, '2023-12-20T17:00:00Z');
  return { orgs, members, reviews, orgReviews, steps };
}

/** A meeting of C1 with one ballot that both tellers have counted once, differing in one row. */
export async function addMeeting(world: Pick<World, 'write' | 'orgs' | 'members' | 'reviews' | 'steps'>): Promise<{ readonly meetingId: string; readonly ballotId: string }> {
  const [meetingId, ballotId] = [newId(), randomUUID()];
  const { orgs, members, reviews, steps } = world;
  await world.write(
    `insert into app.meeting (id, cycle_id, superior_id, organisation_id, kind, state, step_id, workflow_id, held_on, chair_id, minute_taker_id, teller_ids, summoned, present, counted, quorum, created_at)
     values ($1, $2, $3, $4, 'CELL_REVIEW', 'TALLYING', $5, 'w', '2023-12-11', $6, $7, $8, 4, 3, 4, '{"formula":{"left":9,"right":8}}', $9)`,
    [meetingId, CYCLE, orgs.SUP, orgs.C1, steps.meeting, members[0], members[1], [members[2], members[3]], NOW],
  );
  for (const [n, id] of members.slice(0, 4).entries()) {
    await world.write('insert into app.attendance (meeting_id, member_id, voter, status) values ($1, $2, true, $3)', [meetingId, id, n === 3 ? 'EXCUSED' : 'PRESENT']);
  }
  await world.write(
    `insert into ballot.ballot (id, meeting_id, cycle_id, superior_id, organisation_id, ordinal, kind, method, channel, state, subjects, rule, entitled, counted_body, present, attempt)
     values ($1, $2, $3, $4, $5, 1, 'CELL_MEMBER_LEVEL', 'SECRET_BALLOT', 'PAPER', 'RECONCILING', $6, '{}', 3, 4, 3, 2)`,
    [ballotId, meetingId, CYCLE, orgs.SUP, orgs.C1, [reviews[1], reviews[2]]],
  );
  const entry = (first: number) => ({ distributed: 3, returned: 3, valid: 3, invalid: 0, subjects: [{ subjectId: reviews[1], counts: { 1: first, 2: 3 - first }, blank: 0, invalidForSubject: 0 }, { subjectId: reviews[2], counts: { 2: 3 }, blank: 0, invalidForSubject: 0 }] });
  await world.write(`insert into ballot.paper_entry values ($1, $2, 1, $4, $5), ($1, $3, 1, $6, $5)`, [ballotId, members[2], members[3], JSON.stringify(entry(1)), NOW, JSON.stringify(entry(2))]);
  return { meetingId, ballotId };
}
