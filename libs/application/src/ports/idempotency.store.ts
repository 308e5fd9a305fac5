import { type Json } from '@binhxet/domain';

export interface IdempotentRequest {
  readonly accountId: string;
  /** UUID the client chose. */
  readonly key: string;
  /** Method and route template. */
  readonly route: string;
  /** SHA-256 over method, address and body. */
  readonly requestHash: Buffer;
}

/** OURS: nobody used the key, go on and finish or forget. */
export type Beginning =
  | { readonly state: 'OURS' }
  | { readonly state: 'RUNNING' }
  | { readonly state: 'OTHER_REQUEST' }
  | { readonly state: 'ANSWERED'; readonly status: number; readonly answer: Json };

/** First answers by client and key. One statement to begin, one to finish, outside the business transaction. */
export abstract class IdempotencyStore {
  /** @param abandonedBefore an attempt that runs since before then died with its process: its key is taken over */
  abstract begin(request: IdempotentRequest, now: Date, abandonedBefore: Date): Promise<Beginning>;
  abstract finish(request: IdempotentRequest, status: number, answer: Json): Promise<void>;
  /** The key may be used again, as after any failure that is not the client's. */
  abstract forget(request: IdempotentRequest): Promise<void>;
}
