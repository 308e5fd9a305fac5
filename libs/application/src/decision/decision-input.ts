import { AppError, type FieldError, isLegalDate, isLevel, type Level, LEVELS } from '@binhxet/domain';
import { type CommandRow } from '../ports/command.store.js';
import { DECISION_KINDS, type DecisionKind } from '../ports/decision.store.js';
import { type SpecialClaim } from './special-rates.js';

export interface Adjustment {
  readonly reviewId: string;
  readonly level: Level;
  readonly reason: string;
  /** Ground of the pack on which the level may be above the ceiling. */
  readonly ground: string | null;
}
export interface DecisionInput {
  readonly kind: DecisionKind;
  readonly number: string;
  readonly decidedOn: string;
  readonly meetingId: string | null;
  readonly adjustments: ReadonlyMap<string, Adjustment>;
  /** Groups for which the body claims the special rate of a quota. */
  readonly specialRates: readonly SpecialClaim[];
  /** Obligatory when a quota is exceeded and the superior allows that with a reason. */
  readonly reason: string | null;
  readonly document: string | null;
}

const filled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** @throws AppError DECISION.INPUT_INVALID (invalid) with one error for each field */
export function decisionInput({ payload }: Pick<CommandRow, 'payload'>): DecisionInput {
  const errors: FieldError[] = [];
  const { kind, number, decidedOn, meetingId, reason, document } = payload;
  if (!(DECISION_KINDS as readonly unknown[]).includes(kind)) errors.push({ pointer: '/kind', code: 'REQUEST.NOT_ACCEPTED', facts: { accepted: DECISION_KINDS } });
  if (!filled(number)) errors.push({ pointer: '/number', code: 'REQUEST.MISSING' });
  if (typeof decidedOn !== 'string' || !isLegalDate(decidedOn)) errors.push({ pointer: '/decidedOn', code: 'REQUEST.NOT_A_DATE' });
  const adjustments = new Map<string, Adjustment>();
  const given = Array.isArray(payload['adjustments']) ? (payload['adjustments'] as readonly unknown[]) : [];
  given.forEach((one, index) => {
    const { reviewId, level, reason: why, ground } = (one ?? {}) as Record<string, unknown>;
    const at = `/adjustments/${index}`;
    if (typeof reviewId !== 'string') return errors.push({ pointer: `${at}/reviewId`, code: 'REQUEST.MISSING' });
    if (adjustments.has(reviewId)) errors.push({ pointer: `${at}/reviewId`, code: 'DECISION.ADJUSTED_TWICE' });
    if (!isLevel(level)) return errors.push({ pointer: `${at}/level`, code: 'REQUEST.NOT_ACCEPTED', facts: { accepted: [...LEVELS] } });
    if (!filled(why)) return errors.push({ pointer: `${at}/reason`, code: 'REQUEST.MISSING' });
    return adjustments.set(reviewId, { reviewId, level, reason: why, ground: filled(ground) ? ground : null });
  });
  const specialRates = claimsOf(payload['specialRates'], errors);
  if (errors.length > 0) throw new AppError('DECISION.INPUT_INVALID', 'invalid', 'the decision is not complete', {}, errors);
  return {
    kind: kind as DecisionKind,
    number: (number as string).trim(),
    decidedOn: decidedOn as string,
    meetingId: filled(meetingId) ? meetingId : null,
    adjustments,
    specialRates,
    reason: filled(reason) ? reason : null,
    document: filled(document) ? document : null,
  };
}

function claimsOf(given: unknown, errors: FieldError[]): SpecialClaim[] {
  const claims: SpecialClaim[] = [];
  (Array.isArray(given) ? (given as readonly unknown[]) : []).forEach((one, index) => {
    const { quota, group, grounds, document } = (one ?? {}) as Record<string, unknown>;
    const missing = Object.entries({ quota, group, grounds, document }).filter(([key, value]) => !filled(value) && !(key === 'group' && value === null));
    errors.push(...missing.map(([key]) => ({ pointer: `/specialRates/${index}/${key}`, code: 'REQUEST.MISSING' })));
    if (missing.length > 0) return;
    if (claims.some((claim) => claim.quota === quota && claim.group === group)) errors.push({ pointer: `/specialRates/${index}`, code: 'QUOTA.CLAIMED_TWICE' });
    claims.push({ quota: quota as string, group: group as string | null, grounds: grounds as string, document: document as string });
  });
  return claims;
}
