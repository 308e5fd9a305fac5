import { AppError, type LegalDate, legalDateOf } from '@binhxet/domain';
import { type Access, notFound } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type DatedEntry, type EntryKind, type MemberRef, type MembershipEntry } from '../ports/people.store.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { insertDecision, overlaps } from './change-of-person.js';

/** What an entry should have said; `withdrawn`: it should not have been entered at all. */
export type Correction = { readonly withdrawn: true } | { readonly withdrawn: false; readonly from: LegalDate; readonly to: LegalDate | null };

/**
 * Mends what was entered wrongly about a person. The wrong words stay readable as what was known until now; frozen rolls and finished
 * results are not touched. Source: process.md sections 9 and 10 ("No edit of a closed record; only a correcting record")
 */
export class CorrectEntryService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws AppError MEMBER.ENTRY_UNKNOWN (not-found), DATES_REVERSED (invalid), PERIODS_OVERLAP, UNCHANGED (conflict), ACCESS.* */
  async correct(actor: Actor, memberCode: string, kind: EntryKind, entryId: string, correction: Correction, reason: string): Promise<{ readonly changeId: string }> {
    return this.uow.run(async (tx) => {
      const member = await tx.people.lock(memberCode);
      const memberships = member ? await tx.people.memberships(member.id) : [];
      const place = memberships.at(-1);
      if (!member || !place) throw notFound();
      await this.access.assertWithin(actor, 'member.change', place.organisationId);
      const entries = await this.entries(tx, member, kind, memberships);
      const entry = entries.find((candidate) => candidate.id === entryId);
      if (!entry) throw new AppError('MEMBER.ENTRY_UNKNOWN', 'not-found', 'The member has no such entry', { kind, entryId });
      if (!correction.withdrawn) assertFits(entry, entries, correction);
      const now = this.clock.now();
      const recorded = { changeId: this.ids.next(), at: now };
      const today = legalDateOf(now.getTime());
      const before = { from: entry.from, to: entry.to };
      await insertDecision(tx, actor, member, 'CORRECTION', { effectiveOn: today, decision: null, document: null, reason }, { kind, entryId, before, ...correction }, recorded);
      if (correction.withdrawn) await tx.people.withdraw(kind, entryId);
      else await tx.people.setDates(kind, entryId, correction.from, correction.to, recorded);
      tx.ledger.append({
        type: 'member.corrected',
        org: place.organisationCode,
        payload: { by: actedBy(actor), member: member.id, entry: entryId, kind, before, after: correction.withdrawn ? null : { from: correction.from, to: correction.to }, change: recorded.changeId, reason },
      });
      return { changeId: recorded.changeId };
    });
  }

  private async entries(tx: Tx, member: MemberRef, kind: EntryKind, memberships: readonly MembershipEntry[]): Promise<readonly (DatedEntry & { readonly key: string })[]> {
    if (kind === 'MEMBERSHIP') return memberships.map((entry) => ({ ...entry, key: 'MEMBERSHIP' }));
    if (kind === 'PERIOD') return (await tx.people.periods(member.id)).map((entry) => ({ ...entry, key: entry.kind }));
    return (await tx.people.posts(member.id)).map((entry) => ({ ...entry, key: `${entry.organisationId} ${entry.body} ${entry.post}` }));
  }
}

function assertFits(entry: DatedEntry & { readonly key: string }, entries: readonly (DatedEntry & { readonly key: string })[], dates: { readonly from: LegalDate; readonly to: LegalDate | null }): void {
  if (dates.to !== null && dates.to < dates.from) throw new AppError('MEMBER.DATES_REVERSED', 'invalid', 'The last day lies before the first', { from: dates.from, to: dates.to });
  if (entry.from === dates.from && entry.to === dates.to) throw new AppError('MEMBER.UNCHANGED', 'conflict', 'The entry says that already', { from: entry.from, to: entry.to });
  const clash = entries.find((other) => other.id !== entry.id && other.key === entry.key && overlaps(other, dates));
  if (clash) throw new AppError('MEMBER.PERIODS_OVERLAP', 'conflict', 'Another entry covers some of these days', { from: clash.from, to: clash.to });
}
