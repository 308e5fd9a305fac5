import { type CaseFilter, type CaseView, CommendationReader, type NearMissView, type Page, type PaymentView, type VoteView, type PageRequest, cutPage } from '@binhxet/application';
import { type SubjectKind } from '@binhxet/domain';
import { type Sql } from '../sql.js';
import { day, inScope } from './fragments.js';

export class PgCommendationReader extends CommendationReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async cases(cycleId: string, filter: CaseFilter, page: PageRequest): Promise<Page<CaseView>> {
    const params: unknown[] = [cycleId, filter.rootIds];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const wanted = [
      filter.state === undefined ? '' : `and k.state = ${bind(filter.state)}`,
      filter.awardId === undefined ? '' : `and k.award_id = ${bind(filter.awardId)}`,
      filter.subjectKind === undefined ? '' : `and k.subject_kind = ${bind(filter.subjectKind)}`,
      page.after ? `and (k.award_id, pu.ordinal, coalesce(m.name_key, ''), k.id) > (${bind(page.after[0])}, ${bind(page.after[1])}::int, ${bind(page.after[2])}, ${bind(page.after[3])}::uuid)` : '',
    ].join(' ');
    const rows = await this.sql.query<CaseView & { key: [string, number, string] }>(
      `select k.id, k.award_id as "awardId", k.form, k.subject_kind as "subjectKind", json_build_object('id', k.subject_id, 'code', coalesce(m.code, su.code), 'name', coalesce(m.full_name, su.name)) as subject,
         json_build_object('id', pu.organisation_id, 'code', pu.code, 'name', pu.name) as organisation, k.unit_id as "unitId", k.state, k.chain, k.money,
         case when d.id is null then null else json_build_object('number', d.number, 'decidedOn', ${day('d.decided_on')}) end as decision,
         k.certificate_number as "certificateNumber", k.dossier, k.reason, k.vote_id as "voteId",
         case when k.revoked_number is null then null else json_build_object('number', k.revoked_number, 'on', ${day('k.revoked_on')}) end as revoked, k.version, json_build_array(k.award_id, pu.ordinal, coalesce(m.name_key, '')) as key
       from app.commendation_case k join app.cycle_unit pu on pu.cycle_id = k.cycle_id and pu.organisation_id = k.organisation_id
       left join app.member m on m.id = k.subject_id and k.subject_kind = 'MEMBER'
       left join app.cycle_unit su on su.cycle_id = k.cycle_id and su.organisation_id = k.subject_id and k.subject_kind <> 'MEMBER'
       left join app.decision d on d.id = k.decision_id
       where k.cycle_id = $1 and ${inScope('k.organisation_id', '$2')} ${wanted}
       order by k.award_id, pu.ordinal, coalesce(m.name_key, ''), k.id limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [...row.key, row.id]);
    return { items: cut.items.map(({ key, ...row }) => row), next: cut.next };
  }

  async nearMisses(cycleId: string, filter: Pick<CaseFilter, 'awardId' | 'rootIds'>, page: PageRequest): Promise<Page<NearMissView>> {
    const params: unknown[] = [cycleId, filter.rootIds];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const wanted = [
      filter.awardId === undefined ? '' : `and k.award_id = ${bind(filter.awardId)}`,
      page.after ? `and (k.award_id, pu.ordinal, coalesce(m.name_key, ''), k.subject_id) > (${bind(page.after[0])}, ${bind(page.after[1])}::int, ${bind(page.after[2])}, ${bind(page.after[3])}::uuid)` : '',
    ].join(' ');
    const rows = await this.sql.query<NearMissView & { key: [string, number, string] }>(
      `select k.award_id as "awardId", k.subject_kind as "subjectKind", json_build_object('id', k.subject_id, 'code', coalesce(m.code, su.code), 'name', coalesce(m.full_name, su.name)) as subject,
         json_build_object('id', pu.organisation_id, 'code', pu.code, 'name', pu.name) as organisation, k.chain, k.broken_year as "brokenYear", k.broken_status as "brokenStatus",
         json_build_array(k.award_id, pu.ordinal, coalesce(m.name_key, '')) as key
       from app.commendation_near_miss k join app.cycle_unit pu on pu.cycle_id = k.cycle_id and pu.organisation_id = k.organisation_id
       left join app.member m on m.id = k.subject_id and k.subject_kind = 'MEMBER'
       left join app.cycle_unit su on su.cycle_id = k.cycle_id and su.organisation_id = k.subject_id and k.subject_kind <> 'MEMBER'
       where k.cycle_id = $1 and ${inScope('k.organisation_id', '$2')} ${wanted}
       order by k.award_id, pu.ordinal, coalesce(m.name_key, ''), k.subject_id limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [...row.key, row.subject.id]);
    return { items: cut.items.map(({ key, ...row }) => row), next: cut.next };
  }

  async payments(cycleId: string, filter: { readonly decision?: string; readonly rootIds: readonly string[] | null }, page: PageRequest): Promise<Page<PaymentView> & { total: string; unknown: number }> {
    const params: unknown[] = [cycleId, filter.rootIds, filter.decision ?? null];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const from = `from app.commendation_case k join app.decision d on d.id = k.decision_id join app.cycle_unit pu on pu.cycle_id = k.cycle_id and pu.organisation_id = k.organisation_id
       left join app.member m on m.id = k.subject_id and k.subject_kind = 'MEMBER'
       left join app.cycle_unit su on su.cycle_id = k.cycle_id and su.organisation_id = k.subject_id and k.subject_kind <> 'MEMBER'
       where k.cycle_id = $1 and k.state in ('DECISION_ISSUED','AWARDED') and ${inScope('k.organisation_id', '$2')} and ($3::text is null or d.number = $3)`;
    const [sums] = await this.sql.query<{ total: string; unknown: number }>(
      `select coalesce(sum((k.money->>'amount')::numeric), 0)::text as total, count(*) filter (where k.money->>'amount' is null)::int as unknown ${from}`,
      [...params],
    );
    const after = page.after ? `and (d.number, pu.ordinal, coalesce(m.name_key, ''), k.id) > (${bind(page.after[0])}, ${bind(page.after[1])}::int, ${bind(page.after[2])}, ${bind(page.after[3])}::uuid)` : '';
    const rows = await this.sql.query<PaymentView & { key: [string, number, string] }>(
      `select k.id as "caseId", k.award_id as "awardId", k.subject_kind as "subjectKind", json_build_object('code', coalesce(m.code, su.code), 'name', coalesce(m.full_name, su.name)) as subject,
         json_build_object('id', pu.organisation_id, 'code', pu.code, 'name', pu.name) as organisation, k.certificate_number as "certificateNumber",
         json_build_object('number', d.number, 'decidedOn', ${day('d.decided_on')}) as decision, nullif(k.money->'multiple', 'null'::jsonb) as multiple, k.money->>'baseSalary' as "baseSalary",
         k.money->>'amount' as amount,
         array_remove(array[case when nullif(k.money->'multiple', 'null'::jsonb) is null then 'MULTIPLE' end, case when k.money->>'baseSalary' is null then 'BASE_SALARY' end], null) as missing,
         json_build_array(d.number, pu.ordinal, coalesce(m.name_key, '')) as key
       ${from} ${after} order by d.number, pu.ordinal, coalesce(m.name_key, ''), k.id limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [...row.key, row.caseId]);
    return { items: cut.items.map(({ key, ...row }) => row), next: cut.next, ...sums! };
  }

  async vote(voteId: string, memberId: string | null): Promise<VoteView | null> {
    const [row] = await this.sql.query<VoteView>(
      `select v.id, v.cycle_id as "cycleId", v.superior_id as "superiorId", ${day('v.held_on')} as "heldOn", v.state, v.counted_body as "countedBody", v.present, v.majority, v.attempt,
         v.teller_ids as "tellerIds", exists (select from ballot.commendation_count n where n.vote_id = v.id and n.teller_id = $2 and n.attempt = v.attempt) as "enteredByMe", v.results,
         (select json_agg(json_build_object('id', k.id, 'awardId', k.award_id, 'subjectKind', k.subject_kind, 'subject', json_build_object('code', coalesce(m.code, su.code), 'name', coalesce(m.full_name, su.name)))
            order by array_position(v.cases, k.id))
          from app.commendation_case k left join app.member m on m.id = k.subject_id and k.subject_kind = 'MEMBER'
          left join app.cycle_unit su on su.cycle_id = k.cycle_id and su.organisation_id = k.subject_id and k.subject_kind <> 'MEMBER' where k.id = any(v.cases)) as cases
       from ballot.commendation_vote v where v.id = $1`,
      [voteId, memberId],
    );
    return row ?? null;
  }

  async subject(cycleId: string, kind: SubjectKind, code: string): Promise<{ subjectId: string; organisationId: string } | null> {
    const table = kind === 'MEMBER' ? 'app.member' : 'app.organisation';
    const [row] = await this.sql.query<{ subjectId: string; organisationId: string }>(
      `select r.subject_id as "subjectId", r.organisation_id as "organisationId" from app.review r join ${table} s on s.id = r.subject_id where r.cycle_id = $1 and r.subject_kind = $2 and s.code = $3`,
      [cycleId, kind, code],
    );
    return row ?? null;
  }

  async counts(cycleId: string, rootIds: readonly string[] | null): Promise<{ awardId: string; state: string; count: number }[]> {
    return this.sql.query(
      `select award_id as "awardId", state, count(*)::int as count from app.commendation_case k where k.cycle_id = $1 and ${inScope('k.organisation_id', '$2')} group by 1, 2 order by 1, 2`,
      [cycleId, rootIds],
    );
  }
}
