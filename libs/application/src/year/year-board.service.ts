import { type Level, type NonLevelState, type WorkKind } from '@binhxet/domain';
import { cycleDate } from '../cycle/cycle-time.js';
import { type Clock } from '../ports/clock.port.js';
import { type WorkByBody } from '../ports/work-record.store.js';
import { type MidYearRow } from '../ports/year.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { midYearFigures, type MidYearFigures } from './mid-year-figures.js';

export interface RegistrationLine {
  readonly code: string;
  readonly name: string;
  readonly role: string;
  /** null: nothing registered. */
  readonly registered: { readonly level: Level; readonly label: string | null; readonly note: string | null; readonly on: string; readonly late: boolean } | null;
  readonly achieved: { readonly level: Level | null; readonly nonLevel: NonLevelState | null } | null;
  /** achieved − registered in ranks: negative is better than registered; null while one of both is missing. */
  readonly ranksBelow: number | null;
}

export interface RegistrationBoard {
  readonly cycleId: string;
  readonly dueAt: string | null;
  readonly open: boolean;
  readonly sums: readonly { readonly level: number; readonly k: number }[];
  readonly missing: number;
  readonly late: number;
  readonly lines: readonly RegistrationLine[];
}

export interface MidYearBoard {
  /** As the year stands today, or on the day asked for. */
  readonly now: MidYearFigures;
  /** As it stood at the conference; null before. */
  readonly concluded: (Omit<MidYearRow, 'stepId' | 'lateIds'> & { readonly dueOn: string | null; readonly lateThen: readonly string[]; readonly stillLate: readonly string[]; readonly overdue: boolean }) | null;
}

const DEFAULT_KINDS: readonly WorkKind[] = ['INSPECTION', 'SUPERVISION'];
const COUNTED_KINDS: readonly WorkKind[] = [...DEFAULT_KINDS, 'TRAINING'];

/** What a superior sees of registration and of the middle of the year. The caller has checked that the reader may. */
export class YearBoard {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  /** Registered against achieved, organisation by organisation; missing ones first, then in official order. */
  registrations(cycleId: string): Promise<RegistrationBoard> {
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      const units = await tx.cycles.children(cycleId, cycle.superiorId);
      const by = new Map((await tx.years.registrations(cycleId)).map((row) => [row.organisationId, row]));
      const results = new Map((await tx.reviews.decidedBy(cycleId, cycle.superiorId)).filter((review) => review.subjectKind === 'ORGANISATION').map((review) => [review.subjectId, review]));
      const step = await tx.steps.latest(cycleId, cycle.superiorId, 'REGISTRATION');
      const lines = units.map((unit): RegistrationLine => {
        const [row, review] = [by.get(unit.organisationId), results.get(unit.organisationId)];
        const ended = review && (review.decidedLevel !== null || review.nonLevel !== null);
        return {
          code: unit.code,
          name: unit.name,
          role: unit.role,
          registered: row ? { level: row.level, label: row.label, note: row.note, on: row.registeredOn, late: row.late } : null,
          achieved: ended ? { level: review.decidedLevel, nonLevel: review.decidedLevel === null ? review.nonLevel : null } : null,
          ranksBelow: row && ended && review.decidedLevel !== null ? review.decidedLevel - row.level : null,
        };
      });
      return {
        cycleId,
        dueAt: step?.dueAt?.toISOString() ?? null,
        open: step?.state === 'OPEN',
        sums: [1, 2, 3, 4].map((level) => ({ level, k: lines.filter((line) => line.registered?.level === level).length })),
        missing: lines.filter((line) => line.registered === null).length,
        late: lines.filter((line) => line.registered?.late).length,
        lines: [...lines.filter((line) => line.registered === null), ...lines.filter((line) => line.registered !== null)],
      };
    });
  }

  /** Inspection, supervision and training of the year up to the cycle's day: who did it, turns and distinct subjects apart. */
  work(cycleId: string): Promise<WorkByBody[]> {
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      const [first, last] = [`${cycle.ratingYear}-01-01`, `${cycle.ratingYear}-12-31`];
      const today = cycleDate(cycle, this.clock.now());
      return tx.workRecords.byBody(cycle.superiorId, COUNTED_KINDS, first, today < last ? today : last);
    });
  }

  /** @param on day of the figures; default today in the cycle @param kinds work asked for; default what was concluded, else inspection and supervision */
  midYear(cycleId: string, on?: string, kinds?: readonly WorkKind[]): Promise<MidYearBoard> {
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      const today = cycleDate(cycle, this.clock.now());
      const held = await tx.years.midYear(cycleId);
      const now = await midYearFigures(tx, cycle, this.rules.forCycle(cycle), kinds ?? held?.workKinds ?? DEFAULT_KINDS, on ?? today);
      if (!held) return { now, concluded: null };
      const { stepId, lateIds, ...row } = held;
      const codes = new Map((await tx.cycles.children(cycleId, cycle.superiorId)).map((unit) => [unit.organisationId, unit.code]));
      const waiting = stepId ? await tx.steps.waitingKeys(stepId) : [];
      const codesOf = (ids: readonly string[]) => ids.flatMap((id) => codes.get(id) ?? []).sort();
      return { now, concluded: { ...row, dueOn: lastDay(row.correctBefore), lateThen: codesOf(lateIds), stillLate: codesOf(waiting), overdue: waiting.length > 0 && today >= row.correctBefore } };
    });
  }
}

const lastDay = (before: string): string => new Date(Date.parse(before) - 86_400_000).toISOString().slice(0, 10);
