import { Global, Module } from '@nestjs/common';
import { ActivateAccountService, Clock, Ids, IssueActivationCodesService, PasswordHasher, SessionReader, SessionService, SetPasswordService, SignInService, UnitOfWork } from '@binhxet/application';
import { PgSessionReader } from '@binhxet/persistence';
import { AccountsController } from '../accounts/accounts.controller.js';
import { ApiConfig } from '../api-config.js';
import { PlannedSql } from '../platform/read-sql.js';
import { provide, provideAs } from '../provide.js';
import { Argon2Hasher } from './argon2-hasher.js';
import { AuthController } from './auth.controller.js';

const MINUTE = 60_000;
/** How long one reading of a session serves. A post that ends or a session closed elsewhere is seen after it at the latest. */
const SESSION_CACHE_MS = 2_000;

/** Accounts, sessions, codes. Global: the guard of every route asks for sessions. */
@Global()
@Module({
  controllers: [AuthController, AccountsController],
  providers: [
    provideAs(PasswordHasher, () => new Argon2Hasher()),
    provideAs(SessionReader, (sql: PlannedSql) => new PgSessionReader(sql), PlannedSql),
    provideAs(
      SessionService,
      (uow: UnitOfWork, reader: SessionReader, clock: Clock, { access }: ApiConfig) =>
        new SessionService(uow, reader, clock, { idleMs: access.sessionIdleMinutes * MINUTE, absoluteMs: access.sessionMinutes * MINUTE, cacheMs: SESSION_CACHE_MS }),
      UnitOfWork,
      SessionReader,
      Clock,
      ApiConfig,
    ),
    provideAs(
      SignInService,
      (uow: UnitOfWork, sessions: SessionService, hasher: PasswordHasher, clock: Clock, { access }: ApiConfig) =>
        new SignInService(uow, sessions, hasher, clock, { windowMs: access.throttleMinutes * MINUTE, perLogin: access.failuresPerLogin, perAddress: access.failuresPerAddress }),
      UnitOfWork,
      SessionService,
      PasswordHasher,
      Clock,
      ApiConfig,
    ),
    provide(ActivateAccountService, UnitOfWork, SessionService, Clock),
    provide(SetPasswordService, UnitOfWork, SessionService, PasswordHasher),
    provideAs(
      IssueActivationCodesService,
      (uow: UnitOfWork, clock: Clock, ids: Ids, { access }: ApiConfig) => new IssueActivationCodesService(uow, clock, ids, access.activationMinutes * MINUTE),
      UnitOfWork,
      Clock,
      Ids,
      ApiConfig,
    ),
  ],
  exports: [SessionService, SessionReader],
})
export class AuthModule {}
