/** Words of the rules that a proof was made with, by id; Vietnamese, as the regulation has them. */
export interface ProofWords {
  /** Title of the rating pack. */
  readonly title: string;
  /** Level labels of the subject's ladder, the best first. */
  readonly levels: readonly [string, string, string, string];
  /** Labels of the states without a level. */
  readonly states: Readonly<Record<string, string>>;
  readonly gates: Readonly<Record<string, { readonly label: string; readonly kind: 'REQUIRE' | 'CAP'; readonly level: number; readonly confirmed: boolean }>>;
  readonly facts: Readonly<Record<string, { readonly label: string; readonly type: string; readonly unit?: string | undefined }>>;
  readonly values: Readonly<Record<string, { readonly unit?: string | undefined }>>;
  readonly exemptions: Readonly<Record<string, string>>;
  /** Grounds for a level above the ceiling. */
  readonly grounds: Readonly<Record<string, string>>;
}

const GRADES = [
  { vi: 'Xuất sắc', en: 'excellent' },
  { vi: 'Tốt', en: 'good' },
  { vi: 'Trung bình', en: 'average' },
  { vi: 'Kém', en: 'poor' },
] as const;

export const ruleWords = {
  subjects: {
    MEMBER: { vi: 'đảng viên', en: 'member' },
    COLLECTIVE: { vi: 'tập thể lãnh đạo', en: 'leading collective' },
    ORGANISATION: { vi: 'tổ chức đảng', en: 'organisation' },
  },
  bases: {
    LOWER_ONLY: { vi: 'tính trên số đạt mức thứ hai', en: 'of those at the second level' },
    LOWER_PLUS_TOP: { vi: 'tính trên số đạt từ mức thứ hai trở lên', en: 'of those at the second level or better' },
  },
  roundings: {
    FLOOR: { vi: 'làm tròn xuống', en: 'rounded down' },
    HALF_UP: { vi: 'làm tròn từ 0,5', en: 'rounded half up' },
    CEIL: { vi: 'làm tròn lên', en: 'rounded up' },
  },
  rate: { vi: 'tỷ lệ', en: 'rate' },
  specialRate: { vi: 'tỷ lệ riêng', en: 'special rate' },
  settingGround: { vi: 'thiết lập của cấp trên cho phép kèm lý do', en: 'the superior allows it with a reason' },
} as const;

export function levelText(words: ProofWords, rank: number): string {
  return words.levels[rank - 1] ?? String(rank);
}

/** "Số nhiệm vụ hoàn thành: 4"; what is not known says so. */
export function factText(words: ProofWords, name: string, value: unknown): { vi: string; en: string } {
  const { label, type, unit } = words.facts[name] ?? { label: name, type: 'int', unit: undefined };
  const text = (vi: string, en = vi) => ({ vi: `${label}: ${vi}`, en: `${label}: ${en}` });
  if (value === null || value === undefined) return text('chưa biết', 'not known');
  if (typeof value === 'boolean') return value ? text('có', 'yes') : text('không', 'no');
  const number = Number(value);
  if (type === 'grade') return text(GRADES[number - 1]?.vi ?? String(number), GRADES[number - 1]?.en);
  if (type === 'level') return text(levelText(words, number));
  return text(unit?.startsWith('hundredths of a point') ? pointsText(number) : String(number));
}

/** Hundredths of a point as people write them: 7550 is 75,5. */
export function pointsText(hundredths: number): string {
  const [whole, rest] = [Math.floor(hundredths / 100), hundredths % 100];
  return rest === 0 ? String(whole) : `${whole},${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}

/** Tenths of a percent, with the language's decimal sign. */
export function shareText(perMille: number, language: 'vi' | 'en'): string {
  const [whole, rest] = [Math.floor(perMille / 10), perMille % 10];
  return rest === 0 ? `${whole} %` : `${whole}${language === 'vi' ? ',' : '.'}${rest} %`;
}
