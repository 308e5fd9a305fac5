import { type SubjectKind } from '@binhxet/domain';
import { type KnownCodes } from './known-codes.js';

export const COLLECTIVE_PREFIX = 'COLLECTIVE:';

/** Subject as tables write it: a member code, an organisation code, or `COLLECTIVE:` and an organisation code. */
export interface SubjectRef {
  readonly kind: SubjectKind;
  readonly code: string;
}

/** @returns null when no such subject is known. A code that is both is read as the organisation. */
export function parseSubject(written: string, known: KnownCodes): SubjectRef | null {
  if (written.startsWith(COLLECTIVE_PREFIX)) {
    const code = written.slice(COLLECTIVE_PREFIX.length);
    return known.hasOrganisation(code) ? { kind: 'COLLECTIVE', code } : null;
  }
  if (known.hasOrganisation(written)) return { kind: 'ORGANISATION', code: written };
  return known.hasMember(written) ? { kind: 'MEMBER', code: written } : null;
}

/** @returns the way tables write a subject; the inverse of {@link parseSubject}. */
export function writeSubject(kind: SubjectKind, code: string): string {
  return kind === 'COLLECTIVE' ? `${COLLECTIVE_PREFIX}${code}` : code;
}
