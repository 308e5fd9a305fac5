import { AppError, type Classification, classify, type CompiledPack, cycleFacts, depthOf, type FactValue, isCell, type Level, type LevelShift, levelShift, type OrgRole, type ProofNode, type RatingPack, type ResultCounts, simulatedLevel, SUBJECT_KINDS, type SubjectFacts, type SubjectKind } from '@binhxet/domain';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type Records, type RecordView, type RecordedResult } from '../ports/records.port.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook, type Rules } from '../ports/rules.port.js';

/** One subject whose level would be another. */
export interface SimulatedRow {
  readonly reviewId: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  /** Where it is reviewed. */
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly level: Level;
  readonly simulated: Level;
  /** Gates of the other pack that hold it down. */
  readonly because: readonly { readonly gate: string; readonly label: string; readonly clause: string; /** true: not met; false: it applies. */ readonly requires: boolean }[];
  /** Gates that could not be asked, because a fact was not recorded then: the level may be lower still. */
  readonly unknown: number;
}

export interface Simulation {
  readonly cycleId: string;
  readonly ratingYear: number;
  /** Pack of the year itself, and the one tried. */
  readonly pack: string;
  readonly tried: string;
  readonly kinds: readonly {
    readonly subjectKind: SubjectKind;
    readonly shift: LevelShift;
    /** Subjects with a gate that could not be asked. */
    readonly unknown: number;
  }[];
  /** By grassroots organisation, in official order. */
  readonly units: readonly { readonly code: string; readonly name: string; readonly members: LevelShift; readonly organisation: { readonly level: Level; readonly simulated: Level } | null }[];
  /** Only those whose level differs, in official order. */
  readonly rows: readonly SimulatedRow[];
}

interface Subject {
  readonly review: ReviewRow;
  readonly stored: RecordedResult;
}
interface Outcome extends Subject {
  readonly level: Level;
  readonly simulated: Level;
  readonly result: Classification;
}

/**
 * A closed cycle's facts and votes under another rating pack. Reads one moment and writes nothing. Who is rated stays as it was: only
 * levels are tried. Levels compare by rank; quotas are no part of it, because they lower nobody by themselves.
 */
export class SimulateCycleService {
  constructor(
    private readonly records: Records,
    private readonly rules: Rules,
  ) {}

  /** @throws AppError CYCLE.NOT_FOUND, PACK.NOT_FOUND (not-found), PACK.HISTORY_ONLY, CYCLE.NOT_CLOSED (conflict) */
  run(cycleId: string, packId: string, signal?: AbortSignal): Promise<Simulation> {
    return this.records.read(cycleId, async (view) => {
      const cycle = await view.tx.cycles.get(cycleId);
      if (cycle.state !== 'CLOSED') throw new AppError('CYCLE.NOT_CLOSED', 'conflict', 'Only a closed cycle is tried under other rules', { cycleId, state: cycle.state });
      await this.rules.refresh();
      const trial = this.rules.trial(cycle, packId);
      return new Trial(view, cycle, trial, await view.tx.cycles.units(cycleId)).run(this.rules.forCycle(cycle).rating, signal);
    });
  }
}

class Trial {
  private readonly compiled: CompiledPack;
  private readonly outcomes = new Map<string, Outcome>();
  private readonly units: ReadonlyMap<string, UnitRow>;

  constructor(
    private readonly view: RecordView,
    private readonly cycle: CycleRow,
    private readonly book: RuleBook,
    private readonly ordered: readonly UnitRow[],
  ) {
    this.compiled = { pack: book.rating, gates: book.gates };
    this.units = new Map(ordered.map((unit) => [unit.organisationId, unit]));
  }

