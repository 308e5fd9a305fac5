import { type Problem } from '../../api/problem.js';
import { useRules } from '../../ui/level-chip.js';
import { type Rank } from '../../ui/ranks.js';
import { useWords } from '../../words/words.js';
import { type Ceilings } from './ground-select.js';
import { decisionWords } from './decision.words.js';

interface Subject {
  readonly reviewId: string;
  readonly level: Rank;
  readonly ceiling: Rank | null;
  readonly failing: readonly string[];
}

/** Whom a refusal names as above the highest level allowed. */
export function aboveOf(problem: Problem | null): readonly Subject[] {
  const told = problem?.code === 'DECISION.ABOVE_CEILING' ? problem.facts['subjects'] : null;
  return Array.isArray(told) ? (told as Subject[]) : [];
}

export const ceilingsOf = (problem: Problem | null): Ceilings => Object.fromEntries(aboveOf(problem).map((one) => [one.reviewId, one.ceiling]));

/** The refusal name by name: level, highest level allowed, and the conditions that hold it down in the words of the rules. */
export function AboveCeiling({ cycleId, problem, nameOf, levelOf }: { readonly cycleId: string; readonly problem: Problem | null; readonly nameOf: (reviewId: string) => string; readonly levelOf: (reviewId: string, level: Rank) => string }) {
  const say = useWords(decisionWords);
  const gates = useRules(cycleId).data?.gates ?? [];
  const subjects = aboveOf(problem);
  if (subjects.length === 0) return null;
  return (
    <ul>
      {subjects.map((one) => (
        <li key={one.reviewId}>
          {say('aboveLine', { name: nameOf(one.reviewId), level: levelOf(one.reviewId, one.level), ceiling: one.ceiling === null ? '–' : levelOf(one.reviewId, one.ceiling) })}
          <ul>
            {one.failing.map((id) => {
              const gate = gates.find((rule) => rule.id === id);
              return (
                <li key={id}>
                  {say(gate?.requires === false ? 'gateApplies' : 'gateNotMet', { label: gate?.label ?? id })} {gate && <small className="bx-muted">{gate.clause}</small>}
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
