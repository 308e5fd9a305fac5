import { type Permission } from '../registries/permissions.js';

/**
 * Kinds of dated work records and who may write them. INSPECTION and SUPERVISION are work done on a subject, DISCIPLINE its outcome,
 * FIGURE a number that others report. Source: process.md §2 step 5, §11
 */
export const WORK_KINDS = {
  ADMISSION: 'work-record.write',
  INSPECTION: 'work-record.write',
  SUPERVISION: 'work-record.write',
  TRAINING: 'work-record.write',
  STUDY: 'work-record.write',
  TRANSFER: 'work-record.write',
  LEAVE: 'work-record.write',
  FIGURE: 'work-record.write',
  DISCIPLINE: 'discipline.record',
} as const satisfies Record<string, Permission>;
export type WorkKind = keyof typeof WORK_KINDS;
export const WORK_KIND_NAMES = Object.keys(WORK_KINDS) as readonly WorkKind[];
export const WORK_STATES = ['PLANNED', 'DONE'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** Forms of discipline, lightest first: of organisations and of members. Source: glossary */
export const DISCIPLINE_FORMS = ['REPRIMAND', 'WARNING', 'DISMISSAL', 'DISSOLUTION', 'EXPULSION'] as const;
export type DisciplineForm = (typeof DISCIPLINE_FORMS)[number];
export const LEAVE_FORMS = ['SICK', 'MATERNITY', 'STUDY', 'OTHER'] as const;
export type LeaveForm = (typeof LEAVE_FORMS)[number];

/** Forms of inspection of a subject; none: a regular one. Only one for signs of violation keeps a member from being rated. */
export const INSPECTION_FORMS = ['REGULAR', 'SIGNS_OF_VIOLATION'] as const;
export type InspectionForm = (typeof INSPECTION_FORMS)[number];

/** One record as rules look at it. */
export interface WorkRecord {
  readonly kind: WorkKind;
  readonly state: WorkState;
  /** Who did the work. */
  readonly organisationId: string;
  /** On whom; null: the work has no single subject. */
  readonly subjectKind: 'ORGANISATION' | 'MEMBER' | null;
  readonly subjectId: string | null;
  /** First day, and the last one of what lasts. */
  readonly on: string;
  readonly to: string | null;
  /** Turns, people or units, whole. */
  readonly quantity: number;
  /** Form of discipline, leave or inspection, key of a figure. */
  readonly detail: string | null;
  readonly selfDetected: boolean;
}