  async run(own: RatingPack, signal: AbortSignal | undefined): Promise<Simulation> {
    const subjects = await this.subjects(signal);
    const of = (kind: SubjectKind): Subject[] => subjects.filter(({ review }) => review.subjectKind === kind);
    const [members, collectives, organisations] = [of('MEMBER'), of('COLLECTIVE'), of('ORGANISATION')];
    // As in a cycle: members, then what rests on them from below upward, then the heads, who wait for their unit.
    await this.classify(members.filter(({ review }) => !review.isHead));
    for (const unit of [...this.ordered].reverse()) {
      signal?.throwIfAborted();
      for (const bodies of [collectives, organisations]) await this.classify(bodies.filter(({ review }) => review.subjectId === unit.organisationId));
    }
    await this.classify(members.filter(({ review }) => review.isHead));
    return this.answer(own);
  }

  /** Everybody the cycle gave a level. */
  private async subjects(signal: AbortSignal | undefined): Promise<Subject[]> {
    const subjects: Subject[] = [];
    for await (const page of this.view.results()) {
      signal?.throwIfAborted();
      const rated = page.filter((one) => one.decidedLevel !== null);
      const reviews = new Map((await this.view.tx.reviews.getMany(rated.map((one) => one.reviewId))).map((review) => [review.id, review]));
      for (const stored of rated) subjects.push({ stored, review: reviews.get(stored.reviewId)! });
    }
    return subjects;
  }

  private async classify(subjects: readonly Subject[]): Promise<void> {
    const kind = subjects[0]?.review.subjectKind;
    if (!kind) return;
    const imported = await this.view.tx.organisations.facts(kind, subjects.map(({ review }) => review.subjectId), this.cycle.ratingYear);
    for (const subject of subjects) {
      const proof = subject.stored.proof as ProofNode | null;
      const facts = { ...(imported.get(subject.review.subjectId) as SubjectFacts | undefined), ...readBefore(proof), ...this.cycleFacts(subject.review) };
      const cap = (proof?.children ?? []).find(({ rule }) => rule === 'duty')?.inputs['cap'];
      const result = classify({ subject: kind, facts, ...(typeof cap === 'number' && { duty: { duty: 'NORMAL' as const, cap: cap as Level, because: [], notEvaluated: [] } }) }, this.compiled);
      const level = subject.stored.decidedLevel!;
      const simulated = simulatedLevel({ decided: level, voted: votedIn(proof), ceiling: subject.stored.ceiling }, result.ceiling ?? 4);
      this.outcomes.set(subject.review.id, { ...subject, level, simulated, result });
    }
  }

  /** Results below, as they would be: only facts that the tried pack declares. */
  private cycleFacts({ subjectKind, subjectId, isHead, unitId, organisationId }: ReviewRow): Record<string, FactValue> {
    const declared = this.book.rating.facts?.[subjectKind] ?? {};
    const collective = (id: string): Level | null => [...this.outcomes.values()].find(({ review }) => review.subjectKind === 'COLLECTIVE' && review.subjectId === id)?.simulated ?? null;
    if (subjectKind === 'MEMBER') return isHead && 'collectiveLevel' in declared ? { collectiveLevel: collective(unitId ?? organisationId) } : {};
    const unit = this.units.get(subjectId);
    if (!unit) return {};
    const below = new Set(this.ordered.filter((one) => one.parentId === subjectId).map((one) => one.organisationId));
    const inside = (review: ReviewRow): boolean => (unit.unitId === subjectId ? review.unitId === subjectId : review.organisationId === subjectId || below.has(review.organisationId));
    const { collectiveLevel, ...counts } = cycleFacts({
      collectiveLevel: collective(subjectId),
      isCell: isCell(unit.role as OrgRole),
      subordinates: this.counts((review) => review.subjectKind === 'ORGANISATION' && below.has(review.subjectId)),
      members: this.counts((review) => review.subjectKind === 'MEMBER' && inside(review)),
    });
    const facts = subjectKind === 'COLLECTIVE' ? counts : { collectiveLevel: collectiveLevel ?? null, ...counts };
    return Object.fromEntries(Object.entries(facts).filter(([name, value]) => name in declared && value !== null));
  }

