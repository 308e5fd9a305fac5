import { type CaseChange, type CaseMoney, type CaseRow, CommendationStore, type DossierItem, type NearMissRow, type NewCase } from '@binhxet/application';
import { AppError, type AwardForm, commendationCaseMachine, type CommendationCaseState, type Json, type SubjectKind } from '@binhxet/domain';
import { insertRows, json, type Sql } from '../sql.js';

interface CaseRecord {
  id: string;
  cycle_id: string;
  superior_id: string;
  award_id: string;
  form: AwardForm;
  subject_kind: SubjectKind;
  subject_id: string;
  organisation_id: string;
  unit_id: string | null;
  state: CommendationCaseState;
  chain: Json;
  money: CaseMoney | null;
  decision_id: string | null;
  certificate_number: string | null;
  dossier: DossierItem[];
  reason: string | null;
  vote_id: string | null;
  version: number;
}

const toRow = (r: CaseRecord): CaseRow => ({
  id: r.id,
  cycleId: r.cycle_id,
  superiorId: r.superior_id,
  awardId: r.award_id,
  form: r.form,
  subjectKind: r.subject_kind,
  subjectId: r.subject_id,
  organisationId: r.organisation_id,
  unitId: r.unit_id,
  state: r.state,
  chain: r.chain,
  money: r.money,
  decisionId: r.decision_id,
  certificateNumber: r.certificate_number,
  dossier: r.dossier,
  reason: r.reason,
  voteId: r.vote_id,
  version: r.version,
});

/** States in which nobody has anything left to do; a revocation comes with another case. */
const SETTLED = [...commendationCaseMachine.states.filter((state) => commendationCaseMachine.isEnd(state)), 'AWARDED'];

