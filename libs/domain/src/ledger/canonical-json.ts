import { AppError } from '../shared/app-error.js';

const LONE_SURROGATE = /\p{Surrogate}/u;

function refuse(pointer: string, reason: string): never {
  throw new AppError('JSON.NOT_CANONICAL', 'bug', `No canonical JSON at "${pointer}": ${reason}`, { pointer, reason });
}

function text(value: string, pointer: string): string {
  if (LONE_SURROGATE.test(value)) refuse(pointer, 'lone surrogate');
  return JSON.stringify(value);
}

function write(value: unknown, pointer: string, wholeNumbers: boolean): string {
  switch (typeof value) {
    case 'string':
      return text(value, pointer);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isFinite(value)) refuse(pointer, 'number is not finite');
      if (wholeNumbers && !Number.isSafeInteger(value)) refuse(pointer, 'number is not a safe integer');
      return String(value === 0 ? 0 : value);
    case 'object':
      break;
    default:
      return refuse(pointer, `a ${typeof value} has no JSON form`);
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map((item, i) => write(item, `${pointer}/${i}`, wholeNumbers)).join(',')}]`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) refuse(pointer, 'not a plain object');
  const members: string[] = [];
  // The default order of `sort` is by UTF-16 code unit, which is what RFC 8785 section 3.2.3 asks for.
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    const at = `${pointer}/${key}`;
    members.push(`${text(key, at)}:${write(member, at, wholeNumbers)}`);
  }
  return `{${members.join(',')}}`;
}

/**
 * RFC 8785 (JCS) text of a JSON value: members sorted by UTF-16 code unit, no white space, ECMAScript number form. Members whose
 * value is `undefined` are left out; nothing is normalised (NFC is done at the border).
 * @throws AppError JSON.NOT_CANONICAL (bug) for a non-finite number, a lone surrogate, a bigint, a function or a class instance
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', false);
}

/**
 * RFC 8785 text of something that goes into the ledger: like `canonicalJson`, and every number is a safe integer. Money is a string,
 * a rate is a rational: no float is ever committed to, so no reader can round it another way.
 * @throws AppError JSON.NOT_CANONICAL (bug)
 */
export function canonicalLedgerJson(value: unknown): string {
  return write(value, '', true);
}
