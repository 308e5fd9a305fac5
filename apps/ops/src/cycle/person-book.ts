import { EVERY_VOTER, type PersonBallotLine, type PersonMark } from '@binhxet/application';

/** A ballot about persons as the folder puts it on the agenda of a body. */
export interface PlannedPersonBallot {
  readonly key: string;
  readonly kind: PersonBallotLine['kind'];
  readonly title: string;
  readonly document: string | null;
  readonly seats: number | null;
  readonly persons: readonly string[];
}

/** What every voter puts down about persons. It stays with the runner: the server only ever sees what two tellers add up. */
export class PersonBook {
  private readonly ballots = new Map<string, PlannedPersonBallot[]>();
  private readonly marks = new Map<string, PersonMark['mark']>();

  constructor(lines: readonly PersonBallotLine[], marks: readonly PersonMark[]) {
    for (const { body, ballot: key, kind, title, document, seats, person } of lines) {
      const ofBody = this.ballots.get(body) ?? [];
      this.ballots.set(body, ofBody);
      const at = ofBody.findIndex((each) => each.key === key);
      if (at < 0) ofBody.push({ key, kind, title, document, seats, persons: [person] });
      else ofBody[at] = { ...ofBody[at]!, persons: [...ofBody[at]!.persons, person] };
    }
    for (const { body, ballot, voter, person, mark } of marks)
      this.marks.set(`${body} ${ballot} ${person} ${voter}`, mark);
  }

  /** In the order of the folder. */
  of(body: string): readonly PlannedPersonBallot[] {
    return this.ballots.get(body) ?? [];
  }

  /** What a teller counts on one person. @param choices levels that the paper offers, 1 in an election @returns whole numbers; their sum is the number of voters */
  count(
    body: string,
    ballot: string,
    person: string,
    voters: readonly string[],
    choices: number,
  ): { votes: number[]; blank: number; invalid: number } {
    const sum = { votes: Array.from({ length: choices }, () => 0), blank: 0, invalid: 0 };
    for (const voter of voters) {
      const at = (who: string) => this.marks.get(`${body} ${ballot} ${person} ${who}`);
      const mark = at(voter) ?? at(EVERY_VOTER) ?? 'blank';
      if (mark === 'blank' || mark === 'invalid') sum[mark] += 1;
      else {
        const choice = mark === 'chosen' ? 1 : Number(mark);
        if (choice > choices) sum.invalid += 1;
        else sum.votes[choice - 1]! += 1;
      }
    }
    return sum;
  }
}
