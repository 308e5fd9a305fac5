import { defineSearchAttributeKey, type SearchAttributePair, SearchAttributeType } from '@temporalio/common';
import { type WorkflowStart } from './inputs.js';

/** What an administrator filters by in the Temporal UI. Ids and codes only: never a name. */
export const SEARCH_ATTRIBUTES = {
  BxYear: 'Int',
  BxCycle: 'Keyword',
  BxBody: 'Keyword',
  BxBodyKind: 'Keyword',
  BxPhase: 'Keyword',
  BxPack: 'Keyword',
  BxDeadline: 'Datetime',
  BxOverdue: 'Bool',
} as const;

export const bxYear = defineSearchAttributeKey('BxYear', SearchAttributeType.INT);
export const bxCycle = defineSearchAttributeKey('BxCycle', SearchAttributeType.KEYWORD);
export const bxBody = defineSearchAttributeKey('BxBody', SearchAttributeType.KEYWORD);
export const bxBodyKind = defineSearchAttributeKey('BxBodyKind', SearchAttributeType.KEYWORD);
export const bxPhase = defineSearchAttributeKey('BxPhase', SearchAttributeType.KEYWORD);
export const bxPack = defineSearchAttributeKey('BxPack', SearchAttributeType.KEYWORD);
export const bxDeadline = defineSearchAttributeKey('BxDeadline', SearchAttributeType.DATETIME);
export const bxOverdue = defineSearchAttributeKey('BxOverdue', SearchAttributeType.BOOL);

/** Word of the body for filters: its place in the tree, for one member `MEMBER`. */
export function bodyKindOf(start: WorkflowStart): string {
  switch (start.workflow) {
    case 'annualCycle':
    case 'commendation':
      return 'SUPERIOR';
    case 'organisationReview':
      if (start.input.isCell) return 'GRASSROOTS_CELL';
      return start.input.mode === 'DECIDE' ? 'GRASSROOTS_COMMITTEE' : 'SUBCOMMITTEE';
    case 'cellReview':
      return 'CELL';
    case 'lateReview':
      return 'MEMBER';
    case 'appeal':
    case 'reevaluation':
      return 'CASE';
  }
}

/** Search attributes a workflow is started with. Deadline and overdue follow from its steps. */
export function startAttributes(start: WorkflowStart): SearchAttributePair[] {
  return [
    { key: bxYear, value: start.input.year },
    { key: bxCycle, value: start.input.cycleId },
    { key: bxBody, value: start.input.orgCode },
    { key: bxBodyKind, value: bodyKindOf(start) },
    { key: bxPhase, value: 'OPENING' },
    { key: bxPack, value: start.input.packId },
    { key: bxOverdue, value: false },
  ];
}

/** Fixed line of a workflow in lists of the Temporal UI: type, code, cycle. */
export function startSummary(start: WorkflowStart): string {
  return `${start.workflow} · ${start.input.orgCode} · ${start.input.cycleId}`;
}

/** Fixed Markdown of a workflow: the way back to the body's page. */
export function startDetails(start: WorkflowStart): string {
  return `[${start.input.orgCode}](${start.input.pageUrl})`;
}
