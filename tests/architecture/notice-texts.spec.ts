import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NOTICE_KINDS } from '@binhxet/domain';
import { NOTICE_TEXTS } from '@binhxet/messages';

const ROOT = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const sources = (folder: string): string[] =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts')).map((file) => path.join(ROOT, folder, file));
/** Files from which notifications come: services that call `notify`, handlers that write the rows. */
const emitters = [...sources('libs/application/src'), ...sources('apps/jobs/src')].map((file) => readFileSync(file, 'utf8')).filter((text) => /\bnotify\(|store\.insert\(|await tell\(/.test(text));

describe('words of notifications', () => {
  it('are there for every kind, and for nothing else', () => {
    expect(Object.keys(NOTICE_TEXTS).sort()).toEqual([...NOTICE_KINDS].sort());
  });

  it('are there for every kind that a service emits, and no kind is one that none emits', () => {
    const words = new Set(emitters.flatMap((text) => [...text.matchAll(/'([A-Z][A-Z_]+)'/g)].map((match) => match[1])));
    expect(NOTICE_KINDS.filter((kind) => !words.has(kind))).toEqual([]);
  });

  it('are composed Unicode, say something in both languages and ask for the same facts in both', () => {
    const facts = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();
    for (const { vi, en } of Object.values(NOTICE_TEXTS)) {
      expect(vi.normalize('NFC')).toBe(vi);
      expect(vi.length * en.length).toBeGreaterThan(0);
      expect(facts(en)).toEqual(facts(vi));
    }
  });
});
