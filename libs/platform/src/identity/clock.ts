/** Real time, UTC. Everything that needs the time takes a clock, so that tests and driven cycles can give another. */
export class SystemClock {
  /** @returns the present instant */
  now(): Date {
    return new Date();
  }
}
