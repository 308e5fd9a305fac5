import { type StepRef } from '@binhxet/contracts';
import { type CaseFacts, caseStart, rebuildCase } from './case-facts.js';

const step = (kind: StepRef['kind']): StepRef => ({ stepId: `k:${kind}`, kind, refId: 'k', outstanding: 1, dueAt: null, closeAt: null, remindAt: [], escalateAt: [] });
const facts = (workflow: CaseFacts['workflow'], state: string, ...kinds: StepRef['kind'][]): CaseFacts => ({
  workflow,
  input: { cycleId: 'K.2026', orgId: 'o', orgCode: 'K', year: 2026, clock: 'REAL', caseId: 'k' },
  packId: null,
  state,
  steps: kinds.map(step),
  reminded: 2,
  escalated: 1,
  clockUntil: null,
  handled: [{ commandId: 'c' }],
});

/** Phase to go on in, whether it has been entered, awaited steps. Written from the order of each case, not from the code. */
const ROWS: readonly (readonly [CaseFacts['workflow'], string, readonly StepRef['kind'][], string, boolean, string])[] = [
  ['appeal', 'RECEIVED', ['APPEAL_EVIDENCE', 'APPEAL'], 'RECEIVED', true, 'APPEAL APPEAL_EVIDENCE'],
  ['appeal', 'FORWARDED', ['APPEAL'], 'FORWARDED', true, 'APPEAL'], // its window has passed
  ['appeal', 'ADMITTED', ['APPEAL_EVIDENCE', 'APPEAL'], 'ADMITTED', true, 'APPEAL APPEAL_EVIDENCE'],
  ['appeal', 'VERIFYING', ['APPEAL_EVIDENCE', 'APPEAL'], 'VERIFYING', true, 'APPEAL APPEAL_EVIDENCE'],
  ['appeal', 'CONCLUDED', ['APPEAL'], 'CONCLUDED', true, 'APPEAL'],
  ['appeal', 'RESULT_CHANGED', ['APPEAL'], 'CLOSING', false, ''], // the notice that ends it may be missing
  ['appeal', 'RESULT_CONFIRMED', ['APPEAL'], 'CLOSING', false, ''],
  ['appeal', 'INADMISSIBLE', ['APPEAL_EVIDENCE', 'APPEAL'], 'CLOSING', false, ''],
  ['appeal', 'WITHDRAWN', ['APPEAL_EVIDENCE', 'APPEAL'], 'CLOSING', false, ''],
  ['appeal', 'CLOSED', [], 'DONE', true, ''],
  ['reevaluation', 'OPENED', ['REEVALUATION'], 'OPENED', true, 'REEVALUATION'],
  ['reevaluation', 'DECIDED', ['REEVALUATION'], 'CLOSING', false, ''],
  ['reevaluation', 'DISMISSED', ['REEVALUATION'], 'CLOSING', false, ''],
  ['reevaluation', 'CLOSED', [], 'DONE', true, ''],
];

describe('the state of a lost workflow of a case', () => {
  it.each(ROWS)('%s in %s', (workflow, state, kinds, phase, entered, awaited) => {
    const carried = rebuildCase(facts(workflow, state, ...kinds));
    expect([carried.phase, carried.entered, carried.steps.map((one) => one.kind).sort().join(' ')]).toEqual([phase, entered, awaited]);
  });

  it('remembers what was sent and what was carried out', () => {
    expect(rebuildCase(facts('appeal', 'VERIFYING', 'APPEAL_EVIDENCE', 'APPEAL'))).toMatchObject({ counters: { 'remind:k:APPEAL': 2, 'escalate:k:APPEAL': 1 }, handled: [{ commandId: 'c' }] });
  });

  it('starts with the way back to its page', () => {
    expect(caseStart(facts('reevaluation', 'OPENED', 'REEVALUATION'), 'PACK', 'http://x')).toMatchObject({ workflow: 'reevaluation', input: { packId: 'PACK', pageUrl: 'http://x/reevaluations/k', carried: { phase: 'OPENED' } } });
  });
});
