const ZONE = 'Asia/Ho_Chi_Minh';
const date = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });
const time = new Intl.DateTimeFormat('vi-VN', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const number = new Intl.NumberFormat('vi-VN');
const share = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** @param day `YYYY-MM-DD` @returns 05/01/2024 */
export function showDay(day: string): string {
  const [year, month, last] = day.split('-');
  return `${last}/${month}/${year}`;
}

/** @param instant RFC 3339 */
export const showInstant = (instant: string): string => `${time.format(new Date(instant))} ${date.format(new Date(instant))}`;
export const showTime = (instant: string): string => time.format(new Date(instant));

/** Last day of a deadline: the instant is the midnight after it. */
export const showDue = (instant: string): string => date.format(new Date(Date.parse(instant) - 1));

export const showNumber = (value: number): string => number.format(value);
/** @returns 58,3 % ; null share of nothing */
export const showShare = (k: number, n: number): string => (n === 0 ? '–' : `${share.format((100 * k) / n)} %`);
/** @param perMille tenths of a percent */
export const showPerMille = (perMille: number | null): string => (perMille === null ? '–' : `${share.format(perMille / 10)} %`);
