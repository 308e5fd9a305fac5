import { Button } from 'antd';
import { useId } from 'react';
import { type Schemas } from '@binhxet/api-client';
import { useProblemText } from './problem-text.js';

export type AllowedAction = Schemas['AllowedAction'];

/** @returns the action of that name, if the reader has it at all */
export const actionOf = (actions: readonly AllowedAction[], id: string): AllowedAction | undefined => actions.find((one) => one.id === id);

/** A button for an action of the API. What is blocked now stays focusable and says why underneath. */
export function ActionButton({ action, children, onAct, primary, danger, busy }: { readonly action: AllowedAction; readonly children: string; readonly onAct: () => void; readonly primary?: boolean; readonly danger?: boolean; readonly busy?: boolean }) {
  const text = useProblemText();
  const reasonId = useId();
  return (
    <span className="bx-action">
      <Button
        size="large"
        type={primary ? 'primary' : 'default'}
        danger={danger ?? false}
        loading={busy ?? false}
        className={action.allowed ? '' : 'bx-blocked'}
        {...(!action.allowed && { 'aria-disabled': true, 'aria-describedby': reasonId })}
        onClick={() => action.allowed && onAct()}
      >
        {children}
      </Button>
      {!action.allowed && (
        <small id={reasonId} className="bx-muted">
          {text(action.reasonCode ?? 'SERVER.REFUSED', action.facts)}
        </small>
      )}
    </span>
  );
}
