import { type Schemas } from '@binhxet/api-client';
import { type ActRecord } from '@binhxet/application';
import { type Cast, type Person } from './cast.js';
import { Refused } from './http-client.js';
import { type Script } from './script.js';

export interface AttemptOutcome {
  readonly row: number;
  readonly act: string;
  readonly expected: string;
  /** null: the system let it pass, or there was no occasion to try. */
  readonly got: string | null;
  readonly agrees: boolean;
}

/** Acts that the system has to refuse, tried where they belong; what it answered is kept. */
export class Attempts {
  private readonly got = new Map<ActRecord, string>();

  constructor(
    private readonly script: Script,
    private readonly cast: Cast,
    private readonly cycleId: string,
  ) {}

  outcomes(): AttemptOutcome[] {
    return this.script.attempts.map((act) => {
      const got = this.got.get(act) ?? null;
      return { row: act.row, act: act.act, expected: act.expect ?? '', got, agrees: got === act.expect };
    });
  }

  private async refused(act: ActRecord, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.got.set(act, error.code);
    }
  }

  /** Writing after the step has closed, reading what is not one's own. */
  async onDay(day: string): Promise<void> {
    for (const act of this.script.attempts) {
      if (this.got.has(act)) continue;
      const person = this.cast.person(act.actor);
      if (act.act === 'TRY_SELF_REVIEW' && act.on !== null && act.on <= day) {
        const own = (await person.get<Schemas['OwnReviews']>('/reviews')).items.find(
          (review) => review.cycleId === this.cycleId,
        );
        const form = (await person.get<Schemas['CycleRules']>(`/cycles/${this.cycleId}/rules`)).forms.find(
          (each) => each.subject === 'MEMBER',
        );
        const tag = own ? await person.tagOf(`/reviews/${own.id}/paper`) : null;
        if (own && form && tag)
          await this.refused(act, () =>
            person.put(
              `/reviews/${own.id}/paper`,
              { form: form.id, sections: {}, grades: {}, selfLevel: 1 },
              { 'if-match': tag },
            ),
          );
      }
      if (act.act === 'TRY_READ_REVIEW') {
        const other = (await this.cast.person(act.subject ?? '').get<Schemas['OwnReviews']>('/reviews')).items.find(
          (review) => review.cycleId === this.cycleId,
        );
        if (other) await this.refused(act, () => person.get(`/reviews/${other.id}`));
      }
    }
  }

  /** The roll is called with only those there whom the meeting needs, the meeting is to be opened nevertheless; then the true roll is written. */
  async openWithoutQuorum(
    chair: Person,
    organisation: string,
    meetingId: string,
    roll: readonly Schemas['Attendance'][],
    serving: readonly string[],
  ): Promise<void> {
    const act = this.script.once('TRY_OPEN_WITHOUT_QUORUM', { subject: organisation });
    if (!act) return;
    const write = (status: (row: Schemas['Attendance']) => string) =>
      chair.put(`/meetings/${meetingId}/attendance`, {
        rows: roll.map((row) => ({ memberId: row.person.memberId, status: status(row) })),
      });
    await write((row) => (serving.includes(row.person.code) ? 'PRESENT' : 'UNEXCUSED'));
    await this.refused(act, () => chair.post(`/meetings/${meetingId}/open`));
    await write((row) => row.status);
  }

  async countAsOutsider(organisation: string, meetingId: string, ballot: Schemas['Ballot']): Promise<void> {
    const act = this.script.once('TRY_COUNT_AS_OUTSIDER', { subject: organisation });
    if (!act) return;
    const rows = ballot.subjects.map(({ reviewId }) => ({ reviewId, votes: [1, 0, 0, 0], blank: 0, invalid: 0 }));
    await this.refused(act, () =>
      this.cast.person(act.actor).put(`/meetings/${meetingId}/ballots/${ballot.id}/count`, {
        distributed: 1,
        returned: 1,
        valid: 1,
        invalid: 0,
        rows,
      }),
    );
  }

  /** The result has just gone upward; the same person sends it again. */
  async submitTwice(person: Person, organisation: string): Promise<void> {
    const act = this.script.once('TRY_SUBMIT_TWICE', { subject: organisation });
    if (act) await this.refused(act, () => person.post(`/cycles/${this.cycleId}/units/${organisation}/submission`, {}));
  }

  async decideWithoutReason(
    person: Person,
    organisation: string,
    decision: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const act = this.script.once('TRY_DECIDE_WITHOUT_REASON', { subject: organisation });
    if (!act) return;
    const { reason: _reason, document: _document, ...bare } = decision;
    await this.refused(act, () => person.post(`/cycles/${this.cycleId}/units/${organisation}/decisions`, bare));
  }

  /** As it was voted, nobody lowered, with reason and document: a quota that blocks has to refuse it all the same. */
  async decideOverQuota(
    person: Person,
    organisation: string,
    decision: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const act = this.script.once('TRY_DECIDE_OVER_QUOTA', { subject: organisation });
    if (act)
      await this.refused(act, () => person.post(`/cycles/${this.cycleId}/units/${organisation}/decisions`, decision));
  }
}
