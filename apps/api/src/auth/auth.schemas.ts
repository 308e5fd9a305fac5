import { ACCESS_ROLES, BODY_KINDS, ORG_ROLES, POST_KINDS } from '@binhxet/domain';
import { z } from 'zod';

export const activateRequest = z.strictObject({ code: z.string().min(1).max(200).describe('one-time activation code') }).meta({ id: 'ActivateRequest' });
export const loginRequest = z.strictObject({ login: z.string().min(1).max(200), password: z.string().min(1).max(200) }).meta({ id: 'LoginRequest' });
export const passwordRequest = z
  .strictObject({
    password: z.string().min(10).max(200),
    currentPassword: z.string().min(1).max(200).optional().describe('needed when the account has a password already'),
  })
  .meta({ id: 'PasswordRequest' });

export const openedSession = z
  .object({ csrfToken: z.string().describe('send it as X-CSRF-Token with every unsafe request'), expiresAt: z.iso.datetime() })
  .meta({ id: 'OpenedSession' });

const capacity = z
  .object({
    kind: z.enum(['MEMBER', 'POST', 'GRANT']),
    organisation: z.object({ code: z.string(), name: z.string(), role: z.enum(ORG_ROLES) }).nullable().describe('null: everywhere'),
    body: z.enum(BODY_KINDS).nullable(),
    post: z.enum(POST_KINDS).nullable(),
    isHead: z.boolean(),
    grant: z.enum(['ADMINISTRATOR', 'AUDITOR']).nullable(),
    roles: z.array(z.enum(ACCESS_ROLES)),
  })
  .meta({ id: 'Capacity' });

export const sessionResponse = z
  .object({
    account: z.object({ id: z.uuid(), login: z.string(), hasPassword: z.boolean() }),
    member: z.object({ id: z.uuid(), code: z.string(), fullName: z.string() }).nullable(),
    capacities: z.array(capacity),
    csrfToken: z.string(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Session' });
