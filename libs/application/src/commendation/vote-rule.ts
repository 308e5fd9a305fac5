import { AppError, settingOf, type Threshold } from '@binhxet/domain';
import { type CaseRow } from '../ports/commendation.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** Majority a commendation needs, and where it is written; null: no vote is asked for. */
export function voteMajority(book: RuleBook): { readonly threshold: Threshold; readonly source: string } | null {
  const key = 'commendation.ballotMajority';
  const chosen = settingOf(book.settings, key);
  if (chosen !== null && typeof chosen === 'object' && 'den' in chosen) return { threshold: chosen, source: `${book.settings.id}#${key}` };
  const { value, source } = book.commendation.ballotMajority;
  return value === null ? null : { threshold: value, source };
}

/** @throws AppError COMMENDATION.VOTE_MISSING, COMMENDATION.VOTE_NOT_CARRIED (conflict) where a vote is asked for */
export async function assertCarried(tx: Tx, book: RuleBook, cases: readonly CaseRow[]): Promise<void> {
  if (!voteMajority(book)) return;
  const unvoted = cases.filter((row) => row.voteId === null);
  if (unvoted.length > 0) throw new AppError('COMMENDATION.VOTE_MISSING', 'conflict', 'The body has not voted on these cases', { caseIds: unvoted.map((row) => row.id) });
  const carried = new Set<string>();
  for (const voteId of new Set(cases.map((row) => row.voteId!))) {
    const vote = await tx.commendationVotes.lock(voteId);
    for (const result of vote.results ?? []) if (result.carried) carried.add(`${voteId} ${result.caseId}`);
  }
  const lost = cases.filter((row) => !carried.has(`${row.voteId} ${row.id}`));
  if (lost.length > 0) throw new AppError('COMMENDATION.VOTE_NOT_CARRIED', 'conflict', 'These cases did not have the majority', { caseIds: lost.map((row) => row.id) });
}