export class PgCommendationStore extends CommendationStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async insert(cases: readonly NewCase[]): Promise<number> {
    const before = await this.total(cases[0]?.cycleId);
    await insertRows(
      this.sql,
      'app.commendation_case',
      ['id', 'cycle_id', 'superior_id', 'award_id', 'form', 'subject_kind', 'subject_id', 'organisation_id', 'unit_id', 'state', 'chain', 'money'],
      cases.map((c) => [c.id, c.cycleId, c.superiorId, c.awardId, c.form, c.subjectKind, c.subjectId, c.organisationId, c.unitId, commendationCaseMachine.initial, json(c.chain), c.money ? json(c.money) : null]),
      `on conflict (cycle_id, award_id, subject_kind, subject_id) where state not in ('DROPPED','REJECTED','REVOKED') do nothing`,
    );
    return (await this.total(cases[0]?.cycleId)) - before;
  }

  private async total(cycleId: string | undefined): Promise<number> {
    if (cycleId === undefined) return 0;
    const [row] = await this.sql.query<{ n: number }>('select count(*)::int as n from app.commendation_case where cycle_id = $1', [cycleId]);
    return row?.n ?? 0;
  }

  async lockMany(cycleId: string, caseIds: readonly string[]): Promise<CaseRow[]> {
    const rows = await this.sql.query<CaseRecord>('select * from app.commendation_case where cycle_id = $1 and id = any($2::uuid[]) order by id for update', [cycleId, caseIds]);
    const byId = new Map(rows.map((row) => [row.id, toRow(row)]));
    return caseIds.map((caseId) => {
      const row = byId.get(caseId);
      if (!row) throw new AppError('CASE.NOT_FOUND', 'not-found', 'There is no such commendation case in the cycle', { caseId });
      return row;
    });
  }

  async ofCycle(cycleId: string): Promise<CaseRow[]> {
    const rows = await this.sql.query<CaseRecord>('select * from app.commendation_case where cycle_id = $1 order by award_id, subject_kind, id', [cycleId]);
    return rows.map(toRow);
  }

  async moveMany(
    cases: readonly CaseRow[],
    to: CommendationCaseState,
    change: (row: CaseRow) => CaseChange = () => ({}),
  ): Promise<void> {
    for (const row of cases) commendationCaseMachine.move(row.state, to);
    const changes = cases.map((row) => change(row));
    const moved = await this.sql.query(
      `update app.commendation_case c set state = $1, version = c.version + 1, decision_id = coalesce(n.decision_id, c.decision_id),
         certificate_number = coalesce(n.certificate_number, c.certificate_number), money = coalesce(n.money, c.money), reason = coalesce(n.reason, c.reason),
         vote_id = coalesce(n.vote_id, c.vote_id), revoked_by = coalesce(n.revoked_by, c.revoked_by), revoked_number = coalesce(n.revoked_number, c.revoked_number),
         revoked_on = coalesce(n.revoked_on, c.revoked_on)
       from unnest($2::uuid[], $3::int[], $4::uuid[], $5::text[], $6::jsonb[], $7::text[], $8::uuid[], $9::uuid[], $10::text[], $11::date[])
         as n (id, version, decision_id, certificate_number, money, reason, vote_id, revoked_by, revoked_number, revoked_on)
       where c.id = n.id and c.version = n.version returning c.id`,
      [
        to,
        cases.map((row) => row.id),
        cases.map((row) => row.version),
        changes.map((one) => one.decisionId ?? null),
        changes.map((one) => one.certificateNumber ?? null),
        changes.map((one) => (one.money ? json(one.money) : null)),
        changes.map((one) => one.reason ?? null),
        changes.map((one) => one.voteId ?? null),
        changes.map((one) => one.revoked?.id ?? null),
        changes.map((one) => one.revoked?.number ?? null),
        changes.map((one) => one.revoked?.on ?? null),
      ],
    );
    if (moved.length !== cases.length) throw new AppError('RECORD.CHANGED', 'stale', 'A case was moved in between', { expected: cases.length, moved: moved.length });
  }

  async insertNearMisses(rows: readonly NearMissRow[]): Promise<void> {
    await insertRows(
      this.sql,
      'app.commendation_near_miss',
      ['cycle_id', 'award_id', 'subject_kind', 'subject_id', 'organisation_id', 'chain', 'broken_year', 'broken_status'],
      rows.map((r) => [r.cycleId, r.awardId, r.subjectKind, r.subjectId, r.organisationId, json(r.chain), r.brokenYear, r.brokenStatus]),
      'on conflict do nothing',
    );
  }

  async cyclesOf(kind: SubjectKind, subjectIds: readonly string[], from: number): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `select c.id from app.cycle c where c.state in ('COMMENDATION','CLOSED') and c.rating_year >= $3
         and exists (select from app.review r where r.cycle_id = c.id and r.subject_kind = $1 and r.subject_id = any($2::uuid[])) order by c.rating_year, c.id`,
      [kind, subjectIds, from],
    );
    return rows.map(({ id }) => id);
  }

  async setChain(row: CaseRow, chain: Json): Promise<void> {
    const changed = await this.sql.query('update app.commendation_case set chain = $3, version = version + 1 where id = $1 and version = $2 returning id', [row.id, row.version, json(chain)]);
    if (changed.length === 0) throw new AppError('RECORD.CHANGED', 'stale', 'The case was changed in between', { caseId: row.id });
  }

  async replaceNearMisses(cycleId: string, kind: SubjectKind, subjectIds: readonly string[], rows: readonly NearMissRow[]): Promise<void> {
    await this.sql.query('delete from app.commendation_near_miss where cycle_id = $1 and subject_kind = $2 and subject_id = any($3::uuid[])', [cycleId, kind, subjectIds]);
    await this.insertNearMisses(rows);
  }

  async restingOn(kind: SubjectKind, subjectId: string, year: number): Promise<CaseRow[]> {
    const rows = await this.sql.query<CaseRecord>(
      // A chain that goes on from a former organisation names it with its years.
      `select * from app.commendation_case where subject_kind = $1
         and ((subject_id = $2 and chain @> jsonb_build_array(jsonb_build_object('year', $3::int)))
           or (subject_kind <> 'MEMBER' and chain @> jsonb_build_array(jsonb_build_object('year', $3::int, 'subject', $2::text))))
       order by cycle_id, id for update`,
      [kind, subjectId, year],
    );
    return rows.map(toRow);
  }

  async setDossier(row: CaseRow, dossier: readonly DossierItem[]): Promise<void> {
    const changed = await this.sql.query('update app.commendation_case set dossier = $3, version = version + 1 where id = $1 and version = $2 returning id', [row.id, row.version, json(dossier)]);
    if (changed.length === 0) throw new AppError('RECORD.CHANGED', 'stale', 'The case was changed in between', { caseId: row.id });
  }

  async setVote(cases: readonly CaseRow[], voteId: string): Promise<void> {
    const rows = await this.sql.query(`update app.commendation_case set vote_id = $2, version = version + 1 where id = any($1::uuid[]) and state = 'VERIFIED' returning id`, [cases.map((row) => row.id), voteId]);
    if (rows.length !== cases.length) throw new AppError('RECORD.CHANGED', 'stale', 'A case was moved in between', { expected: cases.length, moved: rows.length });
  }

  async openCount(cycleId: string): Promise<number> {
    const [row] = await this.sql.query<{ n: number }>('select count(*)::int as n from app.commendation_case where cycle_id = $1 and not (state = any($2::text[]))', [cycleId, SETTLED]);
    return row?.n ?? 0;
  }

  async certificates(cycleId: string): Promise<number> {
    const [row] = await this.sql.query<{ n: number }>('select count(certificate_number)::int as n from app.commendation_case where cycle_id = $1', [cycleId]);
    return row?.n ?? 0;
  }
}
