import { isAppError } from '@binhxet/domain';
import { z } from 'zod';
import { loadConfig } from './load-config.js';
import { databaseSection, httpSection, ledgerSection, modeSection, smtpSection } from './sections.js';
import { variable } from './variable.js';

const full = {
  BX_DATABASE_URL: 'postgres://bx_api:R4nd0mEnough@127.0.0.1:5432/binhxet',
  BX_PUBLIC_URL: 'http://localhost:8080/',
  LEDGER_KEY_FILE: '/run/secrets/ledger',
};

function refusal(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('loadConfig', () => {
  it('gives a nested typed object with defaults', () => {
    const config = loadConfig(
      { database: databaseSection, http: httpSection, ledger: ledgerSection, mode: modeSection },
      full,
    );
    expect(config).toEqual({
      database: { url: full.BX_DATABASE_URL, poolSize: 16 },
      http: { host: '127.0.0.1', port: 8080, publicUrl: 'http://localhost:8080' },
      ledger: { keyFile: '/run/secrets/ledger' },
      mode: { production: false },
    });
  });

  it('names everything that is wrong in one message and says no value', () => {
    const error = refusal(() =>
      loadConfig(
        { database: databaseSection, http: httpSection, ledger: ledgerSection },
        { BX_DATABASE_URL: 'postgres://bx_api:changeme@localhost/x', BX_HTTP_PORT: 'eighty', BX_LEDGER_KEY_FILE: '' },
      ),
    );
    expect(error.code).toBe('CONFIG.INVALID');
    expect(error.facts).toEqual({
      missing: ['BX_PUBLIC_URL', 'BX_LEDGER_KEY_FILE'],
      invalid: ['BX_HTTP_PORT'],
      placeholders: ['BX_DATABASE_URL'],
    });
    expect(error.message).toContain('BX_PUBLIC_URL');
    expect(error.message).not.toContain('changeme');
    expect(error.message).not.toContain('eighty');
  });

  it.each(['changeme', '<password>', '${PASSWORD}', 'your-secret', '***', ' Password '])(
    'refuses the placeholder secret %s',
    (value) => {
      const section = { key: variable('BX_KEY', z.string(), { secret: true }) };
      expect(refusal(() => loadConfig({ section }, { BX_KEY: value })).facts).toMatchObject({
        placeholders: ['BX_KEY'],
      });
    },
  );

  it('asks no password where a URL names no user', () => {
    expect(loadConfig({ smtp: smtpSection }, { BX_SMTP_URL: 'smtp://127.0.0.1:2525' }).smtp.url).toBe(
      'smtp://127.0.0.1:2525',
    );
  });

  it('takes the first name that is set', () => {
    const both = { ...full, BX_LEDGER_KEY_FILE: '/first' };
    expect(loadConfig({ ledger: ledgerSection }, both).ledger.keyFile).toBe('/first');
  });
});
