import { type AppealPlace, type AppealView } from '../readers/case.reader.js';
import { type Access } from './access.js';
import { type Actor } from './actor.js';

/** How much of an appeal a reader sees: all of it, the own case, or that there is one about the own result. */
export type AppealSight = 'ALL' | 'FILER' | 'SUBJECT';

/**
 * Only the people of the authority and its panel see a case; who filed it sees the own words and what became of them; the subject sees
 * that the result is looked at and what became of it, never who filed.
 * @returns null: the case does not exist for this reader
 */
export function appealSight(access: Access, actor: Actor, place: AppealPlace): AppealSight | null {
  const isPanel = actor.memberId !== null && place.panel.some(({ memberId }) => memberId === actor.memberId);
  const isSubject = place.subjectKind === 'MEMBER' && place.subjectId === actor.memberId;
  // A case about oneself is seen as its subject, whatever post one holds.
  if (!isSubject && (isPanel || access.holds(actor, 'appeal.handle', place.authorityId))) return 'ALL';
  if (actor.memberId !== null && actor.memberId === place.filerId) return 'FILER';
  return isSubject ? 'SUBJECT' : null;
}

/** The case as this reader may see it. */
export function seenAppeal(view: AppealView, sight: AppealSight, actor: Actor) {
  if (sight === 'ALL') return { ...view, sight };
  const filer = sight === 'FILER';
  const acts = view.acts.map((act) => ({ ...act, by: null, reason: ['REJECT', 'FORWARD', 'CONFIRM', 'CHANGE'].includes(act.act) ? act.reason : null }));
  return {
    ...view,
    sight,
    filer: filer ? view.filer : null,
    grounds: filer ? view.grounds : null,
    panel: [],
    evidence: filer ? view.evidence.filter((one) => one.byAccountId === actor.accountId) : [],
    findings: view.decision ? view.findings : null,
    recommended: null,
    quota: [],
    acts: filer ? acts : acts.filter((act) => act.act !== 'FILE' && act.act !== 'DECLARE_CONFLICT'),
  };
}
