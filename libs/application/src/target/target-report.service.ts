import {
  againstQuota,
  evaluateTarget,
  type LevelReading,
  type ResolvedQuota,
  scaledHalfUp,
  exact,
  type ScaledNumber,
  type Target,
  type TargetConflict,
  type TargetOutcome,
  termProgress,
  type TermProgress,
  yearlyAgainstTerm,
} from '@binhxet/domain';
import { type CycleRow } from '../ports/cycle.store.js';
import { type RuleBook, type Rules } from '../ports/rules.port.js';
import { type ResolutionRow, type ResultGroup } from '../ports/target.store.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { packIdOf } from '../rules/open-pack.js';
import { quotasOf } from '../rules/cycle-rules.js';
import { levelReading, measureSet, type YearMaterial } from './measure.js';

export interface TargetLine {
  readonly resolution: Pick<ResolutionRow, 'id' | 'number' | 'title' | 'adoptedOn'>;
  readonly target: Target;
  readonly outcome: TargetOutcome;
  /** How the label reads in the ladder of the year; null where no level is meant. */
  readonly label: LevelReading | null;
  /** Counts over a term only. */
  readonly term: TermProgress | null;
}

/** Shares of one kind of subject: named groups that add up to the base, printed as they are. */
export interface RestGroups {
  readonly subject: 'ORGANISATION' | 'MEMBER';
  /** Without exempt subjects. */
  readonly base: number;
  readonly levels: readonly { readonly level: number; readonly k: number; readonly percent: ScaledNumber | null; readonly orBetter: number; readonly orBetterPercent: ScaledNumber | null }[];
  /** Everybody without one of the first three levels, by category; never adjusted to 100. */
  readonly rest: readonly { readonly key: string; readonly k: number }[];
}

export interface TargetReport {
  readonly year: number;
  readonly simulated: boolean;
  /** null: the rating pack is not pinned yet. */
  readonly packId: string | null;
  readonly lines: readonly TargetLine[];
  readonly conflicts: readonly TargetConflict[];
  readonly groups: readonly RestGroups[];
}

const DECIMALS = 2;

/** Targets against results of one cycle: a verdict for each line by each reading, recomputed whenever it is asked for. */
export class TargetReportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
  ) {}

  report(cycleId: string): Promise<TargetReport> {
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      const book = this.rules.forCycle(cycle);
      const resolutions = await tx.targets.resolutions(cycle.superiorId);
      const year = await yearMaterial(tx, cycle, book, cycle.ratingYear);
      const lines: TargetLine[] = [];
      for (const { targets, ...resolution } of resolutions) {
        for (const target of targets.filter((one) => one.fromYear <= cycle.ratingYear && one.toYear >= cycle.ratingYear)) {
          const measured = target.period === 'MID_YEAR' ? await halfYear(tx, cycle, year) : year;
          const term = await termOf(tx, cycle, target, year);
          lines.push({
            resolution: { id: resolution.id, number: resolution.number, title: resolution.title, adoptedOn: resolution.adoptedOn },
            target,
            outcome: term === null ? evaluateTarget(target, (set) => measureSet(set, target, measured)) : overTerm(target, term, cycle.ratingYear),
            label: levelReading(target.readings[0].numerator, target, year),
            term,
          });
        }
      }
      const targets = lines.map((line) => line.target);
      return {
        year: cycle.ratingYear,
        simulated: cycle.simulated,
        packId: year.packId,
        lines,
        conflicts: [...yearlyAgainstTerm(targets), ...againstQuota(targets, (subject) => (year.packId === null ? null : topQuota(quotasOf(book, subject)[0] ?? null)))],
        groups: (['ORGANISATION', 'MEMBER'] as const).flatMap((subject) => restGroups(subject, year.groups)),
      };
    });
  }
}

const topQuota = (quota: ResolvedQuota | null) => (quota === null ? null : { base: quota.base, rate: quota.rate, level: 1 as const });

