import { isAtLeast, type Level, type NonLevelState, type SubjectKind } from '../level/level.js';
import { type LevelEquivalence } from '../rule-pack/companion-rules.js';
import { type Mark } from '../rule-pack/sourced.js';
import { equivalentLevel } from './equivalence.js';
import { type LineageKind } from './lineage.js';

/** One stored result of one rating year. A re-evaluated year has two: the cancelled one and the new one. */
export interface YearResult {
  readonly year: number;
  readonly packId: string;
  readonly result: { readonly level: Level; readonly title?: string | null } | { readonly state: NonLevelState };
  readonly cancelled: boolean;
  /** Decision behind it, where known. */
  readonly decisionId?: string | null;
  /** Whose result it is, where an organisation goes on from another. */
  readonly subjectId?: string | null;
  /** The year lies before a merger or a split after which a new chain begins. */
  readonly beforeEvent?: LineageKind;
}

export interface ChainRule {
  readonly subject: SubjectKind;
  /** Rating years in a row, whole, >= 1. */
  readonly years: number;
  /** Level or better, in today's ladder. */
  readonly level: Level;
  /** Last year of the chain. */
  readonly endYear: number;
  readonly equivalence: LevelEquivalence;
  /** A year that was cancelled by re-evaluation breaks the chain whatever replaced it. */
  readonly cancelledYearBreaks: boolean;
  /** A year without a level by rule (not rated, exempt): ends the chain, or is passed over without counting. */
  readonly nonLevelYear: 'BREAKS' | 'SKIPS';
}

export const LINK_STATUSES = [
  'QUALIFIES',
  'LOWER',
  'CANCELLED',
  'NON_LEVEL',
  'SKIPPED',
  'NOT_COMPARABLE',
  'NEW_CHAIN', // before a merger or a split
  'GAP',
] as const;
export type LinkStatus = (typeof LINK_STATUSES)[number];

export interface ChainLink {
  readonly year: number;
  readonly status: LinkStatus;
  readonly packId: string | null;
  /** Level as then given. */
  readonly level: Level | null;
  readonly state: NonLevelState | null;
  /** Where the reading in today's ladder comes from. */
  readonly clause: string | null;
  readonly mark: Mark | null;
  /** Organisation the year belongs to, where it is not the subject's own. */
  readonly subjectId: string | null;
}

export interface Chain {
  readonly complete: boolean;
  /** Qualifying years in a row up to `endYear`, at most `years`. */
  readonly length: number;
  /** From `endYear` backwards to the last year needed, or to the year that broke the chain. */
  readonly links: readonly ChainLink[];
  /** Year that broke the chain; null when complete. */
  readonly brokenBy: ChainLink | null;
}

/**
 * Years in a row at a level, across packs: each year is read through the equivalence map for commendation chains.
 * An unknown year is a named gap and never assumed.
 * @param history any order, any number of subjects' years of one subject
 * Source: process.md section 7; regulations.md sections 2 and 11
 */
export function consecutiveYears(history: readonly YearResult[], rule: ChainRule): Chain {
  const links: ChainLink[] = [];
  let length = 0;
  const oldest = Math.min(rule.endYear, ...history.map(({ year }) => year));
  for (let year = rule.endYear; length < rule.years; year -= 1) {
    // Past the first known year there is nothing to skip to: the gap ends the search.
    const link = linkOf(
      history.filter((result) => result.year === year),
      year,
      rule,
    );
    links.push(link);
    if (link.status === 'QUALIFIES') length += 1;
    else if (link.status !== 'SKIPPED' || year < oldest) return { complete: false, length, links, brokenBy: link };
  }
  return { complete: true, length, links, brokenBy: null };
}

/**
 * Every year an award of `rule.years` years asks for, from the last one backwards, each with what became of it: the chain as it would have
 * had to be. Years passed over do not lengthen the list.
 */
export function chainYears(history: readonly YearResult[], rule: ChainRule): ChainLink[] {
  return Array.from({ length: rule.years }, (_, back) => {
    const year = rule.endYear - back;
    return linkOf(
      history.filter((result) => result.year === year),
      year,
      rule,
    );
  });
}

function linkOf(results: readonly YearResult[], year: number, rule: ChainRule): ChainLink {
  const cancelled = results.find((result) => result.cancelled);
  if (cancelled && rule.cancelledYearBreaks) return link(year, 'CANCELLED', cancelled);
  const outside = results.find((result) => result.beforeEvent !== undefined);
  if (outside) return link(year, 'NEW_CHAIN', outside);
  const standing = results.find((result) => !result.cancelled);
  if (!standing)
    return { year, status: 'GAP', packId: null, level: null, state: null, clause: null, mark: null, subjectId: null };
  if ('state' in standing.result) {
    // A year that is still open is a gap to be filled, not a rule that leaves the year out.
    const byRule = standing.result.state !== 'NOT_YET_RATED';
    return link(year, byRule ? (rule.nonLevelYear === 'SKIPS' ? 'SKIPPED' : 'NON_LEVEL') : 'GAP', standing);
  }
  const entry = equivalentLevel(rule.equivalence, 'commendationChain', rule.subject, {
    packId: standing.packId,
    ...standing.result,
  });
  if (!entry) return link(year, 'NOT_COMPARABLE', standing);
  const status =
    entry.to.value !== null && isAtLeast(entry.to.value, rule.level)
      ? 'QUALIFIES'
      : entry.to.value === null
        ? 'NOT_COMPARABLE'
        : 'LOWER';
  return { ...link(year, status, standing), clause: entry.to.source, mark: entry.to.mark };
}

function link(year: number, status: LinkStatus, { packId, result, subjectId = null }: YearResult): ChainLink {
  const level = 'level' in result ? result.level : null;
  const state = 'state' in result ? result.state : null;
  return { year, status, packId, level, state, clause: null, mark: null, subjectId };
}
