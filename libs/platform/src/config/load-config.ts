import { AppError } from '@binhxet/domain';
import { isPlaceholderSecret } from './placeholder.js';
import { type ConfigOf, type Section, type Variable } from './variable.js';

type Environment = Readonly<Record<string, string | undefined>>;

interface Problems {
  readonly missing: string[];
  readonly invalid: string[];
  readonly placeholders: string[];
}

/**
 * Reads the environment once into a typed, nested object.
 * @param sections what this process needs, by section name
 * @param env default: the environment of the process; nobody else reads it
 * @returns one value a variable; an empty variable counts as not set
 * @throws AppError CONFIG.INVALID (invalid) naming every missing, malformed or placeholder variable at once, never a value
 */
export function loadConfig<T extends Readonly<Record<string, Section>>>(
  sections: T,
  env: Environment = process.env,
): ConfigOf<T> {
  const problems: Problems = { missing: [], invalid: [], placeholders: [] };
  const config: Record<string, Record<string, unknown>> = {};
  for (const [sectionName, section] of Object.entries(sections)) {
    const values: Record<string, unknown> = {};
    for (const [field, declared] of Object.entries(section)) values[field] = read(declared, env, problems);
    config[sectionName] = values;
  }
  refuse(problems);
  return config as ConfigOf<T>;
}

function read(declared: Variable, env: Environment, problems: Problems): unknown {
  const name = declared.names.find((candidate) => (env[candidate] ?? '') !== '') ?? declared.names[0];
  const value = env[name] === '' ? undefined : env[name];
  if (value !== undefined && declared.secret && isPlaceholderSecret(value)) {
    problems.placeholders.push(name);
    return undefined;
  }
  const parsed = declared.schema.safeParse(value);
  if (parsed.success) return parsed.data;
  (value === undefined ? problems.missing : problems.invalid).push(
    declared.names[0] === name ? name : `${declared.names[0]} (as ${name})`,
  );
  return undefined;
}

function refuse(problems: Problems): void {
  const sentences = [
    problems.missing.length > 0 ? `not set: ${problems.missing.join(', ')}` : '',
    problems.invalid.length > 0 ? `malformed: ${problems.invalid.join(', ')}` : '',
    problems.placeholders.length > 0 ? `still a placeholder: ${problems.placeholders.join(', ')}` : '',
  ].filter((sentence) => sentence !== '');
  if (sentences.length === 0) return;
  throw new AppError('CONFIG.INVALID', 'invalid', `Environment variables ${sentences.join('; ')}.`, { ...problems });
}