/** @param year the cycle's own year, or an earlier one out of the history */
export async function yearMaterial(tx: Tx, cycle: CycleRow, book: RuleBook, year: number): Promise<YearMaterial> {
  const packId = packIdOf(cycle, book);
  const running = year === cycle.ratingYear && cycle.snapshotHash !== null && packId !== null;
  return {
    year,
    groups: running ? await tx.targets.cycleResults(cycle.id, packId) : await tx.targets.pastResults(cycle.superiorId, year),
    work: await tx.workRecords.counts(cycle.superiorId, `${year}-01-01`, `${year}-12-31`),
    figures: await tx.targets.figures(cycle.superiorId, `${year}-01-01`, `${year}-12-31`),
    mappings: await tx.targets.mappings(cycle.superiorId),
    equivalence: book.equivalence,
    packId: year === cycle.ratingYear ? packId : null,
  };
}

async function halfYear(tx: Tx, cycle: CycleRow, year: YearMaterial): Promise<YearMaterial> {
  const [from, to] = [`${cycle.ratingYear}-01-01`, `${cycle.ratingYear}-06-30`];
  return { ...year, work: await tx.workRecords.counts(cycle.superiorId, from, to), figures: await tx.targets.figures(cycle.superiorId, from, to) };
}

/** A count over a term is added up year by year; a share is judged each year. */
async function termOf(tx: Tx, cycle: CycleRow, target: Target, material: YearMaterial): Promise<TermProgress | null> {
  const [reading] = target.readings;
  if (target.period !== 'TERM' || target.unit !== 'COUNT' || reading.numerator.kind !== 'WORK') return null;
  const counts = new Map<number, number | null>();
  for (let year = target.fromYear; year <= Math.min(target.toYear, cycle.ratingYear); year += 1) {
    const work = await tx.workRecords.counts(cycle.superiorId, `${year}-01-01`, `${year}-12-31`);
    counts.set(year, measureSet(reading.numerator, target, { ...material, work }).count);
  }
  return termProgress(target, (year) => counts.get(year) ?? null, cycle.ratingYear);
}

/** What is added up stands against the term's range; before its last year there is no difference to speak of. */
function overTerm(target: Target, term: TermProgress, year: number): TargetOutcome {
  const [chosen] = evaluateTarget({ ...target, readings: [target.readings[0]] }, () => ({ count: term.cumulative, comparable: true })).readings;
  const outcome = { ...chosen!, verdict: term.verdict, difference: year >= target.toYear ? chosen!.difference : null };
  return { ...outcome, readings: [outcome], ambiguous: false };
}

function restGroups(subject: 'ORGANISATION' | 'MEMBER', groups: readonly ResultGroup[]): RestGroups[] {
  const own = groups.filter((group) => group.subject === subject);
  if (own.length === 0) return [];
  const total = (fits: (group: ResultGroup) => boolean) => own.filter(fits).reduce((sum, group) => sum + group.count, 0);
  const base = total((group) => group.nonLevel !== 'EXEMPT');
  const share = (k: number) => (base === 0 ? null : scaledHalfUp(exact(100 * k, base), DECIMALS));
  const levels = [1, 2, 3].map((level) => {
    const [k, orBetter] = [total((group) => group.level === level), total((group) => group.level !== null && group.level <= level)];
    return { level, k, percent: share(k), orBetter, orBetterPercent: share(orBetter) };
  });
  const rest = [
    { key: '4', k: total((group) => group.level === 4) },
    ...(['NOT_RATED', 'NOT_YET_RATED', 'EXEMPT'] as const).map((key) => ({ key, k: total((group) => group.nonLevel === key) })),
    { key: 'UNDECIDED', k: total((group) => group.level === null && group.nonLevel === null) },
  ];
  return [{ subject, base, levels, rest: rest.filter((group) => group.k > 0) }];
}
