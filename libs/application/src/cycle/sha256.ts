import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@binhxet/domain';

/** @returns lower-case hex of SHA-256 over the RFC 8785 form: the name under which rules, settings and snapshots are pinned */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content as Json)).digest('hex');
}
