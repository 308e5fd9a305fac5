import { type RuleFileDraft, RuleFileReader, type RuleFileRow, RuleFileStore } from '@binhxet/application';
import { type Sql } from '../sql.js';

const COLUMNS = `id, version, kind, title, content, sha256, state, reason, document, drafted_by as "draftedBy", drafted_at as "draftedAt",
  published_by as "publishedBy", published_at as "publishedAt"`;

export class PgRuleFileStore extends RuleFileStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async putDraft(draft: RuleFileDraft): Promise<boolean> {
    const rows = await this.sql.query(
      `insert into app.rule_file as f (id, version, kind, title, content, sha256, state, drafted_by, drafted_at) values ($1, $2, $3, $4, $5, $6, 'DRAFT', $7, $8)
       on conflict (id, version) do update set kind = excluded.kind, title = excluded.title, content = excluded.content, sha256 = excluded.sha256,
         drafted_by = excluded.drafted_by, drafted_at = excluded.drafted_at
       where f.state = 'DRAFT' returning id`,
      [draft.id, draft.version, draft.kind, draft.title, JSON.stringify(draft.content), draft.sha256, draft.draftedBy, draft.draftedAt],
    );
    return rows.length === 1;
  }

  async publish(key: { id: string; version: number; sha256: string }, { reason, document, by, at }: { reason: string; document: string; by: string; at: Date }): Promise<RuleFileRow | null> {
    const [row] = await this.sql.query<RuleFileRow>(
      `update app.rule_file set state = 'PUBLISHED', reason = $4, document = $5, published_by = $6, published_at = $7
       where id = $1 and version = $2 and sha256 = $3 and state = 'DRAFT' returning ${COLUMNS}`,
      [key.id, key.version, key.sha256, reason, document, by, at],
    );
    return row ?? null;
  }

  find(id: string, version: number): Promise<RuleFileRow | null> {
    return findOne(this.sql, id, version);
  }
}

export class PgRuleFileReader extends RuleFileReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async publishedCount(): Promise<number> {
    const [row] = await this.sql.query<{ n: number }>(`select count(*)::int as n from app.rule_file where state = 'PUBLISHED'`);
    return row?.n ?? 0;
  }

  published(): Promise<RuleFileRow[]> {
    return this.sql.query<RuleFileRow>(`select ${COLUMNS} from app.rule_file where state = 'PUBLISHED' order by published_at, id, version`);
  }

  drafts(): Promise<RuleFileRow[]> {
    return this.sql.query<RuleFileRow>(`select ${COLUMNS} from app.rule_file where state = 'DRAFT' order by id, version`);
  }

  find(id: string, version: number): Promise<RuleFileRow | null> {
    return findOne(this.sql, id, version);
  }
}

async function findOne(sql: Sql, id: string, version: number): Promise<RuleFileRow | null> {
  const [row] = await sql.query<RuleFileRow>(`select ${COLUMNS} from app.rule_file where id = $1 and version = $2`, [id, version]);
  return row ?? null;
}
