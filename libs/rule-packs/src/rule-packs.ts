import {
  AppError,
  calendarTable,
  type CalendarTable,
  type CompiledPack,
  type LevelEquivalence,
  type RatingPack,
  type RatingPeriod,
  type RuleFilePin,
  type SettingsFile,
  type WorkingCalendar,
} from '@binhxet/domain';
import { compilePack } from './cel/compile-gates.js';
import { crossFileProblems, newestOfEach } from './consistency.js';
import { packInvalid } from './pack-invalid.js';
import {
  type LoadedRuleFile,
  type RuleFile,
  type RuleFileKind,
  type RuleFileKinds,
  type RuleFileProblem,
} from './rule-file.js';

/** Kinds that are chosen by the date of an act. */
export type DatedKind = 'voting-rules' | 'commendation-rules' | 'money-rules' | 'document-format';

/** Every rule file of an installation, checked. Ids come from the files, never from code. */
export class RulePacks {
  private installed: readonly LoadedRuleFile[];
  private hashes: ReadonlyMap<string, LoadedRuleFile>;

  constructor(private readonly shipped: readonly LoadedRuleFile[]) {
    this.installed = shipped;
    this.hashes = byHash(shipped);
  }

  get files(): readonly LoadedRuleFile[] {
    return this.installed;
  }

  /**
   * Puts files published in this installation beside the shipped ones, in place of those adopted before. A published file that a later
   * release ships with the same content counts once.
   * @throws AppError PACK.INVALID (invalid): they contradict each other; the files before stay
   */
  adopt(published: readonly LoadedRuleFile[]): void {
    const own = byHash(this.shipped);
    const files = [...this.shipped, ...published.filter(({ pin }) => !own.has(pin.sha256))];
    const problems = crossFileProblems(files);
    if (problems.length > 0) throw packInvalid(problems);
    this.installed = files;
    this.hashes = byHash(files);
  }

  /** What would be wrong if one more file stood beside those installed. */
  problemsWith(loaded: LoadedRuleFile): RuleFileProblem[] {
    return crossFileProblems([...this.installed, loaded]).filter(({ file }) => file === loaded.file);
  }

  /**
   * @param id the bare id for the newest version, `id@1` for one
   * @throws AppError PACK.NOT_FOUND (not-found)
   */
  get(id: string): LoadedRuleFile {
    const [name, version] = id.split('@');
    const found = newest(
      this.files.filter(
        ({ content }) => content.id === name && (version === undefined || String(content.version) === version),
      ),
    );
    return found ?? notFound({ id });
  }

  /** The same, of a kind that the caller needs. @throws AppError PACK.NOT_FOUND (not-found) */
  getOf<K extends RuleFileKind>(kind: K, id: string): LoadedRuleFile<RuleFileKinds[K]> {
    const loaded = this.get(id);
    return isOf(kind, loaded) ? loaded : notFound({ id, kind });
  }

  ofKind<K extends RuleFileKind>(kind: K): LoadedRuleFile<RuleFileKinds[K]>[] {
    return this.files.filter((loaded): loaded is LoadedRuleFile<RuleFileKinds[K]> => isOf(kind, loaded));
  }

  /** Rating pack of a rating year, history files included; the caller asks `use` before opening a cycle. @throws AppError PACK.NOT_FOUND */
  forYear(year: number): LoadedRuleFile<RatingPack> {
    return this.forPeriod({ year, quarter: null });
  }

  /** The same for a year or a quarter: quarters have packs of their own. @throws AppError PACK.NOT_FOUND (not-found) */
  forPeriod({ year, quarter }: RatingPeriod): LoadedRuleFile<RatingPack> {
    const kind = quarter === null ? 'YEAR' : 'QUARTER';
    const fitting = newestOfEach(this.ofKind('rating-pack')).filter(
      ({ content: { ratingYears, period = 'YEAR' } }) =>
        period === kind && ratingYears.from <= year && year <= (ratingYears.to ?? year),
    );
    return newest(fitting) ?? notFound({ year, ...(quarter !== null && { quarter }) });
  }

  /** Latest file of a kind in force on a legal date. @throws AppError PACK.NOT_FOUND (not-found) */
  inForce<K extends DatedKind>(kind: K, date: string): LoadedRuleFile<RuleFileKinds[K]> {
    const begun = this.ofKind(kind).filter(({ content }) => content.inForceFrom <= date);
    const from = begun
      .map(({ content }) => content.inForceFrom)
      .sort()
      .at(-1);
    return newest(begun.filter(({ content }) => content.inForceFrom === from)) ?? notFound({ kind, date });
  }

  /** Newest equivalence map. @throws AppError PACK.NOT_FOUND (not-found) */
  equivalence(): LoadedRuleFile<LevelEquivalence> {
    return newest(this.ofKind('level-equivalence')) ?? notFound({ kind: 'level-equivalence' });
  }

  /** Working days of every year there is a table for, newest versions. */
  calendars(): CalendarTable {
    const years = [...new Set(this.ofKind('calendar').map(({ content }) => content.year))];
    return calendarTable(years.map((year) => this.calendarOf(year)!.content));
  }

  /** Newest working-day table of a year; undefined where there is none. */
  calendarOf(year: number): LoadedRuleFile<WorkingCalendar> | undefined {
    return newest(this.ofKind('calendar').filter(({ content }) => content.year === year));
  }

  /** @throws AppError PACK.NOT_FOUND (not-found) for the first id that is not there */
  pin(ids: readonly string[]): RuleFilePin[] {
    return ids.map((id) => this.get(id).pin);
  }

  /** What a cycle pinned, whatever newer versions there are. @throws AppError PACK.NOT_FOUND: the pinned content is gone or changed */
  byHash(sha256: string): LoadedRuleFile {
    return this.hashes.get(sha256) ?? notFound({ sha256 });
  }

  /** A rating pack with its gates ready, under the superior's settings. */
  compile(pack: RatingPack, settings: SettingsFile | null = null): CompiledPack {
    return compilePack(pack, settings);
  }
}

function byHash(files: readonly LoadedRuleFile[]): ReadonlyMap<string, LoadedRuleFile> {
  return new Map(files.map((loaded) => [loaded.pin.sha256, loaded]));
}

function newest<T extends RuleFile>(files: readonly LoadedRuleFile<T>[]): LoadedRuleFile<T> | undefined {
  return [...files].sort((a, b) => b.content.version - a.content.version)[0];
}

function isOf<K extends RuleFileKind>(kind: K, loaded: LoadedRuleFile): loaded is LoadedRuleFile<RuleFileKinds[K]> {
  return loaded.content.kind === kind;
}

function notFound(facts: Record<string, string | number>): never {
  throw new AppError('PACK.NOT_FOUND', 'not-found', 'no such rule file', facts);
}
