import { readRuleFiles, SHIPPED_RULES } from './load-rule-packs.js';
import { type RuleFile, type RuleFileKind, type RuleFileProblem } from './rule-file.js';

export interface CheckedFile {
  readonly file: string;
  readonly kind: RuleFileKind;
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
  /** Values that are not confirmed: null in the file, not enforced, shown as such. */
  readonly unconfirmed: readonly UnconfirmedValue[];
}

export interface UnconfirmedValue {
  /** RFC 6901 pointer of the value. */
  readonly path: string;
  readonly source: string;
}

export interface Report {
  readonly ok: boolean;
  readonly files: readonly CheckedFile[];
  readonly problems: readonly RuleFileProblem[];
}

/** Checks a folder of rule files and lists what is still open; for `packs check` and the readiness page. Never throws for bad content. */
export function checkPacks(dir: string = SHIPPED_RULES): Report {
  const { files, problems } = readRuleFiles(dir);
  return {
    ok: problems.length === 0,
    files: files.map(({ file, content, pin }) => ({
      file,
      kind: content.kind,
      ...pin,
      unconfirmed: unconfirmedValues(content),
    })),
    problems,
  };
}

/** Every value of a rule file that is not confirmed. */
export function unconfirmedValues(content: RuleFile): UnconfirmedValue[] {
  const found: UnconfirmedValue[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { mark, source } = node as { mark?: unknown; source?: unknown };
    if (mark === 'UNKNOWN') found.push({ path, source: typeof source === 'string' ? source : '' });
    for (const [key, member] of Object.entries(node))
      walk(member, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  };
  walk(content, '');
  return found;
}
