import { type ReactNode, Suspense, useState } from 'react';
import { Waiting } from './loaded.js';

/** A chart of the table above it, loaded when it is asked for. */
export function ChartBelow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [shown, setShown] = useState(false);
  return (
    <details onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{label}</summary>
      {shown && <Suspense fallback={<Waiting />}>{children}</Suspense>}
    </details>
  );
}
