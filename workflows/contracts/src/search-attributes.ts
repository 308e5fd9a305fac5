import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

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
