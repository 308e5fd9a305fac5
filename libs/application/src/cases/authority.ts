import { settingOf, type SettingsFile } from '@binhxet/domain';
import { type CycleRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** Where an appeal goes: above who decided, or (a local text of 2026) to the level that decided. Setting `appeal.authority`. */
export const APPEAL_AUTHORITIES = ['DIRECT_SUPERIOR', 'DECIDING_LEVEL'] as const;

/**
 * The committee that handles what is brought against a result: the direct superior of the body that decided it; the superior of the cycle
 * where that one decided itself, for nothing above it belongs to the cycle.
 * Source: process.md section 8
 */
export async function authorityOf(tx: Tx, cycle: CycleRow, review: Pick<ReviewRow, 'deciderId'>, settings: SettingsFile): Promise<string> {
  if (settingOf(settings, 'appeal.authority') === 'DECIDING_LEVEL' || review.deciderId === cycle.superiorId) return review.deciderId;
  return (await tx.cycles.unit(cycle.id, review.deciderId)).parentId ?? cycle.superiorId;
}
