import { AppError, type FieldError, type Json, type LegalDate, legalDateOf, type Target, usesLevel } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';

export interface ResolutionInput {
  readonly number: string;
  readonly title: string;
  readonly adoptedOn: LegalDate;
  readonly fromYear: number;
  readonly toYear: number;
  readonly document: string | null;
  /** Id of the resolution in force that this one corrects; with a reason. */
  readonly replaces: string | null;
  readonly reason: string | null;
  readonly targets: readonly Omit<Target, 'id' | 'ordinal'>[];
}

/** Records a resolution with its targets, all or nothing. It is never changed afterwards: a correction replaces it, with a reason. */
export class RecordResolutionService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @param superiorCode organisation whose resolution it is
   * @throws AppError RESOLUTION.INVALID (invalid) with every fault; RESOLUTION.EXISTS, RESOLUTION.NOT_IN_FORCE (conflict); ORGANISATION.UNKNOWN; ACCESS.*
   */
  record(actor: Actor, superiorCode: string, input: ResolutionInput): Promise<{ readonly resolutionId: string }> {
    return this.uow.run(async (tx) => {
      const now = this.clock.now();
      const superior = await tx.organisations.byCode(superiorCode, legalDateOf(now.getTime()));
      if (!superior) throw new AppError('ORGANISATION.UNKNOWN', 'not-found', 'No organisation with this code today', { code: superiorCode });
      await this.access.assertLeads(actor, 'target.write', superior.id);
      const errors = faultsOf(input);
      if (errors.length > 0) throw new AppError('RESOLUTION.INVALID', 'invalid', 'The resolution is not sound', { faults: errors.length }, errors);
      const id = this.ids.next();
      if (input.replaces && !(await tx.targets.supersede(input.replaces, superior.id, now))) throw new AppError('RESOLUTION.NOT_IN_FORCE', 'conflict', 'What is to be replaced is not in force', { resolutionId: input.replaces });
      const targets = input.targets.map((target, at): Target => ({ ...target, id: this.ids.next(), ordinal: at + 1 }));
      await tx.targets.insert({ ...input, id, superiorId: superior.id, targets }, actor.accountId, now);
      tx.ledger.append({ type: 'resolution.recorded', org: superior.code, payload: { by: actedBy(actor), resolution: id, ...(input as unknown as { [key: string]: Json }) } });
      return { resolutionId: id };
    });
  }
}

/** What the schema cannot say: values that fit their operator, years inside the resolution, sets that fit the unit. */
function faultsOf(input: ResolutionInput): FieldError[] {
  const errors: FieldError[] = [];
  const add = (pointer: string, code: string, facts: FieldError['facts'] = {}) => errors.push({ pointer, code, facts });
  if (input.toYear < input.fromYear) add('/toYear', 'RESOLUTION.YEARS_REVERSED', { notBefore: input.fromYear });
  if (input.replaces && !input.reason) add('/reason', 'RESOLUTION.REASON_MISSING');
  const codes = new Set<string>();
  input.targets.forEach((target, at) => {
    const here = `/targets/${at}`;
    if (codes.has(target.code)) add(`${here}/code`, 'TARGET.CODE_TWICE');
    codes.add(target.code);
    if ((target.operator === 'none') !== (target.value === null)) add(`${here}/value`, 'TARGET.VALUE_BY_OPERATOR', { operator: target.operator, accepted: target.operator === 'none' ? 'null' : '{num, den}' });
    if ((target.operator === 'between') !== (target.upper !== null)) add(`${here}/upper`, 'TARGET.VALUE_BY_OPERATOR', { operator: target.operator, accepted: target.operator === 'between' ? '{num, den}' : 'null' });
    if (target.value && target.upper && BigInt(target.value.num) * BigInt(target.upper.den) >= BigInt(target.upper.num) * BigInt(target.value.den)) add(`${here}/upper`, 'TARGET.RANGE_EMPTY');
    if (target.fromYear < input.fromYear || target.toYear > input.toYear || target.toYear < target.fromYear) add(`${here}/fromYear`, 'TARGET.YEARS_OUTSIDE', { from: input.fromYear, to: input.toYear });
    target.readings.forEach((reading, n) => {
      if (target.unit === 'PERCENT' && reading.denominator === null) add(`${here}/readings/${n}/denominator`, 'TARGET.DENOMINATOR_MISSING', { unit: 'PERCENT' });
      if (target.unit === 'COUNT' && reading.denominator !== null) add(`${here}/readings/${n}/denominator`, 'TARGET.DENOMINATOR_NOT_ALLOWED', { unit: 'COUNT' });
    });
    if (usesLevel(target) && target.label === null) add(`${here}/label`, 'TARGET.LABEL_MISSING', { accepted: 'the words of the resolution' });
    if (target.period === 'TERM' && target.unit === 'COUNT' && target.fromYear === target.toYear) add(`${here}/period`, 'TARGET.TERM_OF_ONE_YEAR');
  });
  return errors;
}
