import { type Json } from '@binhxet/domain';

export interface SubmissionRow {
  readonly id: string;
  readonly cycleId: string;
  readonly organisationId: string;
  readonly toOrganisationId: string;
  readonly round: number;
  readonly state: string;
  readonly summary: { readonly [key: string]: Json };
}
export abstract class SubmissionStore {
  abstract latest(cycleId: string, organisationId: string): Promise<SubmissionRow | null>;
  abstract insert(submission: SubmissionRow & { readonly superiorId: string; readonly submittedBy: string | null }, at: Date): Promise<void>;
  abstract move(id: string, from: string, to: string, returned?: { readonly reason: string; readonly at: Date }): Promise<void>;
}
