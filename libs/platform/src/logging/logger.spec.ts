import { AppError } from '@binhxet/domain';
import { withCorrelation } from './correlation.js';
import { createLogger } from './logger.js';

function capture() {
  const lines: string[] = [];
  const logger = createLogger({ app: 'api', destination: { write: (line: string) => void lines.push(line) } });
  return { logger, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>, raw: () => lines.join('') };
}

describe('createLogger', () => {
  it('writes app, time and the ids of the running call', async () => {
    const { logger, last } = capture();
    await withCorrelation({ correlationId: 'c-1' }, async () => {
      await Promise.resolve();
      withCorrelation({ correlationId: 'c-1', jobId: 'j-1' }, () => logger.info({ code: 'STEP.CLOSED' }, 'refused'));
    });
    expect(last()).toMatchObject({
      level: 'info',
      app: 'api',
      correlationId: 'c-1',
      jobId: 'j-1',
      code: 'STEP.CLOSED',
      msg: 'refused',
    });
    expect(String(last()['time'])).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it('keeps ids apart between calls that run at the same time', async () => {
    const { logger, raw } = capture();
    await Promise.all(
      ['a', 'b'].map((correlationId) =>
        withCorrelation({ correlationId }, async () => {
          await new Promise((resolve) => setImmediate(resolve));
          logger.info({ own: correlationId }, 'seen');
        }),
      ),
    );
    for (const line of raw().trim().split('\n')) {
      const entry = JSON.parse(line) as { own: string; correlationId: string };
      expect(entry.correlationId).toBe(entry.own);
    }
  });

  it('redacts what people wrote, at any of three depths', () => {
    const { logger, raw } = capture();
    logger.info(
      { password: 'CANARY', req: { authorization: 'CANARY', inner: { text: 'CANARY' } }, 'set-cookie': 'CANARY' },
      'x',
    );
    expect(raw()).not.toContain('CANARY');
  });

  it('takes only known fields of an error, and no text of a database error', () => {
    const { logger, last, raw } = capture();
    const driver = Object.assign(new Error('duplicate CANARY'), {
      severity: 'ERROR',
      code: '23505',
      constraint: 'member_card_key',
      table: 'member',
      detail: 'Key (name)=(CANARY)',
      where: 'CANARY',
      parameters: ['CANARY'],
      query: 'select',
    });
    logger.error(
      { err: new AppError('MEMBER.DUPLICATE', 'conflict', 'Known already.', { orgId: 'o-1' }, []) },
      'first',
    );
    expect(last()['err']).toMatchObject({ code: 'MEMBER.DUPLICATE', kind: 'conflict', facts: { orgId: 'o-1' } });
    logger.error({ err: new Error('outer', { cause: driver }) }, 'second');
    expect(last()['err']).toMatchObject({ cause: { code: '23505', constraint: 'member_card_key', table: 'member' } });
    expect(raw()).not.toContain('CANARY');
  });
});
