import { useEffect } from 'react';

/** Page title: screen and body. */
export function useTitle(...parts: readonly (string | null | undefined)[]): void {
  const title = [...parts.filter(Boolean), 'Bình Xét'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
