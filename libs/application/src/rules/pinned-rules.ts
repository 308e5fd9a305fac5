import { AppError, type RuleFilePin, type SettingsFile } from '@binhxet/domain';
import { type RuleFileKind, type RuleFileKinds, type RulePacks } from '@binhxet/rule-packs';
import { type CycleRow } from '../ports/cycle.store.js';
import { type RuleBook, type RuleChoice, Rules } from '../ports/rules.port.js';

const YEARS_AHEAD = 1;

/** Rules of a cycle out of the installed rule files, found by the pinned content hashes. Books are kept: a pinned file never changes. */
export class PinnedRules extends Rules {
  private readonly books = new Map<string, RuleBook>();

  constructor(private readonly packs: RulePacks) {
    super();
  }

  forCycle(cycle: Pick<CycleRow, 'id' | 'pins' | 'settings'>): RuleBook {
    const key = `${cycle.id} ${cycle.pins.map((pin) => pin.sha256).join(' ')}`;
    const known = this.books.get(key);
    if (known) return known;
    const files = cycle.pins.map((pin) => this.packs.byHash(pin.sha256).content);
    const one = <K extends RuleFileKind>(kind: K): RuleFileKinds[K] => {
      const file = files.find((content) => content.kind === kind);
      if (!file) throw new AppError('PACK.NOT_FOUND', 'not-found', 'The cycle pins no file of this kind', { cycleId: cycle.id, kind });
      return file as RuleFileKinds[K];
    };
    const rating = one('rating-pack');
    const settings = cycle.settings as unknown as SettingsFile;
    const book: RuleBook = {
      rating,
      gates: this.packs.compile(rating, settings).gates,
      voting: one('voting-rules'),
      commendation: one('commendation-rules'),
      money: one('money-rules'),
      equivalence: one('level-equivalence'),
      documents: one('document-format'),
      calendars: new Map(files.flatMap((content) => (content.kind === 'calendar' ? [[content.year, content] as const] : []))),
      settings,
    };
    this.books.set(key, book);
    return book;
  }

  choose(ratingYear: number, on: string, choice: RuleChoice): readonly RuleFilePin[] {
    const rating = choice.rating ? this.packs.getOf('rating-pack', choice.rating) : this.packs.forYear(ratingYear);
    if (rating.content.use === 'HISTORY') throw new AppError('PACK.HISTORY_ONLY', 'conflict', 'This file names labels of past years only and cannot open a cycle', { pack: rating.content.id, ratingYear });
    const { from, to } = rating.content.ratingYears;
    if (ratingYear < from || (to !== null && ratingYear > to)) throw new AppError('PACK.YEAR_OUT_OF_RANGE', 'conflict', 'The pack does not rule this rating year', { pack: rating.content.id, ratingYear, from, to });
    const dated = <K extends 'voting-rules' | 'commendation-rules' | 'money-rules' | 'document-format'>(kind: K, id: string | undefined): RuleFilePin =>
      (id ? this.packs.getOf(kind, id) : this.packs.inForce(kind, on)).pin;
    const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, i) => ratingYear + i);
    const calendars = this.packs.ofKind('calendar').filter(({ content }) => years.includes(content.year));
    const missing = years.filter((year) => !calendars.some(({ content }) => content.year === year));
    if (missing.length > 0) throw new AppError('CALENDAR.YEAR_UNKNOWN', 'conflict', 'No working-day table for a year the cycle touches', { years: missing });
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
