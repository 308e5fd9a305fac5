import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { canonicalJson } from '@binhxet/domain';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parseDocument } from 'yaml';
import { consistencyProblems } from './consistency.js';
import {
  RULE_FILE_KINDS,
  type LoadedRuleFile,
  type RuleFile,
  type RuleFileKind,
  type RuleFileProblem,
} from './rule-file.js';

const SCHEMA_FOLDER = new URL('../schema/', import.meta.url);
const validators = new Map<RuleFileKind, ValidateFunction>();

export type ParsedRuleFile = { readonly loaded: LoadedRuleFile } | { readonly problems: readonly RuleFileProblem[] };

/** The JSON Schema of a kind, as published. */
export function ruleFileSchema(kind: RuleFileKind): object {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`${kind}.schema.json`, SCHEMA_FOLDER)), 'utf8')) as object;
}

/**
 * Reads one rule file (YAML, or JSON, which is YAML): syntax, schema, whole numbers, composed text, gates, inner consistency.
 * @param file name shown in problems @param text the file's text
 * @returns the content with its hash, or every problem found
 */
export function parseRuleFile(file: string, text: string): ParsedRuleFile {
  const document = parseDocument(text, { uniqueKeys: true, strict: true, version: '1.2' });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map(({ message }) => ({
        file,
        path: '',
        code: 'PACK.UNREADABLE',
        reason: message.split('\n')[0]!,
      })),
    };
  }
  const content: unknown = document.toJS({ maxAliasCount: 50 });
  const kind = (content as { kind?: unknown } | null)?.kind;
  if (!isKind(kind)) {
    return {
      problems: [
        {
          file,
          path: '/kind',
          code: 'PACK.KIND_UNKNOWN',
          reason: `a rule file says its kind, one of ${RULE_FILE_KINDS.join(', ')}`,
        },
      ],
    };
  }
  const validate = validatorOf(kind);
  const problems = [
    ...valueProblems(file, content, ''),
    ...(validate(content) ? [] : (validate.errors ?? []).map((error) => schemaProblem(file, error))),
  ];
  if (problems.length > 0) return { problems: mostTelling(problems) };
  const inner = consistencyProblems(file, content as RuleFile);
  if (inner.length > 0) return { problems: inner };
  return { loaded: freeze(file, content as RuleFile) };
}

/** Lower-case hex of SHA-256 over the RFC 8785 canonical JSON: layout, comments and key order of the file do not count. */
export function contentHash(content: RuleFile): string {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
}

function freeze(file: string, content: RuleFile): LoadedRuleFile {
  return {
    file,
    content: deepFreeze(content),
    pin: { id: content.id, version: content.version, sha256: contentHash(content) },
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

function isKind(kind: unknown): kind is RuleFileKind {
  return RULE_FILE_KINDS.some((known) => known === kind);
}

let ajv: Ajv2020 | undefined;
/** `required` beside `$ref` and conditions without a type are sound here; strict mode would call them suspicious. */
function compiler(): Ajv2020 {
  if (!ajv) {
    ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
    addFormats.default(ajv, ['date']);
  }
  return ajv;
}

function validatorOf(kind: RuleFileKind): ValidateFunction {
  let validate = validators.get(kind);
  if (!validate) {
    validate = compiler().compile(ruleFileSchema(kind));
    validators.set(kind, validate);
  }
  return validate;
}

function schemaProblem(file: string, error: ErrorObject): RuleFileProblem {
  const params = error.params as Record<string, unknown>;
  const detail =
    params['additionalProperty'] ?? params['unevaluatedProperty'] ?? params['allowedValues'] ?? params['allowedValue'];
  const reason = `${error.message ?? error.keyword}${detail === undefined ? '' : `: ${JSON.stringify(detail)}`}`;
  return { file, path: error.instancePath, code: 'PACK.SCHEMA', reason };
}

/** A union or a condition reports every branch; the deepest paths are what the author got wrong. */
function mostTelling(problems: readonly RuleFileProblem[]): RuleFileProblem[] {
  const telling = problems.filter(
    ({ path, code }) =>
      code !== 'PACK.SCHEMA' || !problems.some((other) => other.path !== path && other.path.startsWith(`${path}/`)),
  );
  return [...new Map(telling.map((problem) => [`${problem.path} ${problem.reason}`, problem])).values()];
}

/** No float and no decomposed text anywhere: both would make the same rule hash or compare differently elsewhere. */
function valueProblems(file: string, value: unknown, path: string): RuleFileProblem[] {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    return [
      {
        file,
        path,
        code: 'PACK.NUMBER_NOT_WHOLE',
        reason: 'numbers are whole; write a rate as {num, den} and money as text',
      },
    ];
  }
  if (typeof value === 'string' && value.normalize('NFC') !== value) {
    return [{ file, path, code: 'PACK.TEXT_NOT_NFC', reason: 'text is composed Unicode (NFC)' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    valueProblems(file, member, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}
