import { ORG_ROLES, TREE_CHANGES } from '@binhxet/domain';
import { z } from 'zod';
import { grounds } from '../common/grounds.js';
import { memberCode, orgCode } from '../common/params.js';
import { code, count, date, instant, organisationRef } from '../common/schemas.js';

const name = z.string().trim().min(1).max(200);
const role = z.enum(ORG_ROLES);
const codes = (max: number) => z.array(orgCode).max(max);

const newNode = z.strictObject({ code: orgCode, name, role, parent: orgCode.nullable().describe('organisation above; null: the top of a tree'), quotaGroup: z.string().trim().min(1).max(60).nullish() }).meta({ id: 'NewOrganisation' });

const treeChange = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ESTABLISH'), node: newNode }),
    z.strictObject({ kind: z.literal('MERGE'), predecessors: codes(200), node: newNode }),
    z.strictObject({ kind: z.literal('ABSORB'), predecessors: codes(200), successor: orgCode }),
    z.strictObject({
      kind: z.literal('SPLIT'),
      code: orgCode,
      continues: z.boolean().describe('true: the organisation goes on with what no part takes over'),
      parts: z.array(z.strictObject({ node: newNode, children: codes(2_000), members: z.array(memberCode).max(5_000) })).max(50),
    }),
    z.strictObject({ kind: z.literal('RENAME'), code: orgCode, name }),
    z.strictObject({ kind: z.literal('MOVE'), code: orgCode, parent: orgCode }),
    z.strictObject({ kind: z.literal('CHANGE_ROLE'), code: orgCode, role, parent: orgCode.optional() }),
    z.strictObject({ kind: z.literal('DISSOLVE'), code: orgCode }),
  ])
  .meta({ id: 'TreeChange' });

export const changeRequest = z.strictObject({ ...grounds, change: treeChange, dryRun: z.boolean().optional().describe('checks everything, tells the effect and writes nothing') }).meta({ id: 'TreeChangeRequest' });

export const CYCLE_EFFECTS = [
  'MEMBER_LEFT_CELL',
  'MEMBER_CAME_TO_CELL',
  'MEMBER_STAYS_ON_FROZEN_ROLL',
  'MEMBER_LEFT_PARTY',
  'MEMBER_EXEMPT',
  'UNIT_JOINED',
  'UNIT_ENDED',
  'UNIT_GOES_ON_FROZEN',
  'UNIT_MOVED',
  'FROM_NEXT_SNAPSHOT',
] as const;
export const cycleEffects = z.array(z.object({ cycleId: z.string(), organisation: z.string(), effect: code(CYCLE_EFFECTS), reviewId: z.uuid().optional() }).meta({ id: 'CycleEffect' })).describe('what it means for cycles under way');

export const changeAnswer = z
  .object({ changeId: z.uuid(), began: z.array(z.string()), ended: z.array(z.string()), revised: z.array(z.string()), membersMoved: count, postsEnded: count, cycles: cycleEffects })
  .meta({ id: 'TreeChangeAnswer' });

export const changeRow = z
  .object({
    id: z.uuid(),
    kind: code(TREE_CHANGES),
    effectiveOn: date,
    decision: z.string(),
    document: z.string().nullable(),
    reason: z.string(),
    recordedAt: instant,
    organisations: z.array(organisationRef).describe('those the decision is about, by their newest name'),
  })
  .meta({ id: 'TreeChangeRow' });

export const versionRow = z
  .object({
    from: date,
    to: date.nullable(),
    name: z.string(),
    role: code(ORG_ROLES),
    parent: organisationRef.nullable(),
    quotaGroup: z.string().nullable(),
    decision: z.string().nullable(),
    document: z.string().nullable(),
    changeId: z.uuid().nullable(),
    recordedAt: instant,
    supersededAt: instant.nullable().describe('null: held true now'),
  })
  .meta({ id: 'OrganisationVersion' });

const lineageStep = z.object({ id: z.uuid(), code: z.string(), name: z.string(), kind: z.string(), effectiveOn: date, decision: z.string().nullable() });
export const lineageAnswer = z
  .object({
    predecessors: z.array(z.object({ ...lineageStep.shape, depth: count.describe('1: directly before') })),
    successors: z.array(z.object({ ...lineageStep.shape, depth: count })),
    years: z.array(
      z.object({
        organisation: organisationRef.describe('whose result it is: this organisation or a predecessor'),
        subjectKind: code(['COLLECTIVE', 'ORGANISATION']),
        year: count,
        level: z.number().int().nullable(),
        nonLevel: z.string().nullable(),
        label: z.string().nullable(),
        packId: z.string(),
        titleOutstanding: z.boolean(),
        decisionNumber: z.string().nullable(),
        state: z.string(),
      }),
    ),
  })
  .meta({ id: 'OrganisationLineage' });
