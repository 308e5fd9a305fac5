import { isCell, isGrassroots, type OrgRole, type TaskKind } from '@binhxet/domain';
import { type PlanKey } from '../ports/cycle.store.js';
import { type UnitAhead } from '../readers/task.reader.js';

/** An act that cannot start yet. */
export interface UpcomingTask {
  readonly cycleId: string;
  readonly organisation: { readonly code: string; readonly name: string };
  readonly kind: TaskKind;
  /** Last day the plan gives it; null: none. */
  readonly expectedOn: string | null;
  /** What it waits for. */
  readonly waitsFor: readonly { readonly kind: string; readonly outstanding: number }[];
}

interface Ahead {
  readonly kind: TaskKind;
  readonly plan: PlanKey;
  /** Phases of the unit in which it still lies ahead. */
  readonly before: readonly string[];
}

const BEFORE_MEETING = ['PLANNED', 'OPENING', 'SELF_REVIEW', 'OPINIONS'];
const OF_CELL: readonly Ahead[] = [
  { kind: 'CONVENE_MEETING', plan: 'cellMeeting', before: BEFORE_MEETING },
  { kind: 'SUBMIT_RESULT', plan: 'cellSubmission', before: [...BEFORE_MEETING, 'MEETING'] },
];
const BEFORE_SITTING = ['PLANNED', 'OPENING', 'UNITS'];
const OF_COMMITTEE: readonly Ahead[] = [
  { kind: 'CONVENE_MEETING', plan: 'unitSitting', before: BEFORE_SITTING },
  { kind: 'ISSUE_DECISION', plan: 'unitSitting', before: [...BEFORE_SITTING, 'SITTING'] },
  { kind: 'SUBMIT_DOSSIER', plan: 'unitDossier', before: [...BEFORE_SITTING, 'SITTING', 'DECISION'] },
];
const OF_SUPERIOR: readonly Ahead[] = [
  { kind: 'CONVENE_MEETING', plan: 'classification', before: ['PLANNED', 'OPENING', 'REVIEW'] },
  { kind: 'NOMINATE', plan: 'commendation', before: ['PLANNED', 'OPENING', 'REVIEW', 'CLASSIFICATION', 'HEADS'] },
];

/** Acts of a unit that wait for others, in the order of the year. */
export function upcomingOf(unit: UnitAhead): UpcomingTask[] {
  const role = unit.role as OrgRole;
  const acts = isCell(role) ? OF_CELL : isGrassroots(role) || role === 'SUBCOMMITTEE_ORG' ? OF_COMMITTEE : OF_SUPERIOR;
  return acts
    .filter((act) => act.before.includes(unit.phase))
    .map((act) => ({ cycleId: unit.cycleId, organisation: unit.organisation, kind: act.kind, expectedOn: unit.plan[act.plan] ?? null, waitsFor: unit.openSteps.filter((step) => step.outstanding > 0) }));
}
