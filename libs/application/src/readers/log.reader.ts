import { type Json, type LedgerLeafData } from '@binhxet/domain';
import { type Page, type PageRequest } from './page.js';

export interface LogFilter {
  readonly type?: string;
  readonly cycleId?: string;
  readonly organisationCode?: string;
  /** RFC 3339, inclusive. */
  readonly from?: string;
  readonly to?: string;
}

export interface LogRow {
  readonly index: number;
  readonly leafHash: string;
  readonly entry: LedgerLeafData;
}

export interface LogEntry extends LogRow {
  /** The leaf's data, byte for byte. */
  readonly data: string;
  /** Salt and canonical payload: null when erased. Only for those allowed: the caller decides. */
  readonly opening: { readonly salt: string; readonly payload: string } | null;
  readonly organisationId: string | null;
}

export interface LogHead {
  readonly size: number;
  readonly checkpoint: string;
  readonly verifierKey: string;
  readonly signedAt: string;
  /** Entries committed, not yet integrated. */
  readonly pending: number;
}

export abstract class LogReader {
  /** Integrated entries, newest index first. @param rootIds entries of organisations in these subtrees; null: all, also those of none */
  abstract list(filter: LogFilter, rootIds: readonly string[] | null, page: PageRequest): Promise<Page<LogRow>>;
  abstract byIndex(index: number): Promise<LogEntry | null>;
  /** null before the first checkpoint. */
  abstract head(): Promise<LogHead | null>;
}

/** What an opened payload says about who acted and about which review. */
export interface PayloadSubject {
  readonly memberId: string | null;
  readonly reviewId: string | null;
}

/** @returns ids named by a payload's own fields `by.member` and `review` */
export function payloadSubject(payload: { readonly [key: string]: Json | undefined }): PayloadSubject {
  const by = payload['by'];
  const member = by && typeof by === 'object' && !Array.isArray(by) ? (by as { readonly [key: string]: Json | undefined })['member'] : null;
  const review = payload['review'];
  return { memberId: typeof member === 'string' ? member : null, reviewId: typeof review === 'string' ? review : null };
}
