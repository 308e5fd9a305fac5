import { cutPage, ImportBatchReader, type ImportBatchView, type ImportRowView, type Page, type PageRequest, ROW_CLASSES, type RowClass } from '@binhxet/application';
import { type Sql } from '../sql.js';
import { instant } from './fragments.js';

const count = (condition: string): string => `count(*) filter (where ${condition})::int`;
const BATCH = `select b.id, b.state, b.files, b.sha256, ${instant('b.created_at')} as "createdAt", b.created_at::text as at, t.* from app.import_batch b cross join lateral (
  select json_build_object(${ROW_CLASSES.map((name) => `'${name}', ${count(`r.class = '${name}'`)}`).join(', ')}) as counts,
    ${count(`r.decision = 'ACCEPTED'`)} as accepted, ${count(`r.decision = 'REFUSED'`)} as refused, ${count('r.written_at is not null')} as written
  from app.import_row r where r.batch_id = b.id) t`;
type Row = ImportBatchView & { readonly at: string };
const view = ({ at: _at, ...batch }: Row): ImportBatchView => batch;

export class PgImportBatchReader extends ImportBatchReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async list(page: PageRequest): Promise<Page<ImportBatchView>> {
    const rows = await this.sql.query<Row>(`${BATCH} ${page.after ? 'where (b.created_at, b.id) < ($1::timestamptz, $2::uuid)' : ''} order by b.created_at desc, b.id desc limit ${page.limit + 1}`, page.after ?? []);
    const cut = cutPage(rows, page.limit, (row) => [row.at, row.id]);
    return { items: cut.items.map(view), next: cut.next };
  }

  async byId(id: string): Promise<ImportBatchView | null> {
    const [row] = await this.sql.query<Row>(`${BATCH} where b.id = $1`, [id]);
    return row ? view(row) : null;
  }

  async rows(batchId: string, rowClass: RowClass | null, page: PageRequest): Promise<Page<ImportRowView>> {
    const rows = await this.sql.query<ImportRowView>(
      `select n, file, row, kind, class, cells, differences, faults, decision, ${instant('written_at')} as "writtenAt" from app.import_row
       where batch_id = $1 and ($2::text is null or class = $2) ${page.after ? 'and n > $3' : ''} order by n limit ${page.limit + 1}`,
      [batchId, rowClass, ...(page.after ?? [])],
    );
    return cutPage(rows, page.limit, (row) => [row.n]);
  }
}
