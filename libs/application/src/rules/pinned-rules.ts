import { AppError, type RuleFilePin, type SettingsFile } from '@binhxet/domain';
import { type RuleFileKind, type RuleFileKinds, type RulePacks } from '@binhxet/rule-packs';
import { type CycleRow } from '../ports/cycle.store.js';
import { type RuleFileShelf } from './rule-file-shelf.js';
import { type RuleBook, type RuleChoice, Rules } from '../ports/rules.port.js';

const YEARS_AHEAD = 1;

/** Rules of a cycle out of the installed rule files, found by the pinned content hashes. Books are kept: a pinned file never changes. */
export class PinnedRules extends Rules {
  private readonly books = new Map<string, RuleBook>();

  /** @param shelf files published in this installation; without it only the given ones count */
  constructor(
    private readonly packs: RulePacks,
    private readonly shelf?: RuleFileShelf,
  ) {
    super();
  }

  override refresh(): Promise<boolean> {
    return this.shelf?.refresh() ?? Promise.resolve(false);
  }

  forCycle(cycle: Pick<CycleRow, 'id' | 'pins' | 'settings'> & { readonly settingsHash?: string }): RuleBook {
    const key = `${cycle.id} ${cycle.settingsHash ?? ''} ${cycle.pins.map((pin) => pin.sha256).join(' ')}`;
    const known = this.books.get(key);
    if (known) return known;
    const files = cycle.pins.map((pin) => this.packs.byHash(pin.sha256).content);
    const find = <K extends RuleFileKind>(kind: K) => files.find((content) => content.kind === kind) as RuleFileKinds[K] | undefined;
    const ratingIsPinned = find('rating-pack') !== undefined;
    const one = <K extends RuleFileKind>(kind: K): RuleFileKinds[K] => {
      const file = find(kind);
      if (file) return file;
      if (!ratingIsPinned) throw new AppError('PACK.NOT_PINNED', 'conflict', 'The rules of the year are pinned when its review opens', { cycleId: cycle.id, kind });
      throw new AppError('PACK.NOT_FOUND', 'not-found', 'The cycle pins no file of this kind', { cycleId: cycle.id, kind });
    };
    const settings = cycle.settings as unknown as SettingsFile;
    const gates = ratingIsPinned ? this.packs.compile(one('rating-pack'), settings).gates : null;
    const book: RuleBook = {
      ratingIsPinned,
      get rating() {
        return one('rating-pack');
      },
      get gates() {
        return gates ?? (one('rating-pack'), []);
      },
      get voting() {
        return one('voting-rules');
      },
      get commendation() {
        return one('commendation-rules');
      },
      get money() {
        return one('money-rules');
      },
      equivalence: one('level-equivalence'),
      get documents() {
        return one('document-format');
      },
      calendars: new Map(files.flatMap((content) => (content.kind === 'calendar' ? [[content.year, content] as const] : []))),
      settings,
    };
    this.books.set(key, book);
    return book;
  }

  choose(ratingYear: number, on: string, choice: RuleChoice, quarter: number | null = null): readonly RuleFilePin[] {
    const rating = choice.rating ? this.packs.getOf('rating-pack', choice.rating) : this.packs.forPeriod({ year: ratingYear, quarter });
    const period = rating.content.period ?? 'YEAR';
    if (period !== (quarter === null ? 'YEAR' : 'QUARTER')) throw new AppError('PACK.PERIOD_OTHER', 'conflict', 'The pack rates periods of another kind', { pack: rating.content.id, period, ratingYear, quarter });
    if (rating.content.use === 'HISTORY') throw new AppError('PACK.HISTORY_ONLY', 'conflict', 'This file names labels of past years only and cannot open a cycle', { pack: rating.content.id, ratingYear });
    const { from, to } = rating.content.ratingYears;
    if (ratingYear < from || (to !== null && ratingYear > to)) throw new AppError('PACK.YEAR_OUT_OF_RANGE', 'conflict', 'The pack does not rule this rating year', { pack: rating.content.id, ratingYear, from, to });
    const dated = <K extends 'voting-rules' | 'commendation-rules' | 'money-rules' | 'document-format'>(kind: K, id: string | undefined): RuleFilePin =>
      (id ? this.packs.getOf(kind, id) : this.packs.inForce(kind, on)).pin;
    const calendars = this.calendars(ratingYear);
    return [
      rating.pin,
      dated('voting-rules', choice.voting),
      dated('commendation-rules', choice.commendation),
      dated('money-rules', choice.money),
      this.packs.equivalence().pin,
      dated('document-format', choice.documents),
      ...calendars.map(({ pin }) => pin),
    ];
  }

  chooseOpen(ratingYear: number): readonly RuleFilePin[] {
    return [this.packs.equivalence().pin, ...this.calendars(ratingYear).map(({ pin }) => pin)];
  }

  private calendars(ratingYear: number) {
    const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, i) => ratingYear + i);
    const calendars = years.flatMap((year) => this.packs.calendarOf(year) ?? []);
    const missing = years.filter((year) => !calendars.some(({ content }) => content.year === year));
    if (missing.length > 0) throw new AppError('CALENDAR.YEAR_UNKNOWN', 'conflict', 'No working-day table for a year the cycle touches', { years: missing });
    return calendars;
  }

  ofYear(packId: string): Pick<RuleBook, 'rating' | 'gates'> {
    const rating = this.packs.getOf('rating-pack', packId).content;
    return { rating, gates: this.packs.compile(rating).gates };
  }

  trial(cycle: Pick<CycleRow, 'id' | 'pins' | 'settings'>, packId: string): RuleBook {
    const { content: rating } = this.packs.getOf('rating-pack', packId);
    if (rating.use === 'HISTORY') throw new AppError('PACK.HISTORY_ONLY', 'conflict', 'This file names labels of past years only: nothing can be rated by it', { pack: rating.id });
    const book = this.forCycle(cycle);
    return { ...book, rating, gates: this.packs.compile(rating, book.settings).gates };
  }

  ratingPack(id: string) {
    return this.packs.getOf('rating-pack', id).content;
  }
}
