/** Slow, salted hashing of passwords. */
export abstract class PasswordHasher {
  /** @returns an encoded hash with its parameters */
  abstract hash(password: string): Promise<string>;
  /**
   * Compares, taking the same time whether there is a hash or not.
   * @param hash null: there is no such account, or it has no password
   * @throws AppError LOGIN.BUSY (unavailable) when too many wait already
   */
  abstract verify(hash: string | null, password: string): Promise<boolean>;
}
