import { Alert, Button } from 'antd';
import { useLevelWords } from '../../ui/level-chip.js';
import { useWords } from '../../words/words.js';
import { type Conflict } from './merge-drafts.js';
import { type Form, type GRADES } from './paper-forms.js';
import { reviewWords } from './review.words.js';
import { type useDraft } from './use-draft.js';

/** Both versions of each place that two devices changed; the author decides, nothing is overwritten. */
export function DraftConflicts({ work, form, cycleId }: { readonly work: ReturnType<typeof useDraft>; readonly form: Form; readonly cycleId: string }) {
  const say = useWords(reviewWords);
  const levels = useLevelWords(cycleId);
  const headingOf = (conflict: Conflict) => (conflict.kind === 'selfLevel' ? say('selfLevel') : (form.sections.find((one) => one.id === conflict.id)?.heading ?? conflict.id));
  const shown = (conflict: Conflict, value: string) => {
    if (value === '') return say('empty');
    if (conflict.kind === 'selfLevel') return levels.label(form.subject, levels.ranks[Number(value) - 1]!);
    return conflict.kind === 'grade' ? say(value as (typeof GRADES)[number]) : value;
  };
  return (
    <section>
      <Alert type="warning" showIcon title={say('newer')} description={say('newerLead')} />
      {work.conflicts.map((conflict) => (
        <section key={`${conflict.kind}${conflict.id}`} className="bx-panel">
          <h2>{headingOf(conflict)}</h2>
          <div className="bx-both">
            {(['mine', 'theirs'] as const).map((side) => (
              <div key={side}>
                <h3>{say(side)}</h3>
                <p className="bx-written">{shown(conflict, conflict[side])}</p>
                <Button size="large" onClick={() => work.settle(conflict, conflict[side])}>
                  {say('keepThis')}
                </Button>
              </div>
            ))}
          </div>
          {conflict.kind === 'section' && (
            <Button size="large" onClick={() => work.settle(conflict, `${conflict.theirs}\n\n${conflict.mine}`)}>
              {say('keepBoth')}
            </Button>
          )}
        </section>
      ))}
    </section>
  );
}
