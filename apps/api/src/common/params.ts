import { z } from 'zod';

export const orgCode = z.string().regex(/^[A-Z0-9-]{1,24}$/).describe('code of an organisation');
export const memberCode = z.string().regex(/^[A-Z0-9-]{1,32}$/).describe('code of a member');
export const cycleId = z.string().regex(/^[A-Z0-9-]{1,24}\.[0-9]{4}(-Q[1-4])?$/).describe('{superior}.{period}');
export const uuid = z.uuid();
export const legalDate = z.iso.date().describe('day in Asia/Ho_Chi_Minh');
/** Text a person gives as grounds. */
export const reason = z.string().trim().min(1).max(4_000);
export const searchText = z.string().trim().min(1).max(100).describe('part of a name, diacritics and case do not matter, or a code');
/** `true` and `false` of a query string. */
export const queryFlag = z.enum(['true', 'false']).transform((text) => text === 'true');
