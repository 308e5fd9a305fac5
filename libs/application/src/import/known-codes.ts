import { isCell, type OrgRole } from '@binhxet/domain';
import { type TableFile } from './import-issue.js';

/** What may be referred to: rows stored before and rows of the same import. */
export class KnownCodes {
  readonly #roles: Map<string, OrgRole | null>;
  readonly #members: Set<string>;

  /** @param stored organisations with today's role, and members, that the installation holds already */
  constructor(stored: StoredCodes = NOTHING_STORED) {
    this.#roles = new Map(stored.organisations);
    this.#members = new Set(stored.members);
  }

  /**
   * Codes written in the files count as known even when their row has another fault: one fault, one line in the report.
   */
  mention(file: TableFile): void {
    for (const { values } of file.rows) {
      const code = (values['code'] ?? '').normalize('NFC').trim();
      if (code === '') continue;
      if (file.kind === 'organisations') {
        if (!this.#roles.has(code)) this.#roles.set(code, null);
      } else if (file.kind === 'members') this.#members.add(code);
    }
  }

  setRole(code: string, role: OrgRole): void {
    this.#roles.set(code, role);
  }

  hasOrganisation(code: string): boolean {
    return this.#roles.has(code);
  }

  hasMember(code: string): boolean {
    return this.#members.has(code);
  }

  /** null: unknown, or its row is faulty and says nothing reliable. */
  role(code: string): OrgRole | null {
    return this.#roles.get(code) ?? null;
  }

  isCell(code: string): boolean | null {
    const role = this.role(code);
    return role === null ? null : isCell(role);
  }
}

export interface StoredCodes {
  readonly organisations: ReadonlyMap<string, OrgRole>;
  readonly members: ReadonlySet<string>;
}
export const NOTHING_STORED: StoredCodes = { organisations: new Map(), members: new Set() };
