import { bytesOfText, hexOf } from './hex.js';

/** RFC 8785 of plain data: members sorted by code unit, numbers are whole. The bytes that a signature of the minutes stands for. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** @returns lower-case hex, or null where the browser gives no cryptography (plain http to another machine) */
export async function sha256Hex(text: string): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOfText(text))));
}
