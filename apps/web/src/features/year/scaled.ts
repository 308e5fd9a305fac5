/** A whole number of 10^-decimals as the API writes figures. @returns `2125` with two decimals → "21,25" */
export function showScaled({ scaled, decimals }: { readonly scaled: number; readonly decimals: number }): string {
  return new Intl.NumberFormat('vi-VN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(scaled / 10 ** decimals);
}

interface Bound {
  readonly num: number;
  readonly den: number;
}

const SIGNS: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤' };

/** `> 95 %`, `15–20 %`, `450–500`, `= 0`: what a target asks for. */
export function showRequired(target: { readonly operator: string; readonly value: Bound | null; readonly upper: Bound | null; readonly unit: string }): string {
  if (target.operator === 'none' || target.value === null) return '= 0';
  const write = ({ num, den }: Bound) => new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 }).format(num / den);
  const text = target.operator === 'between' && target.upper ? `${write(target.value)}–${write(target.upper)}` : `${SIGNS[target.operator] ?? target.operator} ${write(target.value)}`;
  return target.unit === 'PERCENT' ? `${text} %` : text;
}
