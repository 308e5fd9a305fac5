import { type Label } from './states.js';

const label = (vi: string, en: string): Label => ({ vi, en });

/** What the bench says beside its numbers. */
export const BENCH_MESSAGES = {
  busy: label(
    'Máy còn việc khác trong lúc đo: tỷ số vẫn so được với nhau, số tuyệt đối thì không.',
    'The machine had other work while this was measured: ratios still compare, absolute numbers do not.',
  ),
  allHeld: label('Mọi con số cần giữ đều đạt.', 'Every number to hold is held.'),
  someMissed: label('{count} con số chưa đạt.', '{count} numbers are not held.'),
} as const;

export function benchText(key: keyof typeof BENCH_MESSAGES, values: Readonly<Record<string, string | number>> = {}): Label {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
  const { vi, en } = BENCH_MESSAGES[key];
  return { vi: fill(vi), en: fill(en) };
}
