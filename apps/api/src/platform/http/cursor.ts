import { createHash } from 'node:crypto';
import { AppError } from '@binhxet/domain';
import { type KeysetPosition, type Page, type PageRequest } from '@binhxet/application';
import { z } from 'zod';

/** Query fields of every list; spread them into the strict object of the route. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('rows on a page'),
  cursor: z.string().max(600).optional().describe('opaque; `next` of the page before'),
};

/** Wire form of a page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable().describe('cursor of the next page; null after the last') });

const position = z.tuple([z.string(), z.array(z.union([z.string().max(200), z.number(), z.boolean(), z.null()])).min(1).max(8)]);

/**
 * Position a page starts after, bound to filter and order: a cursor of another list or filter is refused.
 * @param query limit and cursor as validated
 * @param binding what the list is filtered and sorted by, and whose it is
 * @throws AppError PAGE.CURSOR_MALFORMED, PAGE.CURSOR_MISMATCH (both invalid)
 */
export function pageRequest(query: { readonly limit: number; readonly cursor?: string | undefined }, binding: unknown): PageRequest {
  if (query.cursor === undefined) return { after: null, limit: query.limit };
  const parsed = position.safeParse(decode(query.cursor));
  if (!parsed.success) throw new AppError('PAGE.CURSOR_MALFORMED', 'invalid', 'The cursor is not one that this server gave');
  const [bound, after] = parsed.data;
  if (bound !== fingerprint(binding)) throw new AppError('PAGE.CURSOR_MISMATCH', 'invalid', 'The cursor belongs to another list, filter or order: start from the first page');
  return { after, limit: query.limit };
}

/** A page as answered, its position sealed into a cursor with the same binding. */
export function pageAnswer<T>(page: Page<T>, binding: unknown): { items: readonly T[]; next: string | null } {
  return { items: page.items, next: page.next === null ? null : encode(page.next, binding) };
}

function encode(after: KeysetPosition, binding: unknown): string {
  return Buffer.from(JSON.stringify([fingerprint(binding), after])).toString('base64url');
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function fingerprint(binding: unknown): string {
  return createHash('sha256').update(JSON.stringify(binding)).digest('base64url').slice(0, 12);
}
