import { type LogEntry, type LogFilter, type LogHead, LogReader, type LogRow, type Page, type PageRequest, cutPage } from '@binhxet/application';
import { type LedgerLeafData } from '@binhxet/domain';
import { type Sql } from '../sql.js';
import { instant } from './fragments.js';

interface Raw {
  readonly index: string;
  readonly leafHash: string;
  readonly data: string;
}
const rowOf = (raw: Raw): LogRow => ({ index: Number(raw.index), leafHash: raw.leafHash, entry: JSON.parse(raw.data) as LedgerLeafData });

export class PgLogReader extends LogReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async list(filter: LogFilter, rootIds: readonly string[] | null, page: PageRequest): Promise<Page<LogRow>> {
    const params: unknown[] = [];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const wanted = [
      filter.type === undefined ? '' : `and e.type = ${bind(filter.type)}`,
      filter.cycleId === undefined ? '' : `and e.cycle = ${bind(filter.cycleId)}`,
      filter.organisationCode === undefined ? '' : `and e.org = ${bind(filter.organisationCode)}`,
      filter.from === undefined ? '' : `and e.recorded_at >= ${bind(filter.from)}::timestamptz`,
      filter.to === undefined ? '' : `and e.recorded_at <= ${bind(filter.to)}::timestamptz`,
      page.after ? `and l.index < ${bind(page.after[0])}::bigint` : '',
      rootIds === null ? '' : `and e.org in (select o.code from app.organisation_closure x join app.organisation o on o.id = x.descendant_id where x.ancestor_id = any(${bind(rootIds)}::uuid[]))`,
    ].join(' ');
    const rows = await this.sql.query<Raw>(
      `select l.index, encode(l.leaf_hash, 'hex') as "leafHash", e.data from ledger.ledger_leaf l join ledger.ledger_entry e on e.id = l.entry_id
       where true ${wanted} order by l.index desc limit ${page.limit + 1}`,
      params,
    );
    return cutPage(rows.map(rowOf), page.limit, (row) => [row.index]);
  }

  async byIndex(index: number): Promise<LogEntry | null> {
    const [raw] = await this.sql.query<Raw & { salt: string | null; payload: string | null; organisationId: string | null }>(
      `select l.index, encode(l.leaf_hash, 'hex') as "leafHash", e.data, encode(p.salt, 'hex') as salt, p.payload, o.id as "organisationId"
       from ledger.ledger_leaf l join ledger.ledger_entry e on e.id = l.entry_id left join ledger.ledger_payload p on p.entry_id = e.id
       left join app.organisation o on o.code = e.org where l.index = $1`,
      [index],
    );
    if (!raw) return null;
    const { data, salt, payload, organisationId } = raw;
    return { ...rowOf(raw), data, organisationId, opening: salt !== null && payload !== null ? { salt, payload } : null };
  }

  async head(): Promise<LogHead | null> {
    const [row] = await this.sql.query<Omit<LogHead, 'size'> & { size: string }>(
      `select size, checkpoint, verifier_key as "verifierKey", ${instant('signed_at')} as "signedAt",
         (select count(*)::int from (select from ledger.ledger_pending limit 10000) p) as pending
       from ledger.ledger_head order by ledger_head.size desc limit 1`,
    );
    return row ? { ...row, size: Number(row.size) } : null;
  }
}
