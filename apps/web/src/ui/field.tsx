import { type ReactNode } from 'react';
import { type Problem } from '../api/problem.js';
import { useProblemText } from './problem-text.js';

export interface FieldProps {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

/**
 * A labelled input that shows the refusals which point at it.
 * @param pointer JSON pointer of the value in the request, `/on`
 */
export function Field({ id, label, hint, problem, pointer, children }: { readonly id: string; readonly label: string; readonly hint?: string; readonly problem: Problem | null; readonly pointer: string; readonly children: (props: FieldProps) => ReactNode }) {
  const text = useProblemText();
  const lines = (problem?.errors ?? []).filter((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`)).map((error) => text(error.code, error.facts));
  const told = lines.length > 0 ? `${id}-refused` : undefined;
  return (
    <div className="bx-labelled">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': lines.length > 0 || undefined, 'aria-describedby': told })}
      {hint && <small className="bx-muted">{hint}</small>}
      {told && (
        <small id={told} className="bx-wrong">
          {[...new Set(lines)].join(' ')}
        </small>
      )}
    </div>
  );
}

/** Links the lines of a refusal to the fields of a form. @param labels by the first part of the pointer; ids are `{prefix}-{part}` */
export function fieldsOf(prefix: string, labels: Readonly<Record<string, string>>): (pointer: string) => { id: string; label: string } | null {
  return (pointer) => {
    const part = pointer.split('/')[1] ?? '';
    const label = labels[part];
    return label === undefined ? null : { id: `${prefix}-${part}`, label };
  };
}
