/** What was brought forward in a case. */
export interface NewEvidence {
  readonly id: string;
  readonly caseId: string;
  /** Account. */
  readonly givenBy: string;
  readonly memberId: string | null;
  readonly body: string;
  readonly document: string | null;
  readonly givenAt: Date;
}

/** One act of a case, for its page; the ledger holds the same for the world. */
export interface NewCaseAct {
  readonly caseId: string;
  readonly act: string;
  readonly before: string | null;
  readonly after: string;
  /** Member; null: the engine. */
  readonly by: string | null;
  readonly reason: string | null;
  readonly document: string | null;
  readonly on: string;
  readonly ledgerEntry: string;
  readonly at: Date;
}

/** Evidence and acts of appeals and re-evaluations; only ever added to. */
export abstract class CaseFile {
  abstract addEvidence(evidence: NewEvidence): Promise<void>;
  abstract addAct(act: NewCaseAct): Promise<void>;
  /** Account and member behind the evidence of a case. */
  abstract givers(caseId: string): Promise<{ readonly accountId: string; readonly memberId: string | null }[]>;
}

/** Entries of the log that a later act corrects; null where none is found. */
export abstract class LedgerTrail {
  /** The entry that issued a decision. */
  abstract ofDecision(cycleId: string, decisionId: string): Promise<string | null>;
  /** The import that brought a result of a year in, found by its time. */
  abstract ofImportedResult(historyId: string): Promise<string | null>;
  /** The newest entry about a commendation case. */
  abstract ofCommendation(cycleId: string, caseId: string): Promise<string | null>;
  /** Was a commendation case ended by a decision on one of its years? */
  abstract lostItsYear(cycleId: string, caseId: string): Promise<boolean>;
}
