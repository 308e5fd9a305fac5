import { IssueActivationCodesService } from '@binhxet/application';
import { openDataSource, PgUnitOfWork } from '@binhxet/persistence';
import { newId, newSecretId, SystemClock } from '@binhxet/platform';

export interface IssuedLogin {
  readonly login: string;
  readonly code: string;
}

/** A code printed on a terminal is used soon. */
const CODE_LIFE_MS = 24 * 3_600_000;

/**
 * Makes sure an administrator exists and gives a one-time code for it: the only way in before anybody has an account.
 * @param databaseUrl PostgreSQL as `bx_api`
 * @param login lower case
 */
export function issueAdministratorCode(databaseUrl: string, login: string): Promise<IssuedLogin> {
  return issueCode(databaseUrl, login, 'ADMINISTRATOR', null);
}

/** The same for somebody who reads what lies under one organisation, and changes nothing. */
export function issueAuditorCode(databaseUrl: string, login: string, organisation: string): Promise<IssuedLogin> {
  return issueCode(databaseUrl, login, 'AUDITOR', organisation);
}

async function issueCode(databaseUrl: string, login: string, role: 'ADMINISTRATOR' | 'AUDITOR', organisation: string | null): Promise<IssuedLogin> {
  const source = await openDataSource({ url: databaseUrl, poolSize: 1, applicationName: 'binhxet-ops', onPoolError: () => undefined });
  try {
    const clock = new SystemClock();
    const uow = new PgUnitOfWork(source, clock, { next: newId, secret: newSecretId });
    return await new IssueActivationCodesService(uow, clock, { next: newId, secret: newSecretId }, CODE_LIFE_MS).issueForGrant(login, role, organisation);
  } finally {
    await source.destroy();
  }
}
