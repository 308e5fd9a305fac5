import { type LineageLink } from '@binhxet/domain';

/** What organisations go on from. The tree keeps it; commendation chains read it. */
export abstract class LineageStore {
  /** Links of these organisations and of everything before them, any order. */
  abstract before(organisationIds: readonly string[]): Promise<LineageLink[]>;
  /** Organisations that go on from this one, at any distance. */
  abstract after(organisationId: string): Promise<string[]>;
}
