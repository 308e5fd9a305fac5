import { EVERY_VOTER, type MarkBallot, type MarkRecord, type MarkWord } from '@binhxet/application';
import { isLevel, type Level, USUAL_LEVELS } from '@binhxet/domain';

/** What every voter puts down. It stays with the runner: the server only ever sees what two tellers add up. */
export class MarkBook {
  /** body, ballot, subject → voter, or everybody else → marks by round. */
  private readonly rows = new Map<string, Map<string, (MarkWord | undefined)[]>>();

  constructor(marks: readonly MarkRecord[]) {
    for (const { body, ballot, round, voter, subject, mark } of marks) {
      const key = place(body, ballot, subject);
      const voters = this.rows.get(key) ?? new Map<string, (MarkWord | undefined)[]>();
      const rounds = voters.get(voter) ?? [];
      rounds[round ?? 1] = mark;
      voters.set(voter, rounds);
      this.rows.set(key, voters);
    }
  }

  /**
   * The own mark, or that of everybody without one; blank where neither is written.
   * @param round which vote of the body on the subject, from 1; the latest written round up to it holds
   */
  mark(body: string, ballot: MarkBallot, subject: string, voter: string, round: number): MarkWord {
    const voters = this.rows.get(place(body, ballot, subject));
    const own = voters?.get(voter);
    const others = voters?.get(EVERY_VOTER);
    for (let nth = round; voters && nth >= 1; nth--) {
      const mark = own?.[nth] ?? others?.[nth];
      if (mark !== undefined) return mark;
    }
    return 'blank';
  }

  /** Is there something new to say in a later vote? */
  hasRound(body: string, ballot: MarkBallot, subject: string, round: number): boolean {
    for (const rounds of this.rows.get(place(body, ballot, subject))?.values() ?? [])
      if (rounds[round] !== undefined) return true;
    return false;
  }

  /** What a teller counts. @param ranks levels that the ballot offers; a mark below them is invalid @returns whole numbers; their sum is the number of voters */
  count(
    body: string,
    ballot: MarkBallot,
    subject: string,
    voters: readonly string[],
    round: number,
    ranks: number = USUAL_LEVELS,
  ): { votes: number[]; blank: number; invalid: number } {
    const sum = { votes: Array.from({ length: ranks }, () => 0), blank: 0, invalid: 0 };
    for (const voter of voters) {
      const mark = this.mark(body, ballot, subject, voter, round);
      if (mark === 'blank' || mark === 'invalid') sum[mark] += 1;
      else if (Number(mark) > ranks) sum.invalid += 1;
      else sum.votes[Number(mark) - 1]! += 1;
    }
    return sum;
  }

  /** The level somebody would put into a paper about a subject: the own mark of the first of these ballots that has one. */
  ownLevel(bodies: readonly string[], subject: string, voter: string): Level | null {
    for (const ballot of ['SELF_REVIEW', 'CELL_MEMBER_LEVEL', 'CELL_SELF_LEVEL', 'COLLECTIVE_PROPOSAL'] as const) {
      for (const body of bodies) {
        const level = Number(this.mark(body, ballot, subject, voter, 9));
        if (isLevel(level)) return level;
      }
    }
    return null;
  }
}

const place = (body: string, ballot: string, subject: string): string => `${body} ${ballot} ${subject}`;
