/** A legal date, `YYYY-MM-DD`, as written in decisions: a day in Asia/Ho_Chi_Minh, not an instant. */
export type LegalDate = string;

const DAY_MS = 86_400_000;
/** Asia/Ho_Chi_Minh has been UTC+7 without daylight saving since 1975. */
const OFFSET_MS = 7 * 3_600_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** @returns days since 1970-01-01; @throws RangeError when the text is no calendar date. */
export function dayNumber(date: LegalDate): number {
  const parts = SHAPE.exec(date);
  if (!parts) throw new RangeError(`not a date: ${date}`);
  const ms = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  if (new Date(ms).toISOString().slice(0, 10) !== date) throw new RangeError(`not a date: ${date}`);
  return ms / DAY_MS;
}

export function isLegalDate(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

export function dateOfDayNumber(day: number): LegalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(date: LegalDate, days: number): LegalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Same day of another month, or that month's last day: 31/08 + 6 months = 28/02. */
export function addMonths(date: LegalDate, months: number): LegalDate {
  dayNumber(date);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const lastDay = new Date(Date.UTC(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 0)).getUTCDate();
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((((index % 12) + 12) % 12) + 1).padStart(2, '0')}`;
  return `${first}-${String(Math.min(day, lastDay)).padStart(2, '0')}`;
}

/** 1 = Monday … 7 = Sunday. */
export function isoWeekday(date: LegalDate): number {
  return ((dayNumber(date) + 3) % 7) + 1;
}

export function yearOf(date: LegalDate): number {
  return Number(date.slice(0, 4));
}

/** "Trước 31/12" means that 30/12 is the last day. */
export function lastDayBefore(date: LegalDate): LegalDate {
  return addDays(date, -1);
}

/** First instant after a legal date, RFC 3339 UTC: what is due on the date may arrive until then. */
export function endOfLegalDay(date: LegalDate): string {
  return new Date((dayNumber(date) + 1) * DAY_MS - OFFSET_MS).toISOString();
}

/** First instant of a legal date, RFC 3339 UTC. */
export function startOfLegalDay(date: LegalDate): string {
  return new Date(dayNumber(date) * DAY_MS - OFFSET_MS).toISOString();
}

/** Legal date of an instant (milliseconds since 1970). */
export function legalDateOf(instantMs: number): LegalDate {
  return new Date(instantMs + OFFSET_MS).toISOString().slice(0, 10);
}
