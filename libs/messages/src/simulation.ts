import { type Label } from './states.js';

const label = (vi: string, en: string): Label => ({ vi, en });

/** What a simulation says beside its numbers. */
export const SIMULATION_MESSAGES = {
  head: label('{cycleId}: dữ kiện và kết quả bỏ phiếu của kỳ này (quy định {own}), thử theo {tried}. Số theo mức, cao nhất trước.', '{cycleId}: facts and votes of this cycle (rules {own}) under {tried}. Counts by level, the best first.'),
  unknown: label('(?) Có điều kiện không xét được vì năm đó không ghi dữ kiện; mức có thể còn thấp hơn.', '(?) Some conditions could not be asked because the year recorded no such fact; levels may be lower still.'),
} as const;

export function simulationText(key: keyof typeof SIMULATION_MESSAGES, values: Readonly<Record<string, string | number>> = {}): Label {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
  const { vi, en } = SIMULATION_MESSAGES[key];
  return { vi: fill(vi), en: fill(en) };
}
