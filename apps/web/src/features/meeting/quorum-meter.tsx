import { useWords } from '../../words/words.js';
import { meetingWords } from './meeting.words.js';

interface Formula {
  readonly votes: number;
  readonly of: number;
  readonly num: number;
  readonly den: number;
  readonly left: number;
  readonly right: number;
  readonly comparator: '>' | '>=';
  readonly holds: boolean;
}
export interface QuorumFacts {
  readonly checked?: boolean;
  readonly provisional?: boolean;
  readonly met?: boolean;
  readonly counted: number;
  readonly present: number;
  readonly missing?: number;
  readonly clause?: string;
  readonly formula?: Formula;
}

/** The quorum with its formula in whole numbers; said again whenever it changes. */
export function QuorumMeter({ quorum }: { readonly quorum: QuorumFacts | null }) {
  const say = useWords(meetingWords);
  if (!quorum) return null;
  const { counted, present, formula, missing } = quorum;
  // The numbers kept at the opening hold the formula alone.
  const met = quorum.met ?? formula?.holds ?? false;
  const sign = formula?.comparator === '>' ? (met ? '>' : '≤') : met ? '≥' : '<';
  return (
    <div className="bx-panel" role="status" aria-live="polite">
      <h3>{say('quorum')}</h3>
      <div className="bx-meter" aria-hidden>
        <span style={{ width: `${counted === 0 ? 0 : Math.min(100, (100 * present) / counted)}%` }} />
      </div>
      {formula ? (
        <p className={met ? 'bx-right' : 'bx-wrong'}>
          {say('quorumSum', { present, counted, num: formula.num, den: formula.den, left: formula.left, right: formula.right, sign, verdict: met ? say('enough') : say('short', { n: missing }) })}
        </p>
      ) : (
        <p>{say('quorumUnknown', { present, counted })}</p>
      )}
      {quorum.provisional && <small className="bx-muted">{say('quorumNow')}</small>}
      {quorum.clause && <small className="bx-muted">{quorum.clause}</small>}
    </div>
  );
}
