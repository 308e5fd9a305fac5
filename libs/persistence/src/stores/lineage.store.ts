import { LineageStore } from '@binhxet/application';
import { type LineageLink } from '@binhxet/domain';
import { type Sql } from '../sql.js';

/**
 * Lineage as decided here, with the kind of its decision, and as imported. The kind of an imported event follows from its shape: several
 * predecessors, or one that was taken in by an organisation already at work, are a merger; several successors of one, or a predecessor
 * that goes on, are a split; one to one is a new code of the same organisation.
 */
export class PgLineage extends LineageStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async after(organisationId: string): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `with recursive below as (
         select successor_id as id from app.lineage where predecessor_id = $1 and successor_id <> predecessor_id
         union
         select l.successor_id from app.lineage l join below b on l.predecessor_id = b.id where l.successor_id <> l.predecessor_id)
       select id from below where id <> $1 order by id`,
      [organisationId],
    );
    return rows.map(({ id }) => id);
  }

  async before(organisationIds: readonly string[]): Promise<LineageLink[]> {
    if (organisationIds.length === 0) return [];
    return this.sql.query<LineageLink>(
      `with recursive link as (select successor_id as organisation_id, predecessor_id as lineage_of, kind, effective_on as on_day from app.lineage where successor_id <> predecessor_id),
       above as (
         select l.* from link l where l.organisation_id = any($1::uuid[])
         union
         select l.* from link l join above a on l.organisation_id = a.lineage_of)
       select a.organisation_id as "organisationId", a.lineage_of as "predecessorId", to_char(a.on_day, 'YYYY-MM-DD') as "on",
         case
           when a.kind in ('MERGE', 'ABSORB') then 'MERGE'
           when a.kind = 'SPLIT' then 'SPLIT'
           when (select count(*) from link o where o.organisation_id = a.organisation_id) > 1 then 'MERGE'
           when exists (select from app.organisation_version w where w.organisation_id = a.organisation_id and w.superseded_at is null and w.from_on < a.on_day) then 'MERGE'
           when (select count(*) from link o where o.lineage_of = a.lineage_of) > 1 then 'SPLIT'
           when exists (select from app.organisation_version w where w.organisation_id = a.lineage_of and w.superseded_at is null and (w.to_on is null or w.to_on >= a.on_day)) then 'SPLIT'
           else 'RENAME'
         end as kind
       from above a order by a.on_day, a.organisation_id, a.lineage_of`,
      [organisationIds],
    );
  }
}
