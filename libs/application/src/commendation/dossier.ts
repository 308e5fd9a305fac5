import { AppError } from '@binhxet/domain';
import { type CaseRow } from '../ports/commendation.store.js';
import { type RuleBook } from '../ports/rules.port.js';

/** Items every dossier answers; null: the texts name none, nothing is asked. */
export const checklistOf = (book: RuleBook): readonly string[] | null => book.commendation.dossier.value;

/** Items a case has no answer to yet. */
export const missingItems = (checklist: readonly string[], row: Pick<CaseRow, 'dossier'>): string[] => checklist.filter((item) => !row.dossier.some((one) => one.item === item && one.done));

/** @throws AppError COMMENDATION.DOSSIER_INCOMPLETE (conflict) with every case and how many items it lacks */
export function assertDossiers(book: RuleBook, cases: readonly CaseRow[]): void {
  const checklist = checklistOf(book) ?? [];
  const open = cases.map((row) => ({ case: row.id, missing: missingItems(checklist, row).length })).filter(({ missing }) => missing > 0);
  if (open.length > 0) throw new AppError('COMMENDATION.DOSSIER_INCOMPLETE', 'conflict', 'Some dossiers lack items of the checklist', { cases: open, items: checklist.length });
}
