import { type Schemas } from '@binhxet/api-client';
import { useRules } from '../../ui/level-chip.js';
import { type Rank } from '../../ui/ranks.js';
import { useWords } from '../../words/words.js';
import { type Adjustments } from './board-table.js';
import { decisionWords } from './decision.words.js';

type Row = Pick<Schemas['BoardRow'], 'id' | 'subjectKind' | 'ceiling'>;

/** Highest allowed levels that a refusal named, by review: they may be stricter than what the board knew. */
export type Ceilings = Readonly<Record<string, Rank | null>>;

/** Grounds of the year's rules, and whether a reason alone is enough. */
export function useGrounds(cycleId: string) {
  const rules = useRules(cycleId).data;
  const of = (kind: Schemas['SubjectKind']) => (rules?.grounds ?? []).filter((ground) => ground.subjects.includes(kind));
  return { of, reasonIsEnough: rules?.settings['gates.enforcement']?.value === 'WARN_WITH_REASON' };
}

/** Is the level that would be decided better than the highest one allowed? */
export function isAbove(row: Row, level: Rank | null | undefined, refused: Ceilings): boolean {
  const ceiling = refused[row.id] ?? row.ceiling;
  return ceiling !== null && ceiling !== undefined && level !== null && level !== undefined && level < ceiling;
}

/** Adjustments above the ceiling that name no ground although the rules know some. */
export function groundless(rows: readonly Row[], adjustments: Adjustments, refused: Ceilings, { of, reasonIsEnough }: ReturnType<typeof useGrounds>): number {
  return reasonIsEnough ? 0 : rows.filter((row) => isAbove(row, adjustments[row.id]?.level, refused) && of(row.subjectKind).length > 0 && !adjustments[row.id]?.ground).length;
}

/** On which ground the level is above the highest allowed; where the rules know none, that is said instead. */
export function GroundSelect({ cycleId, row, name, value, onChange }: { readonly cycleId: string; readonly row: Row; readonly name: string; readonly value: string | undefined; readonly onChange: (ground: string | undefined) => void }) {
  const say = useWords(decisionWords);
  const grounds = useGrounds(cycleId);
  const list = grounds.of(row.subjectKind);
  if (list.length === 0) return <div className={grounds.reasonIsEnough ? 'bx-muted' : 'bx-wrong'}>{say(grounds.reasonIsEnough ? 'aboveWithReason' : 'noGround')}</div>;
  return (
    <select id={`ground-${row.id}`} className="bx-input" aria-label={say('groundOf', { name })} aria-invalid={(!value && !grounds.reasonIsEnough) || undefined} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
      <option value="">{say('chooseGround')}</option>
      {list.map((ground) => (
        <option key={ground.id} value={ground.id}>
          {ground.label}
        </option>
      ))}
    </select>
  );
}
