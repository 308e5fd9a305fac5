import { type BodyInput, type CaseInput, type CellReviewInput, type ClockMode, type LateReviewInput, type OrganisationReviewInput } from '@binhxet/contracts';

/** A cycle of its own for each test: ids must not meet. */
let serial = 0;

export class Inputs {
  readonly cycleId: string;

  constructor(
    readonly clock: ClockMode = 'REAL',
    readonly rollAfterEvents?: number,
  ) {
    this.cycleId = `T${(serial += 1)}.2031`;
  }

  body(code: string): BodyInput {
    return {
      cycleId: this.cycleId,
      orgId: code,
      orgCode: code,
      year: 2031,
      packId: 'TEST',
      clock: this.clock,
      pageUrl: `http://localhost/bodies/${code}`,
      ...(this.rollAfterEvents === undefined ? {} : { rollAfterEvents: this.rollAfterEvents }),
    };
  }

  cell(code: string, parentOrgId = 'O1'): CellReviewInput {
    return { ...this.body(code), parentOrgId };
  }

  organisation(code: string, more: Partial<OrganisationReviewInput> = {}): OrganisationReviewInput {
    return { ...this.body(code), parentOrgId: 'S', mode: 'DECIDE', isCell: false, hasCommittee: true, ...more };
  }

  case(code: string, caseId: string): CaseInput {
    return { ...this.body(code), caseId: `${this.cycleId}-${caseId}` };
  }

  late(code: string, reviewId: string): LateReviewInput {
    return { ...this.body(code), reviewId };
  }
}
