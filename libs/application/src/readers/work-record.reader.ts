import { type WorkKind, type WorkState } from '@binhxet/domain';
import { type OrganisationName, type Page, type PageRequest } from './page.js';

export interface WorkRecordView {
  readonly id: string;
  readonly organisation: OrganisationName;
  readonly kind: WorkKind;
  readonly state: WorkState;
  readonly on: string;
  readonly to: string | null;
  readonly subject: { readonly kind: 'ORGANISATION' | 'MEMBER'; readonly code: string; readonly name: string } | null;
  readonly quantity: number;
  readonly unit: string | null;
  readonly detail: string | null;
  readonly selfDetected: boolean;
  readonly decisionNumber: string | null;
  readonly document: string | null;
  readonly note: string | null;
  readonly source: string;
  readonly cancelledReason: string | null;
}

export interface WorkRecordFilter {
  readonly kind?: WorkKind;
  readonly state?: WorkState;
  readonly year?: number;
}

export abstract class WorkRecordReader {
  /** Records of work done by an organisation or below it today, newest day first; cancelled ones stay in the list. */
  abstract below(organisationId: string, filter: WorkRecordFilter, page: PageRequest): Promise<Page<WorkRecordView>>;
  /** Organisation of a record, null when unknown: for access checks. */
  abstract placeOf(recordId: string): Promise<string | null>;
}
