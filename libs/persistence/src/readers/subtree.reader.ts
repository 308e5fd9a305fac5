import { SubtreeReader } from '@binhxet/application';
import { type Sql } from '../sql.js';

/** Tree questions of access, over the closure of today's tree. */
export class PgSubtreeReader extends SubtreeReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async isWithin(organisationId: string, ancestorIds: readonly string[]): Promise<boolean> {
    if (ancestorIds.length === 0) return false;
    if (ancestorIds.includes(organisationId)) return true;
    const rows = await this.sql.query('select 1 from app.organisation_closure where descendant_id = $1 and ancestor_id = any($2::uuid[]) limit 1', [organisationId, ancestorIds]);
    return rows.length > 0;
  }
}
