import { AppError, type Json } from '@binhxet/domain';
import { type LoadedRuleFile, packInvalid, parseRuleFile, type RulePacks } from '@binhxet/rule-packs';
import { type RuleFileReader, type RuleFileRow } from '../ports/rule-file.store.js';

/** Name under which problems of a stored file are told. */
export function storedName({ id, version }: { readonly id: string; readonly version: number }): string {
  return `${id}@${version}`;
}

/**
 * A stored file, checked again as if it were new.
 * @throws AppError PACK.INVALID (invalid) with field errors; RULES.STORED_CHANGED (bug): the content is not what was hashed
 */
export function loadStored(row: Pick<RuleFileRow, 'id' | 'version' | 'content' | 'sha256'>): LoadedRuleFile {
  const parsed = parseRuleFile(storedName(row), JSON.stringify(row.content));
  if ('problems' in parsed) throw packInvalid(parsed.problems);
  if (parsed.loaded.pin.sha256 !== row.sha256) throw new AppError('RULES.STORED_CHANGED', 'bug', 'A stored rule file does not have the hash it was stored with', { id: row.id, version: row.version });
  return parsed.loaded;
}

export function jsonOf({ content }: LoadedRuleFile): Json {
  return content as unknown as Json;
}

/** Keeps the rule files of a process equal to the shipped and the published ones, without a restart. */
export class RuleFileShelf {
  private known = -1;
  private running: Promise<boolean> | null = null;

  constructor(
    private readonly packs: RulePacks,
    private readonly reader: RuleFileReader,
  ) {}

  /** Looks whether anything was published since, and takes it in. Calls at the same time share one look. @returns whether there was */
  refresh(): Promise<boolean> {
    this.running ??= this.look().finally(() => (this.running = null));
    return this.running;
  }

  private async look(): Promise<boolean> {
    const count = await this.reader.publishedCount();
    if (count === this.known) return false;
    const rows = count === 0 ? [] : await this.reader.published();
    this.packs.adopt(rows.map(loadStored));
    this.known = rows.length;
    return true;
  }
}
