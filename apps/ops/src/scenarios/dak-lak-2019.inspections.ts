import { type BodyKind } from '@binhxet/domain';
import { type ExpectedResult } from '../scenario/scenario-head.js';
import { Prng, seedOf } from './prng.js';
import { type ScenarioFiles } from './scenario-files.js';
import { type BuiltUnit } from './unit-builder.js';

/** Published of inspection and supervision: turns (lượt) exceed the number of organisations, so that both are kept apart. */
const BY_STANDING_COMMITTEE = { organisations: 74, members: 63 };
const BY_COMMISSIONS = { organisationTurns: 948, members: 204 };
const BY_OFFICE = { organisations: 7 };
const BY_COMMITTEES = { organisationTurns: 985, memberTurns: 17_694 };
/** "More than 1,000 people": the number itself is generated. */
const TRAINED = { over: 1000, people: 1046 };
/** After the merger and before the year is reviewed. */
const ON = '2019-11-20';

interface Target {
  readonly organisation: string;
  readonly subject: string;
}

/** Who inspected whom how often in the year; what is published fixes the sums, the seed everything else. */
export class Inspections {
  private readonly prng: Prng;
  private readonly rows: ExpectedResult[] = [];

  constructor(
    private readonly files: ScenarioFiles,
    private readonly superior: string,
    private readonly year: number,
    seed: number,
  ) {
    this.prng = new Prng(seedOf(seed, 'inspection'));
  }

  /** @returns what the records must add up to */
  write(units: readonly BuiltUnit[]): readonly ExpectedResult[] {
    const led = units.filter((unit) => !unit.plan.isCell);
    const of = (codes: readonly string[]) => codes.map((subject) => ({ organisation: this.superior, subject }));
    const organisations = of(units.map((unit) => unit.plan.code));
    const members = of(
      units.flatMap((unit) => unit.people.filter((person) => person.official).map(({ code }) => code)),
    );
    const cells = led.flatMap(({ plan, cells: below }) =>
      below.map((cell) => ({ organisation: plan.code, subject: cell.plan.code })),
    );
    const own = led.flatMap(({ plan, people }) =>
      people.filter((person) => person.official).map(({ code }) => ({ organisation: plan.code, subject: code })),
    );

    const { organisations: standing, members: standingMembers } = BY_STANDING_COMMITTEE;
    this.distinct('STANDING_COMMITTEE', 'ORGANISATION', organisations, standing, 'Ban Thường vụ: số tổ chức');
    this.distinct('STANDING_COMMITTEE', 'MEMBER', members, standingMembers, 'Ban Thường vụ: số đảng viên');
    const commissions = [...organisations, ...cells];
    const { organisationTurns, members: commissionMembers } = BY_COMMISSIONS;
    this.turns(
      'INSPECTION_COMMISSION',
      'ORGANISATION',
      commissions,
      organisationTurns,
      'Ủy ban kiểm tra hai cấp: lượt tổ chức',
    );
    this.distinct('INSPECTION_COMMISSION', 'MEMBER', own, commissionMembers, 'Ủy ban kiểm tra hai cấp: số đảng viên');
    this.distinct(
      'ADVISORY_BODY',
      'ORGANISATION',
      organisations,
      BY_OFFICE.organisations,
      'Các ban của Khối: số tổ chức',
    );
    this.turns('PARTY_COMMITTEE', 'ORGANISATION', cells, BY_COMMITTEES.organisationTurns, 'Cấp ủy cơ sở: lượt tổ chức');
    this.turns('PARTY_COMMITTEE', 'MEMBER', own, BY_COMMITTEES.memberTurns, 'Cấp ủy cơ sở: lượt đảng viên');
    this.files.add('workRecords', {
      organisation: this.superior,
      kind: 'TRAINING',
      on: ON,
      quantity: TRAINED.people,
      unit: 'người',
      note: 'Tập huấn, bồi dưỡng (mô phỏng)',
    });
    this.rows.push({
      year: this.year,
      key: 'work.TRAINING',
      label: 'Tập huấn, bồi dưỡng: số người',
      target: { operator: '>', value: String(TRAINED.over), unit: 'COUNT', text: 'công bố: hơn 1.000' },
      expected: { k: TRAINED.people },
    });
    return this.rows;
  }

  /** So many different ones of all, one turn each. */
  private distinct(
    body: BodyKind,
    kind: 'ORGANISATION' | 'MEMBER',
    of: readonly Target[],
    count: number,
    label: string,
  ) {
    const chosen = this.prng.shuffled(of).slice(0, count);
    for (const target of chosen) this.record(body, kind, target, 1);
    const key = `work.INSPECTION.${body}.${kind}`;
    this.rows.push({
      year: this.year,
      key: `${key}.subjects`,
      label,
      published: { text: text(count), k: count },
      expected: { k: count },
    });
  }

  /** All of them at least once, and the other turns as they fall. */
  private turns(body: BodyKind, kind: 'ORGANISATION' | 'MEMBER', of: readonly Target[], count: number, label: string) {
    const each = Math.floor(count / of.length);
    const more = new Set(this.prng.shuffled(of).slice(0, count - each * of.length));
    for (const target of of) this.record(body, kind, target, each + (more.has(target) ? 1 : 0));
    const key = `work.INSPECTION.${body}.${kind}`;
    this.rows.push(
      { year: this.year, key, label, published: { text: `${text(count)} lượt`, k: count }, expected: { k: count } },
      {
        year: this.year,
        key: `${key}.subjects`,
        expected: { k: of.length },
        note: 'Không công bố: số đối tượng khác nhau của các lượt trên',
      },
    );
  }

  private record(
    detail: BodyKind,
    subjectKind: 'ORGANISATION' | 'MEMBER',
    { organisation, subject }: Target,
    quantity: number,
  ) {
    this.files.add('workRecords', {
      organisation,
      kind: 'INSPECTION',
      on: ON,
      subjectKind,
      subject,
      quantity,
      unit: 'lượt',
      detail,
    });
  }
}

const text = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');
