/**
 * UUID → whole number in flat memory, 20 bytes a place: a log of millions of entries does not become millions of strings.
 * Open addressing; grows at 60 %.
 */
export class IdTable {
  private capacity = 1 << 12;
  private words = new Uint32Array(this.capacity * 4);
  /** Value + 1; 0 marks a free place. */
  private values = new Uint32Array(this.capacity);
  private count = 0;
  private readonly parsed = new Uint32Array(4);

  /** @returns the number kept for this id, or undefined; also undefined for a text that is no UUID */
  get(id: string): number | undefined {
    if (!this.parse(id)) return undefined;
    const value = this.values[this.find()]!;
    return value === 0 ? undefined : value - 1;
  }

  /**
   * Keeps `value`, 0 … 2^32 − 2, unless the id is known.
   * @returns the number that is kept now; `value` itself for a text that is no UUID
   */
  put(id: string, value: number): number {
    if (this.count > this.capacity * 0.6) this.grow();
    if (!this.parse(id)) return value;
    const place = this.find();
    const known = this.values[place]!;
    if (known !== 0) return known - 1;
    this.words.set(this.parsed, place * 4);
    this.values[place] = value + 1;
    this.count++;
    return value;
  }

  private parse(id: string): boolean {
    let digits = 0;
    let word = 0;
    for (let i = 0; i < id.length; i++) {
      const code = id.charCodeAt(i);
      if (code === 0x2d) continue;
      const digit = code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0x61 && code <= 0x66 ? code - 0x57 : -1;
      if (digit < 0 || digits === 32) return false;
      word = (word << 4) | digit;
      if (++digits % 8 === 0) this.parsed[digits / 8 - 1] = word;
    }
    return digits === 32;
  }

  /** Place of the parsed id, or the free place where it belongs. */
  private find(): number {
    const [a, b, c, d] = this.parsed as unknown as [number, number, number, number];
    let place = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f)) >>> 0;
    for (place = (place ^ (place >>> 15)) & (this.capacity - 1); this.values[place] !== 0; place = (place + 1) & (this.capacity - 1)) {
      const at = place * 4;
      if (this.words[at] === a && this.words[at + 1] === b && this.words[at + 2] === c && this.words[at + 3] === d) break;
    }
    return place;
  }

  private grow(): void {
    const { words, values } = this;
    this.capacity *= 2;
    this.words = new Uint32Array(this.capacity * 4);
    this.values = new Uint32Array(this.capacity);
    for (let old = 0; old < values.length; old++) {
      if (values[old] === 0) continue;
      this.parsed.set(words.subarray(old * 4, old * 4 + 4));
      const place = this.find();
      this.words.set(this.parsed, place * 4);
      this.values[place] = values[old]!;
    }
  }
}
