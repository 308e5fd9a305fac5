import { z } from 'zod';
import { legalDate, reason } from './params.js';

const decisionNumber = z.string().trim().min(1).max(60).describe('number and symbol of the decision');
const document = z.string().trim().min(1).max(300).optional().describe('title or file of the document');

/** What a change of tree or people rests on. */
export const grounds = {
  decision: decisionNumber,
  effectiveOn: legalDate.describe('first day on which the new state holds; today at the latest'),
  document,
  reason,
};
/** A fact nobody decides (an illness, a death) has no number. */
export const groundsOrFact = { ...grounds, decision: decisionNumber.optional() };

export function groundsOf<T extends { readonly decision: string; readonly effectiveOn: string; readonly document?: string | undefined; readonly reason: string }>(body: T) {
  return { decision: body.decision, effectiveOn: body.effectiveOn, document: body.document ?? null, reason: body.reason };
}
export function factOf<T extends { readonly decision?: string | undefined; readonly effectiveOn: string; readonly document?: string | undefined; readonly reason: string }>(body: T) {
  return { decision: body.decision ?? null, effectiveOn: body.effectiveOn, document: body.document ?? null, reason: body.reason };
}
