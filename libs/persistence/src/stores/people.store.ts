import {
  type EntryKind,
  type Ids,
  type LeavingCause,
  type MemberChangeRecord,
  type MemberRef,
  type MembershipEntry,
  PeopleStore,
  type PeriodEntry,
  type PostEntry,
  type Recorded,
} from '@binhxet/application';
import { type BodyKind, type LegalDate } from '@binhxet/domain';
import { insertRows, json, type Sql } from '../sql.js';

const TABLE: Readonly<Record<EntryKind, string>> = { MEMBERSHIP: 'app.membership', PERIOD: 'app.member_period', POST: 'app.post' };
const DATES = (alias: string) => `to_char(${alias}.from_on, 'YYYY-MM-DD') as "from", to_char(${alias}.to_on, 'YYYY-MM-DD') as "to"`;
const POSTS = `select p.id, p.member_id as "memberId", p.organisation_id as "organisationId", b.kind as body, p.kind as post, p.is_head as "isHead", ${DATES('p')} from app.post p join app.body b on b.id = p.body_id`;

export class PgPeopleStore extends PeopleStore {
  constructor(
    private readonly sql: Sql,
    private readonly ids: Ids,
  ) {
    super();
  }

  async lock(code: string): Promise<MemberRef | null> {
    const [row] = await this.sql.query<MemberRef>(`select id, code, to_char(admitted_on, 'YYYY-MM-DD') as "admittedOn" from app.member where code = $1 for update`, [code]);
    return row ?? null;
  }

  memberships(memberId: string): Promise<MembershipEntry[]> {
    return this.sql.query<MembershipEntry>(
      `select s.id, s.organisation_id as "organisationId", o.code as "organisationCode", ${DATES('s')} from app.membership s join app.organisation o on o.id = s.organisation_id where s.member_id = $1 order by s.from_on`,
      [memberId],
    );
  }

  periods(memberId: string): Promise<PeriodEntry[]> {
    return this.sql.query<PeriodEntry>(`select p.id, p.kind, p.organisation_id as "organisationId", ${DATES('p')} from app.member_period p where p.member_id = $1 order by p.from_on`, [memberId]);
  }

  posts(memberId: string): Promise<PostEntry[]> {
    return this.sql.query<PostEntry>(`${POSTS} where p.member_id = $1 order by p.from_on`, [memberId]);
  }

  heads(organisationId: string, body: BodyKind): Promise<PostEntry[]> {
    return this.sql.query<PostEntry>(`${POSTS} where p.organisation_id = $1 and b.kind = $2 and p.is_head order by p.from_on`, [organisationId, body]);
  }

  async insertChange(change: MemberChangeRecord, at: Date): Promise<void> {
    await insertRows(
      this.sql,
      'app.member_change',
      ['id', 'member_id', 'kind', 'effective_on', 'decision_number', 'document', 'reason', 'content', 'recorded_at', 'recorded_by'],
      [[change.id, change.memberId, change.kind, change.effectiveOn, change.decision, change.document, change.reason, json(change.content), at, change.recordedBy]],
    );
  }

  async addMembership(memberId: string, organisationId: string, from: LegalDate, to: LegalDate | null, { changeId, at }: Recorded): Promise<string> {
    const id = this.ids.next();
    await insertRows(this.sql, 'app.membership', ['id', 'member_id', 'organisation_id', 'from_on', 'to_on', 'change_id', 'recorded_at'], [[id, memberId, organisationId, from, to, changeId, at]]);
    return id;
  }

  async addPeriod(memberId: string, period: Omit<PeriodEntry, 'id'> & { readonly cause: LeavingCause | null }, { changeId, at }: Recorded): Promise<string> {
    const id = this.ids.next();
    await insertRows(
      this.sql,
      'app.member_period',
      ['id', 'member_id', 'kind', 'organisation_id', 'from_on', 'to_on', 'cause', 'change_id', 'recorded_at'],
      [[id, memberId, period.kind, period.organisationId, period.from, period.to, period.cause, changeId, at]],
    );
    return id;
  }

  async addPost(memberId: string, post: Omit<PostEntry, 'id' | 'memberId'>, { changeId, at }: Recorded): Promise<string> {
    const id = this.ids.next();
    await this.sql.query('insert into app.body (id, organisation_id, kind) values ($1, $2, $3) on conflict (organisation_id, kind) do nothing', [this.ids.next(), post.organisationId, post.body]);
    await this.sql.query(
      `insert into app.post (id, member_id, body_id, organisation_id, kind, is_head, from_on, to_on, change_id, recorded_at)
       select $1, $2, b.id, $3, $5, $6, $7, $8, $9, $10 from app.body b where b.organisation_id = $3 and b.kind = $4`,
      [id, memberId, post.organisationId, post.body, post.post, post.isHead, post.from, post.to, changeId, at],
    );
    return id;
  }

  async setDates(kind: EntryKind, id: string, from: LegalDate, to: LegalDate | null, { changeId, at }: Recorded): Promise<void> {
    await this.sql.query(`update ${TABLE[kind]} set from_on = $2, to_on = $3, change_id = $4, recorded_at = $5 where id = $1`, [id, from, to, changeId, at]);
  }

  async endPosts(memberId: string, on: LegalDate, { changeId, at }: Recorded, organisationId?: string): Promise<number> {
    const where = 'member_id = $1 and ($3::uuid is null or organisation_id = $3)';
    const ended = await this.sql.query(
      `update app.post set to_on = $2::date - 1, change_id = $4, recorded_at = $5 where ${where} and from_on < $2::date and (to_on is null or to_on >= $2::date) returning id`,
      [memberId, on, organisationId ?? null, changeId, at],
    );
    const withdrawn = await this.sql.query(`delete from app.post where ${where} and from_on >= $2::date returning id`, [memberId, on, organisationId ?? null]);
    return ended.length + withdrawn.length;
  }

  async withdraw(kind: EntryKind, id: string): Promise<void> {
    await this.sql.query(`delete from ${TABLE[kind]} where id = $1`, [id]);
  }
}
