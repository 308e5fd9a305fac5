import { type Json } from '@binhxet/domain';

export interface LedgerEntryDraft {
  /** From the closed list of event types. */
  readonly type: string;
  readonly cycleId?: string | null;
  /** Organisation code, never a name. */
  readonly org?: string | null;
  readonly stepId?: string | null;
  /** Entry this one corrects, cancels or answers. */
  readonly prev?: string | null;
  /** Who acted, on whose behalf, what changed, reasons, rule and clause. Whole numbers only. */
  readonly payload: { readonly [key: string]: Json | undefined };
}

export abstract class LedgerPort {
  /** Queued and written in one statement before the transaction commits. @returns id of the entry */
  abstract append(entry: LedgerEntryDraft): string;
}
