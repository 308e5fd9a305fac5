import { exact, neededFor, type Outlook, outlookOf, type OrgRole, scaledHalfUp, type ScaledNumber, type Target, type TargetOutcome, type TargetVerdict, evaluateTarget, WORK_KIND_NAMES, type WorkKind } from '@binhxet/domain';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { type WorkCount } from '../ports/work-record.store.js';
import { levelReading, measureSet } from '../target/measure.js';
import { yearMaterial } from '../target/target-report.service.js';

/** Work done against the plan of the year; whole percent, as such figures are reported. */
export interface PlanFigure {
  readonly kinds: readonly WorkKind[];
  readonly done: number;
  readonly planned: number;
  /** null: nothing was planned. */
  readonly percent: ScaledNumber | null;
  /** Distinct subjects, apart from turns. */
  readonly organisations: number;
  readonly members: number;
}

export interface RoleFigure {
  readonly role: OrgRole;
  /** Organisations of the role that have done none of the work asked for, of all of them. */
  readonly k: number;
  readonly n: number;
}

export interface TargetOutlook {
  readonly target: Target;
  readonly outlook: Outlook | null;
  /** NOT_COMPARABLE while the label has no equal in the ladder of the year, whatever the arithmetic says. */
  readonly verdict: TargetVerdict | null;
  readonly lastYear: TargetOutcome | null;
}

export interface MidYearFigures {
  readonly on: string;
  readonly plans: readonly PlanFigure[];
  readonly byRole: readonly RoleFigure[];
  readonly late: readonly { readonly organisationId: string; readonly code: string; readonly name: string; readonly role: string }[];
  readonly targets: readonly TargetOutlook[];
}

const MONTHS = 12;

/**
 * The year as it stands on a day: plans, organisations that have done none of the work asked for, targets at risk.
 * @param kinds work of which at least one record is asked for
 */
export async function midYearFigures(tx: Tx, cycle: CycleRow, book: RuleBook, kinds: readonly WorkKind[], on: string): Promise<MidYearFigures> {
  const [from, to] = [`${cycle.ratingYear}-01-01`, `${cycle.ratingYear}-12-31`];
  const units = await tx.cycles.children(cycle.id, cycle.superiorId);
  const done = await tx.workRecords.unitsThatDid(cycle.superiorId, kinds, from, on);
  const failed = await tx.workRecords.unitsDisciplined(cycle.superiorId, from, on);
  const late = units.filter((unit) => !done.has(unit.organisationId));
  const [soFar, planned] = [await tx.workRecords.counts(cycle.superiorId, from, on), await tx.workRecords.counts(cycle.superiorId, from, to)];
  const single = WORK_KIND_NAMES.filter((kind) => planned.some((row) => row.kind === kind && row.state === 'PLANNED'));
  return {
    on,
    plans: [...single.map((kind) => [kind]), ...(kinds.length > 1 ? [kinds] : [])].map((group) => planFigure(group, soFar, planned)),
    byRole: roleFigures(units, done),
    late: late.map(({ organisationId, code, name, role }) => ({ organisationId, code, name, role })),
    targets: await outlooks(tx, cycle, book, { on, units, soFar, failed, late: new Set(late.map((unit) => unit.organisationId)) }),
  };
}

function planFigure(kinds: readonly WorkKind[], soFar: readonly WorkCount[], planned: readonly WorkCount[]): PlanFigure {
  const of = (rows: readonly WorkCount[], state: WorkCount['state']) => rows.filter((row) => kinds.includes(row.kind) && row.state === state);
  const turns = (rows: readonly WorkCount[]) => rows.reduce((sum, row) => sum + row.turns, 0);
  const subjects = (kind: 'ORGANISATION' | 'MEMBER') => of(soFar, 'DONE').filter((row) => row.subjectKind === kind).reduce((sum, row) => sum + row.subjects, 0);
  const [k, n] = [turns(of(soFar, 'DONE')), turns(of(planned, 'PLANNED'))];
  return { kinds, done: k, planned: n, percent: n === 0 ? null : scaledHalfUp(exact(100 * k, n), 0), organisations: subjects('ORGANISATION'), members: subjects('MEMBER') };
}

function roleFigures(units: readonly UnitRow[], done: ReadonlySet<string>): RoleFigure[] {
  const roles = [...new Set(units.map((unit) => unit.role as OrgRole))].sort();
  return roles.map((role) => {
    const of = units.filter((unit) => unit.role === role);
    return { role, k: of.filter((unit) => !done.has(unit.organisationId)).length, n: of.length };
  });
}

interface Standing {
  readonly on: string;
  readonly units: readonly UnitRow[];
  readonly soFar: readonly WorkCount[];
  readonly failed: ReadonlySet<string>;
  readonly late: ReadonlySet<string>;
}

/** Targets on organisations (disciplined ones can no longer reach a level, late ones are in doubt) and on counts of work (by pace). */
async function outlooks(tx: Tx, cycle: CycleRow, book: RuleBook, standing: Standing): Promise<TargetOutlook[]> {
  const year = await yearMaterial(tx, cycle, book, cycle.ratingYear);
  const before = await yearMaterial(tx, cycle, book, cycle.ratingYear - 1);
  const rows: TargetOutlook[] = [];
  for (const { targets } of await tx.targets.resolutions(cycle.superiorId)) {
    for (const target of targets) {
      if (target.fromYear > cycle.ratingYear || target.toYear < cycle.ratingYear || (target.period === 'TERM' && target.unit === 'COUNT')) continue;
      const { numerator, denominator } = target.readings[0];
      const counted = numerator.kind === 'SUBJECTS' && numerator.subject === 'ORGANISATION' && numerator.level !== undefined && denominator?.kind === 'SUBJECTS' && denominator.level === undefined;
      const work = numerator.kind === 'WORK' && denominator === null;
      if ((!counted && !work) || neededFor(target, 0) === null) continue;
      const lastYear = evaluateTarget(target, (set) => measureSet(set, target, before));
      const units = counted && numerator.roles ? standing.units.filter((unit) => numerator.roles!.includes(unit.role as OrgRole)) : standing.units;
      const isIn = (set: ReadonlySet<string>) => (unit: UnitRow) => set.has(unit.organisationId);
      const failed = units.filter(isIn(standing.failed));
      const outlook = outlookOf(target, {
        base: counted ? units.length : null,
        failedSoFar: counted ? failed.length : 0,
        inDoubt: counted ? units.filter(isIn(standing.late)).filter((unit) => !standing.failed.has(unit.organisationId)).length : 0,
        done: work ? measureSet(numerator, target, { ...year, work: standing.soFar }).count : null,
        monthsOver: Number(standing.on.slice(5, 7)) - (standing.on.slice(8) >= '28' ? 0 : 1),
        monthsTotal: MONTHS,
        lastYear: lastYear.verdict,
      });
      const comparable = levelReading(numerator, target, year)?.state !== 'UNMAPPED';
      rows.push({ target, outlook, verdict: comparable ? (outlook?.verdict ?? null) : 'NOT_COMPARABLE', lastYear });
    }
  }
  return rows;
}
