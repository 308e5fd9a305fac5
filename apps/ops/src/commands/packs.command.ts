import { readFileSync, statSync } from 'node:fs';
import { launcherText, ruleText, RULE_WORDS } from '@binhxet/messages';
import {
  type ChangedValue,
  checkPacks,
  diffRuleFiles,
  explainRuleFile,
  explanationLines,
  loadRulePacks,
  packInvalid,
  parseRuleFile,
  type Report,
  type RuleChange,
  type RuleFile,
  type RulePacks,
} from '@binhxet/rule-packs';
import { EXIT } from '../launch-error.js';
import { type Terminal } from '../terminal.js';
import { runAction, type CommandContext, type RegisterCommand } from './command.js';

interface FolderOption {
  readonly json?: boolean;
  readonly folder?: string;
}

/** `packs check | diff | explain`: rule files against their schemas, against each other, and in words. */
export const registerPacks: RegisterCommand = (program, context) => {
  const packs = program.command('packs').description('Rule packs');
  packs
    .command('check')
    .description('Check rule files, list what is unconfirmed')
    .argument('[folder]', 'folder of rule files (default: the shipped ones)')
    .option('--unconfirmed', 'list each unconfirmed value with its source')
    .option('--json', 'the report as JSON')
    .action(
      runAction(
        context,
        (folder: string | undefined, options: { readonly unconfirmed?: boolean; readonly json?: boolean }) =>
          check(folder, options, context),
      ),
    );
  packs
    .command('diff')
    .description('Differences of two rule files: path, old, new, with clause and mark')
    .argument('<old>', 'id, alone or as id@version, or path of a file')
    .argument('<new>', 'id or path of a file')
    .option('--folder <folder>', 'folder of rule files (default: the shipped ones)')
    .option('--json', 'the differences as JSON')
    .action(
      runAction(
        context,
        (older: string, newer: string, options: FolderOption) => diff(older, newer, options, context),
        EXIT.REFUSED,
      ),
    );
  packs
    .command('explain')
    .description('A rule file in Vietnamese, clause by clause')
    .argument('<file>', 'id or path of a file')
    .option('--folder <folder>', 'folder of rule files (default: the shipped ones)')
    .option('--json', 'the explanation as JSON')
    .action(runAction(context, (file: string, options: FolderOption) => explain(file, options, context), EXIT.REFUSED));
};

async function check(
  folder: string | undefined,
  { unconfirmed = false, json = false }: { readonly unconfirmed?: boolean; readonly json?: boolean },
  { terminal }: CommandContext,
): Promise<number> {
  const report = checkPacks(folder);
  if (json) terminal.line(JSON.stringify(report, null, 2));
  else print(report, unconfirmed, terminal);
  return report.ok ? EXIT.OK : EXIT.DIFFERENT;
}

function print(report: Report, listed: boolean, terminal: Terminal): void {
  for (const { file, id, version, sha256, unconfirmed } of report.files) {
    const open =
      unconfirmed.length === 0 ? '' : `  ${launcherText('packsUnconfirmed', { count: unconfirmed.length }).vi}`;
    terminal.line(`${id} v${version}  ${sha256.slice(0, 16)}  ${file}${open}`);
    if (listed) for (const { path, source } of unconfirmed) terminal.line(`    ${path}  ${source}`);
  }
  for (const { file, path, code, reason } of report.problems)
    terminal.line(`${file}  ${path || '/'}  ${code}  ${reason}`);
  terminal.say(
    report.ok
      ? launcherText('packsSound', { count: report.files.length })
      : launcherText('packsUnsound', { count: report.problems.length }),
  );
}

async function diff(
  older: string,
  newer: string,
  { json = false, folder }: FolderOption,
  { terminal }: CommandContext,
): Promise<number> {
  const find = finder(folder);
  const changes = diffRuleFiles(find(older), find(newer));
  if (json) terminal.line(JSON.stringify(changes, null, 2));
  else {
    for (const change of changes) changeLines(change).forEach((line) => terminal.line(line));
    terminal.line(changes.length === 0 ? ruleText('diffNone') : ruleText('diffCount', { count: changes.length }));
  }
  return EXIT.OK;
}

const CHANGE_WORDS = {
  ADDED: RULE_WORDS.diffAdded,
  REMOVED: RULE_WORDS.diffRemoved,
  CHANGED: RULE_WORDS.diffChanged,
} as const;

function changeLines({ path, change, old, new: next }: RuleChange): string[] {
  const side = (sign: string, value: ChangedValue | null): string[] => {
    if (!value) return [];
    const shown =
      value.value === null
        ? ruleText('unconfirmed')
        : typeof value.value === 'string'
          ? value.value
          : JSON.stringify(value.value);
    return [`  ${sign} ${shown}${value.mark ? `  (${value.source}; ${value.mark})` : ''}`];
  };
  return [`${path || '/'}  ${CHANGE_WORDS[change].vi}`, ...side('-', old), ...side('+', next)];
}

async function explain(
  name: string,
  { json = false, folder }: FolderOption,
  { terminal }: CommandContext,
): Promise<number> {
  const explained = explainRuleFile(finder(folder)(name));
  if (json) terminal.line(JSON.stringify(explained, null, 2));
  else explanationLines(explained).forEach((line) => terminal.line(line));
  return EXIT.OK;
}

/** Finds a rule file by path or id; a folder is loaded once, and only when an id is asked for. */
function finder(folder: string | undefined): (name: string) => RuleFile {
  let packs: RulePacks | undefined;
  return (name) => {
    if (!statSync(name, { throwIfNoEntry: false })?.isFile())
      return (packs ??= loadRulePacks(folder)).get(name).content;
    const parsed = parseRuleFile(name, readFileSync(name, 'utf8'));
    if ('problems' in parsed) throw packInvalid(parsed.problems);
    return parsed.loaded.content;
  };
}
