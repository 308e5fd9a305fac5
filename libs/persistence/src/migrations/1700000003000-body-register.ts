import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * One row for each workflow that a cycle needs: what the engine should be running, in the database's own words. A grassroots cell has two
 * for one organisation, a late review has one of its own. Steps closed because the cycle closed carry a cause of their own.
 */
const TABLES = /* sql */ `
create table app.cycle_body (
  workflow_id text primary key,
  cycle_id text not null references app.cycle,
  superior_id uuid not null,
  organisation_id uuid not null,
  workflow text not null check (workflow in ('annualCycle','organisationReview','cellReview','lateReview','commendation')),
  ref_id uuid, -- the review of a late review
  phase text not null,
  phase_at timestamptz not null
);
create index cycle_body_place on app.cycle_body (cycle_id, organisation_id);
create index step_of_workflow on app.step (workflow_id, state);
create index meeting_of_organisation on app.meeting (cycle_id, organisation_id);

alter table app.step drop constraint step_close_cause_check;
alter table app.step add constraint step_close_cause_check check (close_cause in ('ALL_IN','EARLY','TIME','CYCLE_CLOSED'));
`;

/** Cycles that began before the register: the phase last told, then whatever workflow has a step; a body without open steps has handed in. */
export const BACK_FILL = /* sql */ `
insert into app.cycle_body (workflow_id, cycle_id, superior_id, organisation_id, workflow, phase, phase_at)
select workflow_id, cycle_id, superior_id, organisation_id, workflow, phase, coalesce(phase_at, now()) from app.cycle_unit where workflow_id is not null
on conflict do nothing;

insert into app.cycle_body (workflow_id, cycle_id, superior_id, organisation_id, workflow, ref_id, phase, phase_at)
select s.workflow_id, s.cycle_id, s.superior_id, s.organisation_id,
  case split_part(s.workflow_id, ':', 1) when 'org-review' then 'organisationReview' when 'cell-review' then 'cellReview' when 'late-review' then 'lateReview' else 'annualCycle' end,
  case when s.workflow_id like 'late-review:%' then split_part(s.workflow_id, ':', 3)::uuid end,
  case
    when c.state = 'CLOSED' then 'DONE'
    when s.state = 'CLOSED' and s.workflow_id like 'late-review:%' then case when s.kind = 'SUBMISSION' then 'DONE' else 'MEETING' end
    when s.state = 'CLOSED' then 'SUBMITTED'
    when s.kind in ('SELF_REVIEW','LATE_SELF_REVIEW') then 'SELF_REVIEW'
    when s.kind in ('PAPER_COUNT','SIGN_MINUTES','MEETING') then case when s.workflow_id like 'org-review:%' then 'SITTING' else 'MEETING' end
    when s.kind = 'SUBMISSION' then case when s.workflow_id like 'org-review:%' then 'DOSSIER' else 'SUBMISSION' end
    else s.kind end,
  now()
from (select distinct on (workflow_id) * from app.step order by workflow_id, (state = 'OPEN') desc, opened_at desc) s
join app.cycle c on c.id = s.cycle_id
on conflict do nothing;

insert into app.cycle_body (workflow_id, cycle_id, superior_id, organisation_id, workflow, phase, phase_at)
select 'commendation:' || id, id, superior_id, superior_id, 'commendation', case when state = 'CLOSED' then 'DONE' else 'CASES' end, now()
from app.cycle where state in ('COMMENDATION','CLOSED')
on conflict do nothing;
`;

const GRANTS = /* sql */ `
grant select on app.cycle_body to bx_api, bx_worker, bx_jobs, bx_read;
grant insert on app.cycle_body to bx_api, bx_worker;
grant update on app.cycle_body to bx_worker;
`;

export class BodyRegister1700000003000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('set local role bx_owner');
    for (const sql of [TABLES, BACK_FILL, GRANTS]) await q.query(sql);
    await q.query('reset role');
  }

  async down(): Promise<void> {
    throw new Error('The register of bodies is not undone: drop the database.');
  }
}
