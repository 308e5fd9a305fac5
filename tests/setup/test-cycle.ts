import { cellWorkflowId, type StepRef } from '@binhxet/contracts';
import { type SettingsFile } from '@binhxet/domain';
import { loadRulePacks } from '@binhxet/rule-packs';
import { BodyActs } from './body-acts.js';
import { type DataPlane } from './data-plane.js';

export const TEST_CYCLE = 'KHOI.2026';

/** Opens and freezes the cycle of 2026 of the small organisation. */
export async function openTestCycle(plane: DataPlane, settings: SettingsFile = plane.settings): Promise<void> {
  await plane.openCycles.open(await plane.as('CB11-01'), { superiorCode: 'KHOI', period: '2026', clock: 'REAL', rules: {}, settings, plan: {}, simulated: true });
  await plane.engine.freezeCycle(TEST_CYCLE);
}

const forms = loadRulePacks().forYear(2026).content.forms ?? [];

/** Hands in the paper of one review as its author, or as the leader of a collective. */
export async function handIn(plane: DataPlane, authorCode: string, reviewId: string, subject: 'MEMBER' | 'COLLECTIVE'): Promise<void> {
  const form = forms.find((one) => one.subject === subject);
  const author = await plane.as(authorCode);
  const { version } = await plane.papers.save(author, reviewId, { form: form?.id ?? '', sections: {}, grades: {}, selfLevel: 2 }, 0);
  await plane.papers.submit(author, reviewId, version);
}

/** A cell whose members have handed in, except the absent ones, and whose MEETING step is open. @param reporter writes the report of the cell committee, where there is one */
export async function cellReadyToMeet(plane: DataPlane, code: string, absent: readonly string[] = [], reporter?: string): Promise<BodyActs> {
  const cell = new BodyActs(plane, { cycleId: TEST_CYCLE, orgId: await plane.organisationId(code), workflowId: cellWorkflowId(TEST_CYCLE, code) });
  const step = (await cell.open('SELF_REVIEW')) as StepRef;
  const reviews = await plane.sql.query<{ id: string; code: string }>(`select r.id, m.code from app.review r join app.member m on m.id = r.subject_id where r.organisation_id = $1 and r.subject_kind = 'MEMBER' order by m.code`, [cell.body.orgId]);
  for (const review of reviews) if (!absent.includes(review.code)) await handIn(plane, review.code, review.id, 'MEMBER');
  const [collective] = await plane.sql.query<{ id: string }>(`select id from app.review where organisation_id = $1 and subject_kind = 'COLLECTIVE'`, [cell.body.orgId]);
  if (collective && reporter) await handIn(plane, reporter, collective.id, 'COLLECTIVE');
  await plane.engine.closeStep(step.stepId, absent.length > 0 ? 'TIME' : 'ALL_IN');
  await cell.open('MEETING');
  return cell;
}
