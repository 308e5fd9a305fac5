import { type Schemas } from '@binhxet/api-client';
import { writeSubject } from '@binhxet/application';
import { type Attempts } from './attempts.js';
import { type Cast, type Person } from './cast.js';
import { awardAll } from './commend.js';
import { Refused } from './http-client.js';
import { type MeetingPause, type MeetingRoom } from './meeting-room.js';
import { type Papers } from './papers.js';
import { type Script, type Sitting } from './script.js';

type Task = Schemas['Task'];

/** What is done first when several things wait: what ends a matter before what begins one. */
const ORDER = [
  'WRITE_COLLECTIVE_REVIEW',
  'RUN_MEETING',
  'SUBMIT_RESULT',
  'SUBMIT_DOSSIER',
  'ISSUE_DECISION',
  'VERIFY_DOSSIER',
  'GIVE_OPINION',
  'REVIEW_ABSENT',
  'CONVENE_MEETING',
  'NOMINATE',
];
const MEETINGS = ['CONVENE_MEETING', 'REVIEW_ABSENT', 'RUN_MEETING'];
/** Many of a kind that do not touch one another. */
const PIECES = ['VERIFY_DOSSIER', 'GIVE_OPINION'];

/** What a body leaves alone: the demo stops half-way. */
export interface DeskLimits {
  /** which tasks are worked on, default all */
  readonly may?: (task: Task) => boolean;
  /** where its sitting stops, default at its end */
  readonly pause?: MeetingPause;
}

/** Who leads a body, at work: reads the inbox and does what its day has come for. */
export class Desk {
  private decisions = 0;
  /** Earliest day from which one of the tasks seen last may be done; null: none waits for a day. */
  waitsFor: string | null = null;
  /** What the body is about to sit for, as its page told last. */
  private sitting: Sitting = 'UNIT';

  constructor(
    readonly organisation: string,
    private readonly cycleId: string,
    private readonly script: Script,
    private readonly cast: Cast,
    private readonly papers: Papers,
    private readonly room: MeetingRoom,
    private readonly attempts: Attempts,
  ) {}

  /** @returns acts done; 0: nothing to do today */
  async work(today: string, limits: DeskLimits = {}): Promise<number> {
    let done = 0;
    this.waitsFor = null;
    const [leader] = this.script.leaders(this.organisation);
    const [officer] = this.script.officers(this.organisation);
    for (const code of new Set([leader, officer])) {
      if (code === undefined) continue;
      const person = this.cast.person(code);
      for (
        let tasks = await this.next(person, today, limits);
        tasks.length > 0;
        tasks = await this.next(person, today, limits)
      ) {
        for (const task of tasks) {
          if (!(await this.attempt(person, task, today, limits.pause))) return done;
          done += 1;
        }
        if (limits.pause && MEETINGS.includes(tasks[0]!.kind)) return done; // the sitting is as far as it is to come
      }
    }
    return done;
  }

