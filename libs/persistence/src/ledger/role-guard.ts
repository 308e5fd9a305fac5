import { AppError } from '@binhxet/domain';
import { type LedgerQuery } from './ledger-query.js';

/**
 * A server process must not be able to rewrite the record it keeps: called once at boot.
 * @throws AppError DATABASE.ROLE_TOO_STRONG (forbidden) when the connection's role is a superuser, may become the owner of a ledger table,
 *   or may update or delete in the insert-only ones; `reason` names the first
 */
export async function assertRoleIsWeak(query: LedgerQuery): Promise<void> {
  const [row] = await query<{ role: string; superuser: boolean; owns: boolean; rewrites: boolean }>(
    `select current_user as role,
            (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as superuser,
            bool_or(pg_has_role(current_user, c.relowner, 'MEMBER')) as owns,
            bool_or(has_table_privilege(current_user, c.oid, 'UPDATE, DELETE, TRUNCATE')
                    or has_any_column_privilege(current_user, c.oid, 'UPDATE')) filter (where c.relname in ('ledger_entry', 'ledger_leaf', 'ledger_head')) as rewrites
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'ledger' and c.relkind in ('r', 'p')`,
    [],
  );
  const reason = row?.superuser ? 'superuser' : row?.owns ? 'owner' : row?.rewrites ? 'may-rewrite' : null;
  if (row && reason) {
    throw new AppError('DATABASE.ROLE_TOO_STRONG', 'forbidden', `The database role of this process is too strong (${reason})`, { role: row.role, reason });
  }
}
