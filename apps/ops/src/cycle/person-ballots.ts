import { type Schemas } from '@binhxet/api-client';
import { personFigureLabel } from '@binhxet/messages';
import { type Cast, type Person } from './cast.js';
import { type Figure } from './figures.js';
import { type PlannedPersonBallot } from './person-book.js';
import { type Script } from './script.js';

type Ballot = Schemas['PersonBallot'];

/** A ballot about persons that was held, as the page of the meeting tells it. */
export interface HeldPersonBallot {
  readonly planned: PlannedPersonBallot;
  readonly ballot: Ballot;
}

/** Holds what the folder puts beside the rating: the chair opens and closes, two tellers add up on their own. */
export class PersonBallots {
  readonly held: HeldPersonBallot[] = [];
  private readonly done = new Set<string>();

  constructor(
    private readonly script: Script,
    private readonly cast: Cast,
  ) {}

  /** All of a body's ballots, at its first sitting as a committee. */
  async hold(chair: Person, room: Schemas['MeetingRoom'], voters: readonly string[]): Promise<void> {
    const body = room.organisation.code;
    if (room.body === null || this.done.has(body)) return;
    this.done.add(body);
    for (const planned of this.script.persons.of(body)) {
      const { kind, title, document, seats, persons } = planned;
      const { ballotId } = await chair.post<Schemas['PlannedPersonBallot']>(`/meetings/${room.id}/person-ballots`, {
        kind,
        title,
        persons,
        ...(document !== null && { document }),
        ...(seats !== null && { seats }),
      });
      const path = `/meetings/${room.id}/person-ballots/${ballotId}`;
      await chair.post(`${path}/open`);
      await chair.post(`${path}/close`);
      await Promise.all(
        room.tellers.map((teller) => this.count(teller.code, room.id, ballotId, planned, body, voters)),
      );
      this.held.push({ planned, ballot: await this.ballot(chair, room.id, ballotId) });
    }
  }

  private async count(
    code: string,
    meetingId: string,
    ballotId: string,
    planned: PlannedPersonBallot,
    body: string,
    voters: readonly string[],
  ): Promise<void> {
    const teller = this.cast.person(code);
    const ballot = await this.ballot(teller, meetingId, ballotId);
    await teller.put(`/meetings/${meetingId}/person-ballots/${ballotId}/count`, {
      distributed: voters.length,
      returned: voters.length,
      valid: voters.length,
      invalid: 0,
      rows: ballot.persons.map((person) => ({
        memberId: person.memberId,
        ...this.script.persons.count(body, planned.key, person.code, voters, ballot.levels?.length ?? 1),
      })),
    });
  }

  private async ballot(person: Person, meetingId: string, ballotId: string): Promise<Ballot> {
    const room = await person.get<Schemas['MeetingRoom']>(`/meetings/${meetingId}`);
    return room.personBallots.find((each) => each.id === ballotId)!;
  }
}

/**
 * Figures of the ballots beside the rating: who was elected, of the seats; votes for each level of confidence, of all that the counted
 * body could cast.
 */
export function personBallotFigures(held: readonly HeldPersonBallot[]): Figure[] {
  return held.flatMap(({ planned: { key, title }, ballot }): Figure[] => {
    const { result, counts } = ballot;
    if (!result || !counts) return [];
    const codes = new Map(ballot.persons.map((person) => [person.memberId, person.code]));
    if (result.seats) {
      const elected = result.persons
        .filter((one) => one.outcome === 'ELECTED')
        .map((one) => codes.get(one.personId) ?? '');
      return [
        {
          key: `personBallot.${key}.elected`,
          label: personFigureLabel(title, null).vi,
          k: elected.length,
          n: result.seats.of,
          subjects: elected.sort(),
        },
      ];
    }
    const base = ballot.persons.length * result.countedBody;
    return (ballot.levels ?? []).map((level, at) => ({
      key: `personBallot.${key}.level${at + 1}`,
      label: personFigureLabel(title, level).vi,
      k: counts.reduce((sum, row) => sum + (row.votes[at] ?? 0), 0),
      n: base,
    }));
  });
}