  /** What is done next: one thing, or everything of a kind that is done piece by piece. */
  private async next(person: Person, today: string, { may }: DeskLimits): Promise<readonly Task[]> {
    const tasks = (await person.tasks()).filter(
      (task) =>
        task.cycleId === this.cycleId &&
        task.organisation.code === this.organisation &&
        ORDER.includes(task.kind) &&
        (may?.(task) ?? true),
    );
    const due: Task[] = [];
    for (const task of tasks) {
      const day = await this.dueDay(person, task);
      if (day === null) continue;
      if (today >= day) due.push(task);
      else if (this.waitsFor === null || day < this.waitsFor) this.waitsFor = day;
    }
    due.sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) || (one.id < other.id ? -1 : 1));
    const [first] = due;
    return first && PIECES.includes(first.kind) ? due.filter((task) => task.kind === first.kind) : due.slice(0, 1);
  }

  /** @returns the day from which a task may be done, empty: at once; null: it goes away by itself */
  private async dueDay(person: Person, task: Task): Promise<string | null> {
    switch (task.kind) {
      case 'CONVENE_MEETING':
        return this.conveningDay(person);
      case 'SUBMIT_RESULT':
      case 'SUBMIT_DOSSIER':
        return this.script.submitDay(this.organisation) ?? '';
      default:
        return '';
    }
  }

  private async conveningDay(person: Person): Promise<string | null> {
    const unit = this.organisation === this.script.superior ? null : await this.overview(person);
    // A result that came back goes up again as it is mended: no new meeting.
    if (unit?.submission?.state === 'RETURNED') return null;
    this.sitting = sittingOf(unit);
    return this.script.sittingDay(this.organisation, this.sitting);
  }

  /** @returns false where the engine is between two phases: whoever acts tries again when the body has moved */
  private async attempt(person: Person, task: Task, today: string, pause?: MeetingPause): Promise<boolean> {
    try {
      await this.act(person, task, today, pause);
      return true;
    } catch (error) {
      if (error instanceof Refused && error.code === 'ENGINE.NOT_NOW') return false;
      throw error;
    }
  }

  private async act(person: Person, task: Task, today: string, pause?: MeetingPause): Promise<void> {
    const unit = `/cycles/${this.cycleId}/units/${this.organisation}`;
    const late = task.refId !== null && task.target.kind === 'REVIEW' ? { reviewId: task.refId } : {};
    switch (task.kind) {
      case 'WRITE_COLLECTIVE_REVIEW':
        return this.papers.writeReport(person, task);
      case 'GIVE_OPINION':
        return person.post(`/reviews/${task.target.id}/opinions`, { text: 'Ý kiến do chương trình mô phỏng viết.' });
      case 'CONVENE_MEETING':
      case 'REVIEW_ABSENT':
        return this.convene(
          person,
          today,
          task.kind === 'REVIEW_ABSENT' ? { kind: 'LATE_REVIEW', reviewId: task.refId } : {},
          pause,
        );
      case 'RUN_MEETING':
        return this.room.run(person, String(task.facts['meetingId'] ?? task.refId), pause);
      case 'SUBMIT_RESULT':
      case 'SUBMIT_DOSSIER':
        await person.post(`${unit}/submission`, late);
        if ('reviewId' in late) return;
        await this.attempts.submitTwice(person, this.organisation);
        if (task.kind === 'SUBMIT_RESULT') await this.sentBack();
        return;
      case 'VERIFY_DOSSIER':
        return this.verify(person, task);
      case 'ISSUE_DECISION':
        return this.decide(person, today);
      case 'NOMINATE':
        return awardAll(person, this.cycleId, today, this.script);
      default:
        throw new Error(`nobody knows how to do ${task.kind}`);
    }
  }

  /** The level above sends a cell's result back where the folder says so. */
  private async sentBack(): Promise<void> {
    const act = this.script.once('RETURN_RESULT', { subject: this.organisation });
    if (act)
      await this.cast
        .person(act.actor)
        .post(`/cycles/${this.cycleId}/units/${this.organisation}/return`, { reason: act.value });
  }

  private async convene(
    person: Person,
    today: string,
    what: Readonly<Record<string, unknown>>,
    pause?: MeetingPause,
  ): Promise<void> {
    const roll = this.roll('reviewId' in what);
    const tellers = this.room.tellers(this.organisation, roll, person.code);
    const outcome = await person.post<{ meetingId: string }>(
      `/cycles/${this.cycleId}/units/${this.organisation}/meetings`,
      {
        ...what,
        heldOn: today,
        place: 'Phòng họp (mô phỏng)',
        chairCode: person.code,
        minuteTakerCode: tellers[0],
        tellerCodes: tellers,
      },
    );
    await this.room.run(person, outcome.meetingId, pause);
  }

  /** Whom the chair can ask to count: members of the cell, or seats of the committee. */
  private roll(lateReview: boolean): string[] {
    const sitting = lateReview ? 'CELL' : this.sitting;
    const committee = this.script.seats(this.organisation);
    if (sitting !== 'CELL' && committee.length > 0) return committee;
    const away = new Set(
      lateReview ? [] : this.script.of('ABSENT', { subject: this.organisation }).map((act) => act.actor),
    );
    return (this.script.membersOf.get(this.organisation) ?? [])
      .filter(
        (member) =>
          member.status === 'OFFICIAL' &&
          !away.has(member.code) &&
          !this.script.exempt(member.code) &&
          !this.script.never(member.code),
      )
      .map((member) => member.code);
  }

  /** The advisory office proposes what the organisation proposed, or sends the dossier back once where the folder says so. */
  private async verify(person: Person, task: Task): Promise<void> {
    const code = task.subject?.code ?? '';
    const back = this.script.once('RETURN_RESULT', { actor: person.code, subject: code });
    if (back) return person.post(`/cycles/${this.cycleId}/units/${code}/return`, { reason: back.value });
    const review = await person.get<Schemas['Review']>(`/reviews/${task.target.id}`);
    await person.post(`/reviews/${task.target.id}/verification`, {
      level: review.levels.self ?? review.levels.proposed,
    });
  }

  /** The vote decides; where it gave no level, or one that the gates do not allow, the decision lowers it with a reason. */
  private async decide(person: Person, today: string): Promise<void> {
    const unit = await this.overview(person);
    const kind =
      this.organisation === this.script.superior ? 'ORGANISATIONS' : decided(unit) ? 'HEADS' : 'MEMBERS_AND_UNITS';
    const worded = this.script.decision(this.organisation, kind);
    const decision = {
      kind,
      number: worded?.number ?? `${String(this.decisions + 1).padStart(2, '0')}-QĐ/${this.organisation}`,
      decidedOn: worded?.on ?? today,
      ...(worded?.reason ? { reason: worded.reason } : {}),
      ...(worded?.document ? { document: worded.document } : {}),
    };
    await this.attempts.decideWithoutReason(person, this.organisation, decision);
    await this.attempts.decideOverQuota(person, this.organisation, decision);
    let adjustments: readonly Adjustment[] = await this.lowered(person);
    for (;;) {
      try {
        await person.post(`/cycles/${this.cycleId}/units/${this.organisation}/decisions`, { ...decision, adjustments });
        this.decisions += 1;
        return;
      } catch (error) {
        const more = error instanceof Refused ? await this.adjust(person, error) : [];
        if (more.length === 0 || more.every((one) => adjustments.some((known) => known.reviewId === one.reviewId)))
          throw error;
        adjustments = [...adjustments.filter((known) => !more.some((one) => one.reviewId === known.reviewId)), ...more];
      }
    }
  }

  /** What the folder lowers by decision: one level below the vote. */
  private async lowered(person: Person): Promise<Adjustment[]> {
    const acts = new Map(
      this.script.of('LOWER_BY_DECISION', { actor: person.code }).map((act) => [act.subject, act.value ?? '']),
    );
    const adjustments: Adjustment[] = [];
    if (acts.size === 0) return adjustments;
    for await (const row of person.pages<Schemas['BoardRow']>(
      `/cycles/${this.cycleId}/units/${this.organisation}/decisions`,
    )) {
      const reason = acts.get(writeSubject(row.subjectKind, row.subject.code));
      const voted = row.vote?.verdict;
      if (reason !== undefined && voted) adjustments.push({ reviewId: row.id, level: voted + 1, reason });
    }
    return adjustments;
  }

  /** What the secretary lowers after a refusal names the subjects. */
  private async adjust(person: Person, refusal: Refused): Promise<Adjustment[]> {
    if (refusal.code === 'DECISION.ABOVE_CEILING') {
      const subjects = refusal.facts['subjects'] as readonly { reviewId: string; ceiling: number | null }[];
      return subjects.map(({ reviewId, ceiling }) => ({
        reviewId,
        level: ceiling ?? 4,
        reason: 'Chưa đủ điều kiện của mức đã biểu quyết',
      }));
    }
    if (refusal.code !== 'DECISION.LEVEL_MISSING') return [];
    const missing = new Set(refusal.facts['reviewIds'] as readonly string[]);
    const adjustments: Adjustment[] = [];
    for await (const row of person.pages<Schemas['BoardRow']>(
      `/cycles/${this.cycleId}/units/${this.organisation}/decisions`,
    )) {
      if (missing.has(row.id))
        adjustments.push({
          reviewId: row.id,
          level: mostVotes(row.vote?.votes ?? []),
          reason: 'Biểu quyết không có mức nào đủ quá nửa',
        });
    }
    return adjustments;
  }

  private overview(person: Person): Promise<Schemas['UnitOverview']> {
    return person.get<Schemas['UnitOverview']>(`/cycles/${this.cycleId}/units/${this.organisation}`);
  }
}

interface Adjustment {
  readonly reviewId: string;
  readonly level: number;
  readonly reason: string;
}

/** What a body is about to sit for. @param unit its page, null for the superior */
function sittingOf(unit: Schemas['UnitOverview'] | null): Sitting {
  if (unit === null) return 'SUPERIOR';
  if (unit.role === 'SUBORDINATE_CELL') return 'CELL';
  if (decided(unit)) return 'HEADS';
  return unit.role === 'GRASSROOTS_CELL' && unit.meetings.length === 0 ? 'CELL' : 'UNIT';
}

/** The level most voted for; of two with as many votes the lower one. */
function mostVotes(votes: readonly number[]): number {
  const most = Math.max(...votes, 0);
  return most === 0 ? 3 : votes.lastIndexOf(most) + 1;
}

/** Has the level above settled this unit? */
function decided(unit: Schemas['UnitOverview']): boolean {
  return (
    unit.organisationReview !== null &&
    ['DECIDED', 'NOTIFIED', 'NOT_RATED_NEW', 'NOT_YET_RATED', 'CLOSED'].includes(unit.organisationReview.state)
  );
}
