const ESCAPED = new Set(['"', '\\', 'b', 'f', 'n', 'r', 't']);
/** Control characters that have a short escape, which RFC 8785 then asks for. */
const SHORT = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d]);
const DEEPEST = 128;

/**
 * Whether `text` is RFC 8785 canonical JSON whose numbers are all safe integers. A scanner: nothing is parsed and written again, so that
 * a million payloads take seconds.
 */
export function isCanonicalJson(text: string): boolean {
  let at = 0;

  const string = (): boolean => {
    if (text.charCodeAt(at++) !== 0x22) return false;
    for (;;) {
      const code = text.charCodeAt(at++);
      if (code === 0x22) return true;
      // NaN, the end of the text, fails this comparison.
      if (!(code >= 0x20)) return false;
      if (code >= 0xd800 && code <= 0xdfff) {
        const low = text.charCodeAt(at++);
        if (code > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) return false;
      } else if (code === 0x5c && !ESCAPED.has(text[at++]!)) {
        if (text[at - 1] !== 'u') return false;
        const digits = text.slice(at, (at += 4));
        const control = Number.parseInt(digits, 16);
        if (!/^00[01][0-9a-f]$/.test(digits) || SHORT.has(control)) return false;
      }
    }
  };

  const number = (): boolean => {
    const from = at;
    if (text.charCodeAt(at) === 0x2d) at++;
    while (text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at++;
    const written = text.slice(from, at);
    return written.length > 0 && Number.isSafeInteger(Number(written)) && String(Number(written)) === written;
  };

  const list = (depth: number): boolean => {
    if (text[++at] === ']') return at++ > 0;
    for (;;) {
      if (!value(depth)) return false;
      const mark = text[at++];
      if (mark === ']') return true;
      if (mark !== ',') return false;
    }
  };

  const object = (depth: number): boolean => {
    if (text[++at] === '}') return at++ > 0;
    let last: string | undefined;
    for (;;) {
      const from = at;
      if (!string()) return false;
      const raw = text.slice(from + 1, at - 1);
      const key = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
      // Comparison of strings is by UTF-16 code unit, as RFC 8785 sorts.
      if ((last !== undefined && !(last < key)) || text[at++] !== ':' || !value(depth)) return false;
      last = key;
      const mark = text[at++];
      if (mark === '}') return true;
      if (mark !== ',') return false;
    }
  };

  const value = (depth: number): boolean => {
    if (depth > DEEPEST) return false;
    switch (text[at]) {
      case '"':
        return string();
      case '{':
        return object(depth + 1);
      case '[':
        return list(depth + 1);
      case 't':
        return text.startsWith('true', at) && (at += 4) > 0;
      case 'f':
        return text.startsWith('false', at) && (at += 5) > 0;
      case 'n':
        return text.startsWith('null', at) && (at += 4) > 0;
      default:
        return number();
    }
  };

  return value(0) && at === text.length;
}
