import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { AppError } from '@binhxet/domain';
import { PasswordHasher } from '@binhxet/application';

export interface Argon2Settings {
  /** KiB */
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
  /** hashings at once; each takes its memory and a thread */
  readonly atOnce: number;
  /** hashings that may wait; more are refused */
  readonly mostWaiting: number;
}

/** OWASP's choice for argon2id (19 MiB, 2 passes, 1 lane) with more memory: 50 to 100 ms of one core, measured. */
export const ARGON2_DEFAULTS: Argon2Settings = { memoryCost: 32_768, timeCost: 2, parallelism: 1, atOnce: 2, mostWaiting: 100 };

/** argon2id, the library's default, in its PHC string. */
export class Argon2Hasher extends PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | undefined;

  constructor(private readonly settings: Argon2Settings = ARGON2_DEFAULTS) {
    super();
  }

  async hash(password: string): Promise<string> {
    const { memoryCost, timeCost, parallelism } = this.settings;
    return this.inTurn(() => hash(password, { memoryCost, timeCost, parallelism }));
  }

  async verify(stored: string | null, password: string): Promise<boolean> {
    // Without a hash another one with the same parameters is computed: the answer takes as long.
    const against = stored ?? (await (this.decoy ??= this.hash(randomBytes(24).toString('base64'))));
    const equal = await this.inTurn(() => verify(against, password));
    return equal && stored !== null;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.settings.atOnce) {
      if (this.waiting.length >= this.settings.mostWaiting) throw new AppError('LOGIN.BUSY', 'unavailable', 'Too many people sign in at this moment', { retryAfterSeconds: 5 });
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
