import { type Level } from '@binhxet/domain';
import { type MarkBallot, type MarkWord } from '@binhxet/application';
import { type Prng } from './prng.js';
import { type ScenarioFiles } from './scenario-files.js';

export interface VoteOptions {
  /** How many others may disagree at most; the majority of all who count is never lost. */
  readonly dissent?: number;
  readonly round?: number;
}

/**
 * Writes what each voter puts down for one subject, so that more than half of the whole counted body is for `level`.
 * @param counted voters of the body, absent ones included: they stay in the base and write nothing
 * @param present those who vote
 * @param self subject's own code when the subject votes: its own mark is always `level`
 */
export function vote(
  files: ScenarioFiles,
  prng: Prng,
  ballot: { readonly body: string; readonly kind: MarkBallot },
  counted: number,
  present: readonly string[],
  subject: string,
  level: Level,
  options: VoteOptions = {},
): void {
  const needed = Math.floor(counted / 2) + 1;
  if (present.length < needed)
    throw new Error(`${ballot.body}: ${present.length} present of ${counted} cannot carry a majority`);
  const most = Math.min(options.dissent ?? 2, present.length - needed);
  const dissenters = new Set(
    prng.shuffled(present.filter((voter) => voter !== subject)).slice(0, most > 0 ? prng.between(0, most) : 0),
  );
  for (const voter of present) {
    files.add('marks', {
      body: ballot.body,
      ballot: ballot.kind,
      round: options.round ?? null,
      voter,
      subject,
      mark: dissenters.has(voter) ? otherMark(prng, level) : String(level),
    });
  }
}

/** Marks that give nobody a majority: as even as can be between two levels. */
export function split(
  files: ScenarioFiles,
  ballot: { readonly body: string; readonly kind: MarkBallot },
  present: readonly string[],
  subject: string,
  levels: readonly [Level, Level],
  counted: number,
): void {
  const half = Math.min(Math.floor(counted / 2), Math.ceil(present.length / 2));
  present.forEach((voter, at) => {
    const mark: MarkWord =
      at < half
        ? (String(levels[0]) as MarkWord)
        : at - half < Math.floor(counted / 2)
          ? (String(levels[1]) as MarkWord)
          : 'blank';
    files.add('marks', { body: ballot.body, ballot: ballot.kind, voter, subject, mark });
  });
}

/** Never better than `level`: a reading of the rules in which higher votes support lower levels changes nothing then. */
function otherMark(prng: Prng, level: Level): MarkWord {
  if (prng.oneIn(12)) return 'blank';
  if (prng.oneIn(24)) return 'invalid';
  return String(level === 4 ? 3 : level + 1) as MarkWord;
}
