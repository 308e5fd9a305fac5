import { type Json } from '@binhxet/domain';

export type RuleFileState = 'DRAFT' | 'PUBLISHED';

/** A rule file that an administrator put in, beside those that are shipped. */
export interface RuleFileRow {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly title: string;
  readonly content: Json;
  readonly sha256: string;
  readonly state: RuleFileState;
  readonly reason: string | null;
  /** Number of the document that orders the change. */
  readonly document: string | null;
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly publishedBy: string | null;
  readonly publishedAt: Date | null;
}

export type RuleFileDraft = Pick<RuleFileRow, 'id' | 'version' | 'kind' | 'title' | 'content' | 'sha256' | 'draftedBy' | 'draftedAt'>;

export abstract class RuleFileStore {
  /** Puts a draft in the place of an older draft of the same version. @returns false: that version is published */
  abstract putDraft(draft: RuleFileDraft): Promise<boolean>;
  /** @returns null: no such draft, or somebody published or replaced it meanwhile */
  abstract publish(key: { readonly id: string; readonly version: number; readonly sha256: string }, grounds: { readonly reason: string; readonly document: string; readonly by: string; readonly at: Date }): Promise<RuleFileRow | null>;
  abstract find(id: string, version: number): Promise<RuleFileRow | null>;
}

/** The same rows outside a transaction, for lists and for processes that follow what is published. */
export abstract class RuleFileReader {
  /** Grows with every publication; reading it costs next to nothing. */
  abstract publishedCount(): Promise<number>;
  abstract published(): Promise<RuleFileRow[]>;
  abstract drafts(): Promise<RuleFileRow[]>;
  abstract find(id: string, version: number): Promise<RuleFileRow | null>;
}
