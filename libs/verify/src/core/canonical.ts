const ESCAPED = new Set(['"', '\\', 'b', 'f', 'n', 'r', 't'].map((char) => char.charCodeAt(0)));
/** Control characters that have a short escape, which RFC 8785 then asks for. */
const SHORT = new Set([0x08, 0x09, 0x0a, 0x0c, 0x0d]);
const DEEPEST = 128;

/**
 * Whether `text` is RFC 8785 canonical JSON whose numbers are all safe integers. A scanner: nothing is parsed and written again, so that
 * a million payloads take seconds.
 */
export function isCanonicalJson(text: string): boolean {
  const scanner = new Scanner(text);
  return scanner.value(0) && scanner.at === text.length;
}

class Scanner {
  at = 0;

  constructor(private readonly text: string) {}

  value(depth: number): boolean {
    if (depth > DEEPEST) return false;
    switch (this.text.charCodeAt(this.at)) {
      case 0x22:
        return this.string();
      case 0x7b:
        return this.object(depth + 1);
      case 0x5b:
        return this.list(depth + 1);
      case 0x74:
        return this.word('true');
      case 0x66:
        return this.word('false');
      case 0x6e:
        return this.word('null');
      default:
        return this.number();
    }
  }

  private word(word: string): boolean {
    const found = this.text.startsWith(word, this.at);
    this.at += word.length;
    return found;
  }

  private number(): boolean {
    const { text } = this;
    const from = this.at;
    let code = text.charCodeAt(this.at);
    if (code === 0x2d) code = text.charCodeAt(++this.at);
    while (code >= 0x30 && code <= 0x39) code = text.charCodeAt(++this.at);
    const written = text.slice(from, this.at);
    return written.length > 0 && Number.isSafeInteger(Number(written)) && String(Number(written)) === written;
  }

  private string(): boolean {
    const { text } = this;
    if (text.charCodeAt(this.at) !== 0x22) return false;
    for (let at = this.at + 1; ; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x22) {
        this.at = at + 1;
        return true;
      }
      // NaN, the end of the text, fails this comparison.
      if (!(code >= 0x20)) return false;
      if (code === 0x5c) {
        const escape = text.charCodeAt(++at);
        if (ESCAPED.has(escape)) continue;
        const digits = text.slice(at + 1, at + 5);
        if (escape !== 0x75 || !/^00[01][0-9a-f]$/.test(digits) || SHORT.has(Number.parseInt(digits, 16))) return false;
        at += 4;
      } else if (code >= 0xd800 && code <= 0xdfff) {
        const low = text.charCodeAt(++at);
        if (code > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) return false;
      }
    }
  }

  private list(depth: number): boolean {
    const { text } = this;
    if (text.charCodeAt(++this.at) === 0x5d) return this.at++ > 0;
    for (;;) {
      if (!this.value(depth)) return false;
      const mark = text.charCodeAt(this.at++);
      if (mark === 0x5d) return true;
      if (mark !== 0x2c) return false;
    }
  }

  private object(depth: number): boolean {
    const { text } = this;
    if (text.charCodeAt(++this.at) === 0x7d) return this.at++ > 0;
    let last: string | undefined;
    for (;;) {
      const from = this.at + 1;
      if (!this.string()) return false;
      let key = text.slice(from, this.at - 1);
      if (key.includes('\\')) key = JSON.parse(`"${key}"`) as string;
      // Comparison of strings is by UTF-16 code unit, as RFC 8785 sorts.
      if (last !== undefined && !(last < key)) return false;
      if (text.charCodeAt(this.at++) !== 0x3a || !this.value(depth)) return false;
      last = key;
      const mark = text.charCodeAt(this.at++);
      if (mark === 0x7d) return true;
      if (mark !== 0x2c) return false;
    }
  }
}
