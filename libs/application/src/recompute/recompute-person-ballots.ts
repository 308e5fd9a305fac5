import { CHOSEN, type Json, personBallotResult, type PersonBallotKind, type Threshold } from '@binhxet/domain';
import { type PersonBallotRow } from '../ports/person-ballot.store.js';
import { type LedgerRecord, type RecordView } from '../ports/records.port.js';
import { type StoredDifference, rowDifferences } from './difference.js';

export const PERSON_BALLOT_TYPES = ['person-ballot.opened', 'person-ballot.tallied'] as const;

interface Opened {
  readonly kind: PersonBallotKind;
  readonly persons: readonly string[];
  readonly seats: number | null;
  readonly levels: readonly string[] | null;
  readonly countedBody: number;
  readonly majority: Threshold | null;
}
interface TalliedRow {
  readonly person: string;
  readonly votes: readonly number[];
  readonly blank: number;
  readonly invalid: number;
}

/** Results of ballots about persons again: rule and counted body as they were opened with, votes as both tellers counted them. No level comes of them. */
export class PersonBallotRecords {
  private readonly opened = new Map<string, Opened>();
  private stored: Map<string, PersonBallotRow> | null = null;
  private readonly seen = new Set<string>();

  constructor(
    private readonly view: RecordView,
    private readonly cycleId: string,
  ) {}

  /** Made again so far. */
  get tallies(): number {
    return this.seen.size;
  }

  async take({ type, payload }: LedgerRecord & { readonly payload: { readonly [key: string]: Json } }): Promise<StoredDifference[]> {
    const ballotId = String(payload['ballot']);
    if (type === 'person-ballot.opened') {
      this.opened.set(ballotId, payload as unknown as Opened);
      return [];
    }
    this.seen.add(ballotId);
    const opened = this.opened.get(ballotId);
    if (!opened) return [{ table: 'ledger.ledger_entry', row: ballotId, path: '/person-ballot.opened', stored: null, recomputed: ballotId }];
    const rows = payload['rows'] as unknown as readonly TalliedRow[];
    const counts = rows.map(({ person, votes, blank, invalid }) => ({ personId: person, votes, blank, invalid }));
    const result = personBallotResult(counts, { kind: opened.kind, countedBody: opened.countedBody, majority: opened.majority, seats: opened.seats });
    const stored = (await this.rows()).get(ballotId);
    const outcomes = result.persons.map(({ personId, outcome, level }): Json => ({ person: personId, outcome, level }));
    return [
      ...rowDifferences('ballot.person_ballot', ballotId, asJson(stored ?? null), { persons: [...opened.persons], totals: payload['totals'] ?? null, counts: counts as unknown as Json, result: result as unknown as Json }),
      ...(await this.entries(ballotId, opened, payload)),
      ...rowDifferences('ledger.ledger_payload', `person-ballot.tallied ${ballotId}`, { outcomes: payload['outcomes'] ?? null }, { outcomes }),
    ];
  }

  /** Both tellers have handed in what the log says they agreed on. */
  private async entries(ballotId: string, opened: Opened, payload: { readonly [key: string]: Json }): Promise<StoredDifference[]> {
    const attempt = Number(payload['attempt']);
    const entries = new Map((await this.view.tx.personBallots.entries(ballotId, attempt)).map(({ tellerId, entry }) => [tellerId, entry]));
    const rows = payload['rows'] as unknown as readonly TalliedRow[];
    const agreed: Json = { ...(payload['totals'] as { readonly [key: string]: Json }), rows: rows.map(({ person, votes, blank, invalid }): Json => ({ person, votes: [...votes], blank, invalid })) };
    const choices = opened.levels ? opened.levels.map((_, at) => String(at + 1)) : [CHOSEN];
    return (payload['tellers'] as readonly string[]).flatMap((teller) => {
      const entry = entries.get(teller);
      if (!entry) return [{ table: 'ballot.person_entry', row: `${ballotId} ${teller} ${attempt}`, path: '', stored: null, recomputed: agreed }];
      const { distributed, returned, valid, invalid } = entry;
      const bySubject = new Map(entry.subjects.map((one) => [one.subjectId, one]));
      const counted = rows.map(({ person }): Json => {
        const one = bySubject.get(person);
        return one ? { person, votes: choices.map((choice) => one.counts[choice] ?? 0), blank: one.blank, invalid: one.invalidForSubject } : null;
      });
      return rowDifferences('ballot.person_entry', `${ballotId} ${teller} ${attempt}`, { entry: { distributed, returned, valid, invalid, rows: counted } }, { entry: agreed });
    });
  }

  /** Results that no entry of the log tells of. */
  async strays(): Promise<StoredDifference[]> {
    return [...(await this.rows()).keys()].filter((id) => !this.seen.has(id)).map((id) => ({ table: 'ballot.person_ballot', row: id, path: '', stored: id, recomputed: null }));
  }

  private async rows(): Promise<Map<string, PersonBallotRow>> {
    this.stored ??= new Map((await this.view.tx.personBallots.talliedOfCycle(this.cycleId)).map((row) => [row.id, row]));
    return this.stored;
  }
}

function asJson(row: PersonBallotRow | null): { readonly [column: string]: Json } {
  return { persons: row ? [...row.persons] : null, totals: row?.totals ? { ...row.totals } : null, counts: (row?.counts ?? null) as unknown as Json, result: (row?.result ?? null) as unknown as Json };
}
