import { type Schemas } from '@binhxet/api-client';
import { type Session } from '../session/session.js';

export type Form = Schemas['CycleRules']['forms'][number];
export type Section = Form['sections'][number];

/** Forms of the rules for this subject, the one that fits the author's posts first. */
export function formsFor(rules: Schemas['CycleRules'], review: Pick<Schemas['Review'], 'subjectKind'>, session: Session): Form[] {
  const leads = session.capacities.some((capacity) => capacity.kind === 'POST' && capacity.post !== 'OFFICER');
  const fits = (form: Form) => form.holdsLeadershipPost === undefined || form.holdsLeadershipPost === leads;
  const forms = rules.forms.filter((form) => form.subject === review.subjectKind);
  return [...forms.filter(fits), ...forms.filter((form) => !fits(form))];
}

/** Words as a reader counts them: Vietnamese separates syllables by blanks. */
export const wordsIn = (text: string): number => text.split(/\s+/u).filter(Boolean).length;
export const GRADES = ['G1', 'G2', 'G3', 'G4'] as const;

export type SectionState = 'stateDone' | 'stateUngraded' | 'stateEmpty';
export function stateOfSection(section: Section, text: string, grade: string): SectionState {
  if (text.trim() === '') return 'stateEmpty';
  return section.graded && grade === '' ? 'stateUngraded' : 'stateDone';
}
