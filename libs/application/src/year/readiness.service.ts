import { AppError, finding, inOrder, isAppError, legalDateOf, type ReadinessFinding, rulesReadiness, type SettingsFile, SMALLEST_SITTING } from '@binhxet/domain';
import { NEEDED_SETTINGS } from '../cycle/choose-rules.js';
import { contentHash } from '../cycle/sha256.js';
import { type Clock } from '../ports/clock.port.js';
import { type CycleRow } from '../ports/cycle.store.js';
import { type RuleBook, type RuleChoice, type Rules } from '../ports/rules.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';

export interface ReadinessReport {
  readonly organisation: string;
  readonly year: number;
  readonly on: string;
  /** null: no pack rules the year yet. */
  readonly packId: string | null;
  readonly blocking: number;
  readonly findings: readonly ReadinessFinding[];
}

/** Weeks ahead of the opening: what is missing in data and rules, how bad it is, where, and what to do. Source: process.md §2 step 7 */
export class ReadinessService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  /**
   * @param settings the file the cycle would be opened with
   * @throws AppError ORGANISATION.UNKNOWN (not-found)
   */
  check(superiorCode: string, year: number, settings: SettingsFile, choice: RuleChoice = {}, day?: string): Promise<ReadinessReport> {
    const on = day ?? legalDateOf(this.clock.now().getTime());
    const { book, findings } = this.ruleFindings(year, on, settings, choice);
    return this.uow.run(async (tx) => {
      const superior = await tx.organisations.byCode(superiorCode, on);
      if (!superior) throw new AppError('ORGANISATION.UNKNOWN', 'not-found', 'No organisation with this code on that date', { code: superiorCode, on });
      const chainYears = Math.max(1, ...(book?.commendation.awards ?? []).map((award) => award.years.value ?? 1));
      const civil = book !== null && 'civilLevel' in (book.rating.facts?.MEMBER ?? {});
      const defects = await tx.readiness.defects(superior.id, on, year, SMALLEST_SITTING, chainYears, civil);
      const all = inOrder([...findings, ...defects.map((defect) => finding(defect.code, defect.where, factsOf(defect.code, year, chainYears), defect.count))]);
      return { organisation: superior.code, year, on, packId: book?.rating.id ?? null, blocking: all.filter((one) => one.severity === 'BLOCKING').length, findings: all };
    });
  }

  private ruleFindings(year: number, on: string, settings: SettingsFile, choice: RuleChoice): { book: RuleBook | null; findings: ReadinessFinding[] } {
    try {
      const settingsHash = contentHash(settings);
      const book = this.rules.forCycle({ id: `readiness.${year}`, pins: this.rules.choose(year, on, choice), settings: settings as unknown as CycleRow['settings'], settingsHash });
      return { book, findings: rulesReadiness(book.rating, settings, NEEDED_SETTINGS) };
    } catch (error) {
      if (!isAppError(error) || !/^(PACK|CALENDAR)\./.test(error.code)) throw error;
      return { book: null, findings: [finding(error.code === 'CALENDAR.YEAR_UNKNOWN' ? 'CALENDAR_MISSING' : 'PACK_MISSING', [String(year)], { refusal: error.code })] };
    }
  }
}

function factsOf(code: string, year: number, chainYears: number): ReadinessFinding['facts'] {
  if (code === 'PREVIOUS_RESULT_MISSING') return { from: year - chainYears + 1, to: year - 1 };
  return code.endsWith('TOO_SMALL') ? { needed: SMALLEST_SITTING } : {};
}
