/** The only source of time for services. */
export abstract class Clock {
  abstract now(): Date;
}

/** The only source of ids for services. */
export abstract class Ids {
  /** UUIDv7: ordered by time. */
  abstract next(): string;
  /** UUIDv4: tells nothing; for whatever stands near a ballot. */
  abstract secret(): string;
}
