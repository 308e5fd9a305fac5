import { type CarriedState, type StepKind } from '@binhxet/contracts';
import { type BodyFacts, type StepFact } from './body-facts.js';
import { endedState, rebuildState } from './rebuild-state.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 11, 1, 2, minute));
const PHASE_BEGAN = at(10);

/** A step of the body. `before`: opened and closed before the phase; `open`; `closed`: opened before or in the phase, closed in it. */
function step(kind: StepKind, when: 'before' | 'open' | 'closed', more: Partial<StepFact['ref']> & { readonly reminded?: number } = {}): StepFact {
  const { reminded = 0, ...ref } = more;
  const closedAt = when === 'before' ? at(5) : when === 'closed' ? at(20) : null;
  return {
    ref: { stepId: `s-${kind}`, kind, outstanding: when === 'open' ? 1 : 0, dueAt: null, closeAt: null, remindAt: [], escalateAt: [], ...ref },
    kind,
    open: when === 'open',
    openedAt: when === 'before' ? at(1) : at(11),
    closedAt,
    reminded,
    escalated: 0,
  };
}

type Workflow = BodyFacts['body']['workflow'];
function facts(workflow: Workflow, phase: string, steps: readonly StepFact[] = [], more: Partial<BodyFacts> = {}): BodyFacts {
  const body = { workflowId: 'w', cycleId: 'K.2026', superiorId: 's', organisationId: 'o', workflow, refId: null, phase, phaseAt: PHASE_BEGAN };
  return { body, steps, submission: null, decided: false, grassrootsCell: false, absent: [], settled: false, clockUntil: null, handled: [], ...more };
}

const SUBMITTED = { state: 'SUBMITTED', submittedAt: at(21) };
const EARLIER = { state: 'SUBMITTED', submittedAt: at(2) };
const RETURNED = { state: 'RETURNED', submittedAt: at(2) };

/** Phase to go on in, whether it has been entered, marks, awaited steps. Written from the order of each body, not from the code. */
type Row = readonly [Workflow, string, readonly StepFact[], Partial<BodyFacts>, readonly [phase: string, entered: boolean, marks: string, steps: string]];
const ROWS: readonly Row[] = [
  // A cell.
  ['cellReview', 'SELF_REVIEW', [], {}, ['SELF_REVIEW', false, '', '']], // its step was never opened
  ['cellReview', 'SELF_REVIEW', [step('SELF_REVIEW', 'open')], {}, ['SELF_REVIEW', true, '', 'SELF_REVIEW']],
  ['cellReview', 'SELF_REVIEW', [step('SELF_REVIEW', 'closed')], {}, ['SELF_REVIEW', true, '', '']], // goes on by itself
  ['cellReview', 'OPINIONS', [step('SELF_REVIEW', 'before'), step('OPINIONS', 'open')], {}, ['OPINIONS', true, '', 'OPINIONS']],
  ['cellReview', 'MEETING', [step('MEETING', 'open'), step('PAPER_COUNT', 'open', { refId: 'b' })], {}, ['MEETING', true, '', 'MEETING PAPER_COUNT']],
  ['cellReview', 'MEETING', [step('MEETING', 'closed')], {}, ['MEETING', true, 'SAT', '']], // it has sat
  ['cellReview', 'MEETING', [step('MEETING', 'before')], { submission: RETURNED }, ['MEETING', false, 'RETURNED', '']], // sits anew
  ['cellReview', 'MEETING', [step('MEETING', 'open')], { submission: RETURNED }, ['MEETING', false, 'RETURNED', 'MEETING']], // the hand-over beside it is missing
  ['cellReview', 'MEETING', [step('MEETING', 'closed'), step('SUBMISSION', 'closed')], { submission: SUBMITTED }, ['SUBMITTED', false, '', '']], // mended without a meeting
  ['cellReview', 'SUBMISSION', [step('SUBMISSION', 'open')], {}, ['SUBMISSION', true, '', 'SUBMISSION']],
  ['cellReview', 'SUBMISSION', [step('SUBMISSION', 'closed')], { submission: SUBMITTED }, ['SUBMITTED', false, '', '']],
  ['cellReview', 'SUBMISSION', [], { grassrootsCell: true }, ['SUBMISSION', false, '', '']], // hands over without a person
  ['cellReview', 'SUBMITTED', [], { submission: EARLIER }, ['SUBMITTED', true, '', '']],
  // A late review.
  ['lateReview', 'SELF_REVIEW', [step('LATE_SELF_REVIEW', 'open')], {}, ['SELF_REVIEW', true, '', 'LATE_SELF_REVIEW']],
  ['lateReview', 'MEETING', [step('MEETING', 'closed')], { submission: SUBMITTED }, ['MEETING', true, 'SAT', '']], // the cell's hand-over is not its own
  ['lateReview', 'SUBMISSION', [step('SUBMISSION', 'closed')], { settled: true }, ['DONE', false, '', '']],
  // An organisation.
  ['organisationReview', 'UNITS', [], {}, ['UNITS', false, '', '']],
  ['organisationReview', 'UNITS', [step('UNITS', 'open')], {}, ['UNITS', false, '', 'UNITS']], // the report was not asked for yet
  ['organisationReview', 'UNITS', [step('UNITS', 'open'), step('COLLECTIVE_REPORT', 'open')], {}, ['UNITS', true, 'REPORT_ASKED', 'COLLECTIVE_REPORT UNITS']],
  ['organisationReview', 'UNITS', [step('UNITS', 'closed')], {}, ['UNITS', true, 'REPORT_ASKED', '']],
  ['organisationReview', 'SITTING', [step('MEETING', 'open')], {}, ['SITTING', true, 'REPORT_ASKED', 'MEETING']],
  ['organisationReview', 'SITTING', [step('MEETING', 'closed')], {}, ['SITTING', true, 'REPORT_ASKED SAT', '']],
  ['organisationReview', 'SITTING', [step('UNITS', 'open'), step('MEETING', 'open')], {}, ['UNITS', false, 'REPORT_ASKED', 'MEETING UNITS']], // a cell was sent back
  ['organisationReview', 'DECISION', [step('DECISION', 'open')], {}, ['DECISION', true, 'REPORT_ASKED', 'DECISION']],
  ['organisationReview', 'DECISION', [step('DECISION', 'closed')], {}, ['DOSSIER', false, 'REPORT_ASKED', '']],
  ['organisationReview', 'DOSSIER', [step('SUBMISSION', 'closed')], { submission: SUBMITTED }, ['SUBMITTED', false, 'REPORT_ASKED', '']],
  ['organisationReview', 'HEADS_SITTING', [step('MEETING', 'before')], { submission: EARLIER, decided: true }, ['HEADS_SITTING', false, 'REPORT_ASKED', '']],
  ['organisationReview', 'HEADS_DECISION', [step('DECISION', 'closed')], { decided: true }, ['DONE', false, '', '']],
  // The cycle.
  ['annualCycle', 'REVIEW', [step('UNITS', 'open')], {}, ['REVIEW', false, '', 'UNITS']],
  ['annualCycle', 'REVIEW', [step('UNITS', 'closed'), step('VERIFICATION', 'open')], {}, ['REVIEW', true, '', 'VERIFICATION']],
  ['annualCycle', 'CLASSIFICATION', [], {}, ['CLASSIFICATION', false, '', '']],
  ['annualCycle', 'CLASSIFICATION', [step('MEETING', 'open')], {}, ['CLASSIFICATION', true, 'SIT_AGAIN', 'MEETING']],
  ['annualCycle', 'CLASSIFICATION', [step('MEETING', 'closed'), step('DECISION', 'open')], {}, ['CLASSIFICATION', true, 'SAT SIT_AGAIN', '']], // the decision opens again
  ['annualCycle', 'CLASSIFICATION', [step('MEETING', 'closed'), step('DECISION', 'closed')], {}, ['HEADS', false, '', '']],
  ['annualCycle', 'HEADS', [step('HEADS', 'open')], {}, ['HEADS', true, '', 'HEADS']],
  ['annualCycle', 'COMMENDATION', [], {}, ['COMMENDATION', false, '', '']],
  ['commendation', 'CASES', [], {}, ['CASES', true, '', '']],
  ['commendation', 'CASES', [], { settled: true }, ['DONE', false, '', '']],
];

