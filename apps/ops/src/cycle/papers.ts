import { type Schemas } from '@binhxet/api-client';
import { type Person } from './cast.js';
import { Refused } from './http-client.js';
import { type Script } from './script.js';

const TEXT = 'Nội dung do chương trình mô phỏng viết.';

type Form = Schemas['CycleRules']['forms'][number];

/** Writing and handing in papers: members about themselves, leaders about their collective. */
export class Papers {
  /** Members whose paper is in. */
  readonly handedIn = new Set<string>();
  /** Members who found nothing to write on their day: exempt. */
  readonly notAsked = new Set<string>();
  private rules: Schemas['CycleRules'] | undefined;

  constructor(
    private readonly script: Script,
    private readonly cycleId: string,
  ) {}

  /** The person looks into the inbox and writes what is asked for. @returns papers handed in */
  async writeOwn(person: Person): Promise<number> {
    let written = 0;
    for (const task of await person.tasks()) {
      if (task.cycleId !== this.cycleId || task.kind !== 'WRITE_SELF_REVIEW' || task.refId === null) continue;
      await this.write(person, task.refId, 'MEMBER', person.code);
      this.handedIn.add(person.code);
      written += 1;
    }
    return written;
  }

  /** The report of the collective a leader answers for. */
  writeReport(person: Person, task: Schemas['Task']): Promise<void> {
    return this.write(person, task.refId ?? '', 'COLLECTIVE', `COLLECTIVE:${task.organisation.code}`);
  }

  /** A draft of the own paper that is not handed in, where there is none yet. @returns drafts begun */
  async beginOwn(person: Person): Promise<number> {
    let begun = 0;
    for (const task of await person.tasks()) {
      if (task.cycleId !== this.cycleId || task.kind !== 'WRITE_SELF_REVIEW' || task.refId === null) continue;
      if ((await this.version(person, task.refId)) !== null) continue;
      await this.save(person, task.refId, 'MEMBER', person.code);
      begun += 1;
    }
    return begun;
  }

  /** @throws Refused when the step is closed */
  async write(person: Person, reviewId: string, kind: 'MEMBER' | 'COLLECTIVE', subject: string): Promise<void> {
    const version = await this.save(person, reviewId, kind, subject);
    await person.post(`/reviews/${reviewId}/paper/submit`, {}, { 'if-match': version });
  }

  /** @returns entity tag of the draft */
  private async save(
    person: Person,
    reviewId: string,
    kind: 'MEMBER' | 'COLLECTIVE',
    subject: string,
  ): Promise<string> {
    const form = await this.form(
      person,
      kind,
      kind === 'MEMBER' &&
        this.script.leaders(this.script.member.get(person.code)?.organisation ?? '').includes(person.code),
    );
    const places =
      kind === 'MEMBER'
        ? [this.script.member.get(person.code)?.organisation ?? '']
        : [subject.slice('COLLECTIVE:'.length)];
    const selfLevel = this.script.marks.ownLevel(places, subject, person.code) ?? 2;
    const graded = form.sections.filter((section) => section.graded);
    const body = {
      form: form.id,
      sections: Object.fromEntries(form.sections.map((section) => [section.id, TEXT])),
      grades: Object.fromEntries(graded.map((section) => [section.id, `G${selfLevel}`])),
      selfLevel,
    };
    const path = `/reviews/${reviewId}/paper`;
    const saved = await person.put(path, body, { 'if-none-match': '*' }).catch(async (error: unknown) => {
      // A draft exists: one that was returned, or left lying.
      if (!(error instanceof Refused) || error.code !== 'RECORD.CHANGED') throw error;
      return person.put(path, body, { 'if-match': (await person.tagOf(path)) ?? '' });
    });
    return saved.etag ?? '';
  }

  /** Entity tag of a draft that exists: one that was returned, or left lying. */
  private async version(person: Person, reviewId: string): Promise<string | null> {
    try {
      return await person.tagOf(`/reviews/${reviewId}/paper`);
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return null;
      throw error;
    }
  }

  /** Forms are those of the pack: whoever leads takes the one for leaders. */
  private async form(person: Person, subject: 'MEMBER' | 'COLLECTIVE', leads: boolean): Promise<Form> {
    this.rules ??= await person.get<Schemas['CycleRules']>(`/cycles/${this.cycleId}/rules`);
    const forms = this.rules.forms.filter((form) => form.subject === subject);
    const form = forms.find((each) => each.holdsLeadershipPost === leads) ?? forms[0];
    if (!form) throw new Error(`the rules of ${this.cycleId} have no form for ${subject}`);
    return form;
  }

  /** Secretaries send papers back, once each: whatever of the folder's returns is due and in. @returns how many */
  async sendBack(personOf: (code: string) => Person, done: Set<string>): Promise<string[]> {
    const again: string[] = [];
    for (const act of this.script.of('RETURN_PAPER')) {
      const member = act.subject ?? '';
      if (done.has(member) || !this.handedIn.has(member)) continue;
      const cell = this.script.member.get(member)?.organisation ?? '';
      const secretary = personOf(act.actor);
      for await (const row of secretary.pages<Schemas['UnitMember']>(`/cycles/${this.cycleId}/units/${cell}/members`)) {
        if (row.person.code !== member) continue;
        await secretary.post(`/reviews/${row.id}/paper/return`, { reason: act.value });
        done.add(member);
        this.handedIn.delete(member);
        again.push(member);
      }
    }
    return again;
  }
}
