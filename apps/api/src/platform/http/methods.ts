const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** May this method change something? */
export function isUnsafe(method: string): boolean {
  return !SAFE.has(method.toUpperCase());
}
