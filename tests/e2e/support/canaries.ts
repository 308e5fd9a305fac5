import { randomBytes } from 'node:crypto';

/** Words that occur nowhere else, one for each place where a person writes something; all begin alike, so that one search finds any. */
export class Canaries {
  /** lower-case letters only: survives logins, file names, tokens and case folding */
  readonly mark = `kana${[...randomBytes(12)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;
  private readonly planted = new Map<string, number>();

  /** A text as somebody would write it there. @param place told when it is found somewhere else */
  text(place: string): string {
    return `Đồng chí ${this.word(place)} đã viết: “Ý kiến của tôi”`;
  }

  /** The word alone, for where no sentence fits. */
  word(place: string): string {
    const nth = this.planted.get(place) ?? this.planted.size;
    this.planted.set(place, nth);
    return `${this.mark}${letters(nth)}`;
  }

  /** Places in which words were planted. */
  get places(): readonly string[] {
    return [...this.planted.keys()];
  }

  /** What of `words` occurs in a text, plain, in base64 at any offset or in hexadecimal digits, whatever the case where case is lost. */
  static found(words: readonly string[], text: string): string[] {
    const folded = text.toLowerCase();
    return words.filter((word) => forms(word).some((form) => text.includes(form)) || folded.includes(word.toLowerCase()));
  }
}

const known = new Map<string, readonly string[]>();

/** A word as it looks inside base64 depends on how many bytes precede it; the digits that its neighbours touch are left out. */
function forms(word: string): readonly string[] {
  let found = known.get(word);
  if (!found) {
    const bytes = Buffer.from(word, 'utf8');
    const inBase64 = [0, 1, 2].map((offset) => {
      const digits = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64').replace(/=+$/, '');
      return digits.slice(offset === 0 ? 0 : offset + 1, Math.floor(((offset + bytes.length) * 8) / 6));
    });
    found = [word, bytes.toString('hex'), encodeURIComponent(word), JSON.stringify(word).slice(1, -1), escapedToAscii(word), ...inBase64, ...inBase64.map((digits) => digits.replaceAll('+', '-').replaceAll('/', '_'))].filter((form) => form.length >= 8);
    known.set(word, found);
  }
  return found;
}

function escapedToAscii(word: string): string {
  return word.replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function letters(n: number): string {
  return n < 26 ? String.fromCharCode(97 + n) : letters(Math.floor(n / 26) - 1) + letters(n % 26);
}