  private counts(of: (review: ReviewRow) => boolean): ResultCounts {
    const byLevel: [number, number, number, number] = [0, 0, 0, 0];
    for (const { review, simulated } of this.outcomes.values()) if (of(review)) byLevel[simulated - 1]! += 1;
    return { total: byLevel.reduce((sum, count) => sum + count, 0), byLevel, open: 0 };
  }

  private answer(own: RatingPack): Simulation {
    const place = new Map(this.ordered.map((unit, index) => [unit.organisationId, index]));
    const all = [...this.outcomes.values()].sort(
      (one, other) => (place.get(one.review.organisationId) ?? 0) - (place.get(other.review.organisationId) ?? 0) || SUBJECT_KINDS.indexOf(other.review.subjectKind) - SUBJECT_KINDS.indexOf(one.review.subjectKind) || (one.review.id < other.review.id ? -1 : 1),
    );
    const depth = Math.max(depthOf(own), depthOf(this.book.rating));
    const shiftOf = (outcomes: readonly Outcome[]): LevelShift => levelShift(outcomes.map(({ level, simulated }) => [level, simulated] as const), depth);
    return {
      cycleId: this.cycle.id,
      ratingYear: this.cycle.ratingYear,
      pack: own.id,
      tried: this.book.rating.id,
      kinds: SUBJECT_KINDS.map((subjectKind) => {
        const of = all.filter(({ review }) => review.subjectKind === subjectKind);
        return { subjectKind, shift: shiftOf(of), unknown: of.filter(({ result }) => unknownGates(result) > 0).length };
      }),
      units: this.ordered
        .filter((unit) => unit.unitId === unit.organisationId)
        .map((unit) => {
          const of = all.filter(({ review }) => review.unitId === unit.organisationId);
          const own = of.find(({ review }) => review.subjectKind === 'ORGANISATION' && review.subjectId === unit.organisationId);
          return { code: unit.code, name: unit.name, members: shiftOf(of.filter(({ review }) => review.subjectKind === 'MEMBER')), organisation: own ? { level: own.level, simulated: own.simulated } : null };
        }),
      rows: all.filter(({ level, simulated }) => level !== simulated).map((outcome) => this.row(outcome)),
    };
  }

  private row({ review, level, simulated, result }: Outcome): SimulatedRow {
    const gates = new Map(this.compiled.gates.map(({ rule }) => [rule.id, rule]));
    const nodes = result.proof.children?.find(({ rule }) => rule === 'gates')?.children ?? [];
    const because = nodes.flatMap(({ rule, outcome }) => {
      const gate = gates.get(rule);
      if (!gate) return [];
      const restricts = gate.effect.kind === 'REQUIRE' ? outcome === 'FAILS' && gate.effect.level < simulated : outcome === 'HOLDS' && gate.effect.level <= simulated;
      return restricts ? [{ gate: rule, label: gate.label, clause: gate.expression.source, requires: gate.effect.kind === 'REQUIRE' }] : [];
    });
    const place = this.units.get(review.organisationId);
    return { reviewId: review.id, subjectKind: review.subjectKind, subjectId: review.subjectId, organisation: { id: review.organisationId, code: place?.code ?? '', name: place?.name ?? '' }, level, simulated, because: simulated > level ? because : [], unknown: unknownGates(result) };
  }
}

const unknownGates = (result: Classification): number => result.notEvaluated.filter(({ why }) => why === 'FACT_UNKNOWN').length;

/** Facts that the gates of the year's own pack read, derived ones among them. */
function readBefore(proof: ProofNode | null): Record<string, FactValue> {
  const gates = (proof?.children ?? []).find(({ rule }) => rule === 'gates')?.children ?? [];
  return Object.fromEntries(gates.flatMap(({ inputs }) => Object.entries(inputs).filter(([, value]) => value !== null))) as Record<string, FactValue>;
}

/** Level of the newest ballot in a proof. */
function votedIn(proof: ProofNode | null): Level | null {
  const outcome = (proof?.children ?? []).filter(({ rule }) => rule === 'votes').at(-1)?.outcome;
  return outcome?.startsWith('LEVEL_') ? (Number(outcome.slice('LEVEL_'.length)) as Level) : null;
}
