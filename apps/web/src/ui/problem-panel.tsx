import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { type Problem } from '../api/problem.js';
import { common } from '../words/common.words.js';
import { useWords } from '../words/words.js';
import { useProblemText } from './problem-text.js';
import { QuotaNumbers } from './quota-numbers.js';

export interface ProblemPanelProps {
  readonly problem: Problem;
  readonly onRetry?: (() => void) | undefined;
  /** Id of the field an error points at, to link its line to it. */
  readonly fieldOf?: ((pointer: string) => { id: string; label: string } | null) | undefined;
}

/** A refusal at the place of the act: sentence, numbers, the fields it names, and what to quote when asking for help. */
export function ProblemPanel({ problem, onRetry, fieldOf }: ProblemPanelProps) {
  const say = useWords(common);
  const text = useProblemText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [problem]);
  return (
    <div ref={box} tabIndex={-1} className="bx-problem" role="alert">
      <Alert
        type="error"
        showIcon
        title={text(problem.code, problem.facts)}
        description={
          <>
            {problem.errors.length > 0 && (
              <ul className="bx-plain-list">
                {problem.errors.map((error, index) => {
                  const field = fieldOf?.(error.pointer) ?? null;
                  const line = text(error.code, error.facts);
                  return <li key={`${error.pointer}${index}`}>{field ? <a href={`#${field.id}`} onClick={(event) => focusField(event, field.id)}>{`${field.label}: ${line}`}</a> : line}</li>;
                })}
              </ul>
            )}
            {Array.isArray(problem.facts['groups']) && <QuotaNumbers groups={problem.facts['groups'] as never} />}
            <small className="bx-muted">
              {say('code', { code: problem.code })}
              {problem.correlationId && ` · ${say('correlation', { id: problem.correlationId })}`}
            </small>
          </>
        }
        action={onRetry && <Button onClick={onRetry}>{say('retry')}</Button>}
      />
    </div>
  );
}

function focusField(event: { preventDefault(): void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
