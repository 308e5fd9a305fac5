import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, ClaimTaskService, Clock, holdsTask, type InboxOwner, notFound, taskActions, TaskReader, type TaskView, upcomingOf, workingDaysLeft } from '@binhxet/application';
import { type CalendarTable } from '@binhxet/domain';
import { RulePacks } from '@binhxet/rule-packs';
import { type z } from 'zod';
import { uuid } from '../common/params.js';
import { rightsOf } from '../common/rights.js';
import { type WireOf } from '../common/schemas.js';
import { pageAnswer, pageRequest } from '../platform/http/cursor.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, SignedInOnly } from '../platform/security/route-access.js';
import { task, taskPage, tasksQuery } from './tasks.schemas.js';

const API = '/api/v1';

@ApiTags('tasks')
@Controller('tasks')
@SignedInOnly()
export class TasksController {
  private readonly calendars: CalendarTable;

  constructor(
    private readonly reader: TaskReader,
    private readonly claims: ClaimTaskService,
    private readonly access: Access,
    private readonly clock: Clock,
    packs: RulePacks,
  ) {
    this.calendars = packs.calendars();
  }

  /** The inbox: live things first, then the soonest, then what most people wait for. */
  @Get()
  @Answers(taskPage)
  async list(@Query({ schema: tasksQuery }) query: z.infer<typeof tasksQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof taskPage>> {
    const now = this.clock.now();
    const owner = ownerOf(actor);
    const counts = await this.reader.counts(owner, now);
    const head = { counts, asOf: now.toISOString() };
    if (query.tab === 'upcoming') {
      const units = await this.reader.ahead([...new Set(actor.capacities.flatMap((capacity) => (capacity.kind !== 'GRANT' ? [capacity.organisationId] : [])))]);
      return { ...head, items: [], upcoming: units.flatMap(upcomingOf), next: null };
    }
    const { tab, kind, cycle, organisation } = query;
    const binding = ['tasks', actor.accountId, tab, kind, cycle, organisation];
    const page = await this.reader.inbox(owner, { tab, ...(kind && { kind }), ...(cycle && { cycleId: cycle }), ...(organisation && { organisationCode: organisation }) }, pageRequest(query, binding), now);
    const { items, next } = pageAnswer(page, binding);
    return { ...head, items: items.map((row) => this.answer(row, actor)), upcoming: [], next };
  }

  @Get(':id')
  @Answers(task)
  async get(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof task>> {
    const row = await this.reader.byId(id, this.clock.now());
    if (!row || !holdsTask(actor, row)) throw notFound();
    return this.answer(row, actor);
  }

  @Post(':id/claim')
  @HttpCode(200)
  @Answers(task)
  async claim(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof task>> {
    return this.answer(await this.claims.claim(actor, id), actor);
  }

  @Post(':id/release')
  @HttpCode(200)
  @Answers(task)
  async release(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof task>> {
    return this.answer(await this.claims.release(actor, id), actor);
  }

  private answer(view: TaskView, actor: Actor): WireOf<typeof task> {
    const { id, kind, cycleId, ratingYear, organisation, stepId, refId, target, subject, holder, postKinds, bodyKind, state, claimedBy, doneBy, live, dueAt, closeAt, openedAt, doneAt, today, waitingCount, facts, version } = view;
    const left = workingDaysLeft(this.calendars, dueAt, today);
    return {
      ...{ id, kind, cycleId, ratingYear, organisation, stepId, refId, target, holder, postKinds, bodyKind, state, claimedBy, doneBy, live, dueAt, closeAt, openedAt, doneAt, today, waitingCount, version },
      subject: subject as WireOf<typeof task>['subject'],
      facts,
      href: hrefOf(view),
      workingDaysLeft: left,
      heading: headingOf(view, left),
      allowedActions: taskActions(view, rightsOf(this.access, actor)),
    };
  }
}

export function ownerOf(actor: Actor): InboxOwner {
  return { memberId: actor.memberId, posts: actor.capacities.flatMap((capacity) => (capacity.kind === 'POST' ? [{ organisationId: capacity.organisationId, body: capacity.body, post: capacity.post }] : [])) };
}

function hrefOf({ target, cycleId }: TaskView): string {
  switch (target.kind) {
    case 'REVIEW':
      return `${API}/reviews/${target.id}`;
    case 'MEETING':
    case 'BALLOT':
      return `${API}/meetings/${target.meetingId}`;
    case 'APPEAL':
      return `${API}/appeals/${target.id}`;
    case 'REEVALUATION':
      return `${API}/reevaluations/${target.id}`;
    case 'CYCLE':
      return `${API}/cycles/${target.id}`;
    case 'UNIT':
      return cycleId === null ? `${API}/organisations/${target.id}` : `${API}/cycles/${cycleId}/units/${target.id}`;
  }
}

const WEEK_OF_WORKING_DAYS = 5;

function headingOf(view: TaskView, left: number | null): 'NOW' | 'OVERDUE' | 'WEEK' | 'LATER' | 'NONE' {
  if (view.live) return 'NOW';
  if (view.dueAt === null) return 'NONE';
  // The last day decides, also in a year without a working-day table.
  if (Date.parse(view.dueAt) <= Date.parse(`${view.today}T00:00:00+07:00`)) return 'OVERDUE';
  return left !== null && left <= WEEK_OF_WORKING_DAYS ? 'WEEK' : 'LATER';
}