describe('the state of a lost workflow', () => {
  it.each(ROWS)('%s in %s', (workflow, phase, steps, more, [to, entered, marks, awaited]) => {
    const state = rebuildState(facts(workflow, phase, steps, more)) as CarriedState;
    expect([state.phase, state.entered, [...state.marks].sort().join(' '), state.steps.map((one) => one.kind).sort().join(' ')]).toEqual([to, entered, marks, awaited]);
  });

  it.each<[Workflow, string]>([['annualCycle', 'OPENING'], ['organisationReview', 'OPENING'], ['cellReview', 'DONE'], ['annualCycle', 'CLOSED']])('%s in %s has none', (workflow, phase) => {
    expect(rebuildState(facts(workflow, phase))).toBeNull();
  });

  it('remembers facts from above that may not have been heard', () => {
    const pending = (workflow: Workflow, phase: string, more: Partial<BodyFacts>) => rebuildState(facts(workflow, phase, [], more))?.facts;
    expect(pending('cellReview', 'SUBMITTED', { submission: RETURNED })).toEqual(['RETURNED']);
    expect(pending('cellReview', 'SUBMITTED', { submission: EARLIER, decided: true })).toEqual(['DECIDED']);
    expect(pending('cellReview', 'SELF_REVIEW', { decided: true })).toEqual(['DECIDED']); // passed over: heard when it has handed in
    expect(pending('organisationReview', 'HEADS_SITTING', { decided: true })).toEqual([]);
  });

  it('says which steps are complete and what has been sent about them', () => {
    const ready = step('SELF_REVIEW', 'open', { outstanding: 0, reminded: 2 });
    const state = rebuildState(facts('cellReview', 'SELF_REVIEW', [ready], { clockUntil: '2026-12-02T17:00:00.000Z', handled: [{ commandId: 'c' }] }));
    expect(state).toMatchObject({ ready: ['s-SELF_REVIEW'], counters: { 'remind:s-SELF_REVIEW': 2, 'escalate:s-SELF_REVIEW': 0 }, clockUntil: '2026-12-02T17:00:00.000Z', handled: [{ commandId: 'c' }] });
  });

  it('opens the reviews of absent members where the cell has handed over', () => {
    const absent = ['r1', 'r2'];
    const late = (phase: string, steps: StepFact[], more: Partial<BodyFacts> = {}) => rebuildState(facts('cellReview', phase, steps, { absent, ...more }))?.late;
    expect(late('MEETING', [step('MEETING', 'closed')])).toEqual([]);
    expect(late('SUBMITTED', [], { submission: EARLIER })).toEqual(absent);
    expect(late('MEETING', [step('MEETING', 'closed')], { grassrootsCell: true })).toEqual(absent);
  });

  it('of one that has ended lets it end at once', () => {
    expect(endedState('DONE')).toMatchObject({ phase: 'DONE', entered: true, steps: [] });
  });
});
