import { useLanguage, useWords, words } from '../../words/words.js';
import { type Branch, branchesOf, type Line } from './proof-branches.js';

const treeWords = words({
  title: ['Vì sao: từng bước', 'Why: step by step'],
  clause: ['Căn cứ: {clause}', 'Clause: {clause}'],
});
const TONES = { FOR: 'bx-right', AGAINST: 'bx-wrong', OPEN: 'bx-muted', NEUTRAL: '' } as const;

/** A result's derivation, sentence by sentence; every step opens to what it rests on. */
export function ProofTree({ explanation }: { readonly explanation: readonly Line[] }) {
  const say = useWords(treeWords);
  const [root] = branchesOf(explanation);
  if (!root) return null;
  return (
    <section aria-label={say('title')}>
      <h3>{say('title')}</h3>
      <Node branch={root} open />
    </section>
  );
}

function Node({ branch, open = false }: { readonly branch: Branch; readonly open?: boolean }) {
  const language = useLanguage();
  const say = useWords(treeWords);
  const { line, children } = branch;
  const sentence = (
    <span className={TONES[line.tone]}>
      {line.text[language]} {line.clause && <small className="bx-muted">{say('clause', { clause: line.clause })}</small>}
    </span>
  );
  if (children.length === 0) return <p>{sentence}</p>;
  return (
    <details open={open}>
      <summary>{sentence}</summary>
      <div style={{ paddingInlineStart: '1.25rem' }}>
        {children.map((child, index) => (
          <Node key={`${child.line.rule}${index}`} branch={child} />
        ))}
      </div>
    </details>
  );
}
