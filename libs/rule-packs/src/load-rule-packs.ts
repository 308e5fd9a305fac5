import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crossFileProblems } from './consistency.js';
import { packInvalid } from './pack-invalid.js';
import { parseRuleFile } from './parse-rule-file.js';
import { type LoadedRuleFile, type RuleFileProblem } from './rule-file.js';
import { RulePacks } from './rule-packs.js';

/** Folder of the rule files that are shipped. */
export const SHIPPED_RULES = fileURLToPath(new URL('../data', import.meta.url));

const EXTENSIONS = ['.yaml', '.yml', '.json'];

/**
 * Reads a folder of rule files, its subfolders included; a file dropped in is enough, nothing lists them.
 * @throws AppError PACK.INVALID (invalid) with every problem: `pointer` is `file#/path`, `facts` hold file, path and reason. Nothing
 *   is loaded then: a process with a broken rule file must not start.
 */
export function loadRulePacks(dir: string = SHIPPED_RULES): RulePacks {
  const { files, problems } = readRuleFiles(dir);
  if (problems.length > 0) throw packInvalid(problems);
  return new RulePacks(files);
}

/**
 * Files of a folder that do not stand alone, each checked by itself, in the order of their names.
 * @throws AppError PACK.INVALID (invalid)
 */
export function readFolder(dir: string): readonly LoadedRuleFile[] {
  const { files, problems } = parseFolder(dir);
  if (problems.length > 0) throw packInvalid(problems);
  return files;
}

export function readRuleFiles(dir: string): {
  readonly files: readonly LoadedRuleFile[];
  readonly problems: readonly RuleFileProblem[];
} {
  const { files, problems } = parseFolder(dir);
  return { files, problems: [...problems, ...crossFileProblems(files)] };
}

function parseFolder(dir: string): { readonly files: LoadedRuleFile[]; readonly problems: RuleFileProblem[] } {
  const files: LoadedRuleFile[] = [];
  const problems: RuleFileProblem[] = [];
  for (const path of pathsBelow(dir)) {
    const name = relative(dir, path).split(sep).join('/');
    const parsed = parseRuleFile(name, readFileSync(path, 'utf8'));
    if ('loaded' in parsed) files.push(parsed.loaded);
    else problems.push(...parsed.problems);
  }
  return { files, problems };
}

function pathsBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(dir, entry.name);
      if (entry.isDirectory()) return pathsBelow(path);
      return EXTENSIONS.some((extension) => entry.name.endsWith(extension)) ? [path] : [];
    })
    .sort();
}
