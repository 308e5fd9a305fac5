import { type Level } from '@binhxet/domain';
import { type ExpectedFile, type ExpectedResult } from '../scenario/scenario-head.js';
import { generatedReadme } from './readme.js';
import { ratingPackOf } from './rules-of-year.js';
import { exactly, figureOf, orBetter, reading, subjects, targetLine, work } from './targets.js';
import { type BuiltUnit } from './unit-builder.js';

export const SEED = 20141218;
export const SUPERIOR = 'KHOI-QB';
export const YEARS = [2014, 2015] as const;
/** Not published; generated. */
export const COMMITTEE_ORGS = 10;
export const GRASSROOTS_CELLS = 30;

export interface LivedYear {
  readonly year: number;
  readonly units: readonly BuiltUnit[];
}

/** The eight lines as written; where the base of "trong đó" is open, both readings. */
export function resolution() {
  const years = [2015, 2015] as const;
  const organisations = subjects('ORGANISATION', 'ALL');
  const members = subjects('MEMBER', 'RATED');
  const line = { unit: 'PERCENT', years } as const;
  const old = { packOfLabel: ratingPackOf(2011) };
  const own = { packOfLabel: ratingPackOf(2014) };
  return {
    number: 'KL-HN18-2014 (mô phỏng)',
    title: 'Chỉ tiêu năm 2015, hội nghị lần thứ 18 ngày 18/12/2014 (số hiệu mô phỏng)',
    adoptedOn: '2014-12-18',
    fromYear: 2015,
    toYear: 2015,
    targets: [
      targetLine({
        ...line,
        code: '1',
        wording: 'Trên 95 % cơ quan, đơn vị hoàn thành tốt nhiệm vụ chính trị',
        operator: '>',
        value: 95,
        readings: [reading('reported', figureOf('agencies.good'), figureOf('agencies'))],
        note: 'Kết quả phía chính quyền, không phải mức xếp loại Đảng',
      }),
      targetLine({
        ...line,
        ...own,
        code: '2',
        wording: '90 % tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên',
        operator: '=',
        value: 90,
        label: 'Hoàn thành tốt nhiệm vụ trở lên',
        readings: [reading('of-all', subjects('ORGANISATION', 'ALL', orBetter(2)), organisations)],
      }),
      targetLine({
        ...line,
        ...own,
        code: '3',
        wording: 'trong đó 50 % trong sạch, vững mạnh',
        operator: '=',
        value: 50,
        label: 'Trong sạch, vững mạnh',
        readings: [
          reading('of-all', subjects('ORGANISATION', 'ALL', exactly(1)), organisations, 'I'),
          reading(
            'of-those',
            subjects('ORGANISATION', 'ALL', exactly(1)),
            subjects('ORGANISATION', 'ALL', orBetter(2)),
            'I',
          ),
        ],
      }),
      targetLine({
        ...own,
        years,
        code: '4',
        wording: 'Không có tổ chức cơ sở đảng yếu kém',
        operator: 'none',
        unit: 'COUNT',
        label: 'Yếu kém',
        readings: [reading('all', subjects('ORGANISATION', 'ALL', exactly(4)), null)],
      }),
      targetLine({
        ...line,
        ...old,
        code: '5',
        wording: 'Trên 90 % đảng viên đủ tư cách hoàn thành tốt nhiệm vụ',
        operator: '>',
        value: 90,
        label: 'Đủ tư cách, hoàn thành tốt nhiệm vụ',
        readings: [
          reading('or-better', subjects('MEMBER', 'RATED', orBetter(2)), members, 'I'),
          reading('exactly', subjects('MEMBER', 'RATED', exactly(2)), members, 'I'),
        ],
        note: 'Không viết "trở lên"; nhãn của bộ quy định trước, giữ nguyên văn',
      }),
      targetLine({
        ...line,
        ...old,
        code: '6',
        wording: 'trong đó 15 % đủ tư cách hoàn thành xuất sắc nhiệm vụ',
        operator: '=',
        value: 15,
        label: 'Đủ tư cách, hoàn thành xuất sắc nhiệm vụ',
        readings: [
          reading('of-all', subjects('MEMBER', 'RATED', exactly(1)), members, 'I'),
          reading('of-those', subjects('MEMBER', 'RATED', exactly(1)), subjects('MEMBER', 'RATED', orBetter(2)), 'I'),
        ],
      }),
      targetLine({
        years,
        code: '7',
        wording: 'Không có đảng viên vi phạm kỷ luật',
        operator: 'none',
        unit: 'COUNT',
        readings: [reading('disciplined', { ...work('DISCIPLINE', 'SUBJECTS'), subject: 'MEMBER' }, null)],
      }),
      targetLine({
        ...line,
        code: '8',
        wording: '100 % tổ chức cơ sở đảng và đảng viên học tập nghị quyết, kết luận',
        operator: '=',
        value: 100,
        readings: [reading('reported', figureOf('study.done'), figureOf('study'))],
      }),
    ],
  };
}

/** What the votes of both years must lead to. */
export function expected(lived: readonly LivedYear[]): ExpectedFile {
  return {
    source: 'Bài báo ngày 19/12/2014 về hội nghị ngày 18/12/2014: chỉ tiêu năm 2015; mọi kết quả là dữ liệu mô phỏng',
    results: lived.flatMap(({ year, units }): ExpectedResult[] => {
      const people = units.flatMap((unit) => unit.people);
      const org = (level: Level) => units.filter((unit) => unit.plan.level === level).length;
      const member = (level: Level) => people.filter((person) => person.level === level).length;
      const rows: ExpectedResult[] = [
        { year, key: 'organisations.total', expected: { k: units.length } },
        { year, key: 'organisations.goodOrBetter', expected: { k: org(1) + org(2), n: units.length } },
        { year, key: 'organisations.level1', expected: { k: org(1), n: units.length } },
        { year, key: 'members.goodOrBetter', expected: { k: member(1) + member(2), n: people.length } },
        { year, key: 'members.level1', expected: { k: member(1), n: people.length } },
      ];
      if (year !== YEARS[1]) return rows;
      const good = org(1) + org(2);
      const goodMembers = member(1) + member(2);
      const equal = (k: number, n: number, percent: number) =>
        100 * k > percent * n ? 'EXCEEDED' : 100 * k === percent * n ? 'MET' : 'NOT_MET';
      const target = (code: string, k: number, n: number | null, verdict: string, text: string): ExpectedResult => ({
        year,
        key: `target.CT2015.${code}`,
        published: { text },
        expected: { k, ...(n === null ? {} : { n }), verdict },
      });
      return [
        ...rows,
        target('1', units.length - 1, units.length, 'EXCEEDED', 'chỉ tiêu: trên 95 %'),
        target('2', good, units.length, equal(good, units.length, 90), 'chỉ tiêu: 90 %'),
        target('3', org(1), units.length, equal(org(1), units.length, 50), 'chỉ tiêu: 50 %'),
        target('3.of-those', org(1), good, equal(org(1), good, 50), 'chỉ tiêu: 50 %'),
        target('4', 0, null, 'MET', 'chỉ tiêu: không có'),
        target('7', 0, null, 'MET', 'chỉ tiêu: không có'),
        target('8', people.length + units.length, people.length + units.length, 'MET', 'chỉ tiêu: 100 %'),
        // Labels of the rules before: read in this year's ladder as the equivalence data say.
        target(
          '5',
          goodMembers,
          people.length,
          100 * goodMembers > 90 * people.length ? 'EXCEEDED' : 'NOT_MET',
          'chỉ tiêu: trên 90 %',
        ),
        target('6', member(1), people.length, equal(member(1), people.length, 15), 'chỉ tiêu: 15 %'),
        target('6.of-those', member(1), goodMembers, equal(member(1), goodMembers, 15), 'chỉ tiêu: 15 %'),
      ];
    }),
  };
}

export function readme(lived: readonly LivedYear[]): string {
  const people = lived[0]!.units.flatMap((unit) => unit.people).length;
  return generatedReadme('quang-binh-2014', 'Scenario quang-binh-2014', SEED, [
    'Published: the conference of 18/12/2014 and its eight targets for 2015, with the words and labels as written.',
    '',
    `Generated: ${COMMITTEE_ORGS + GRASSROOTS_CELLS} organisations, ${people} members, the results of 2014 (not published), the whole year 2015, every vote, the figures`,
    'that state agencies report. Points of organisations are facts; above 50 points no band is confirmed, so that they decide nothing.',
    '',
    'Both readings of "trong đó" are judged.',
    '',
    'Published of the same conference: that it held a vote of confidence on the members of the standing committee and a by-election to the inspection',
    'commission and of its chair; no figure of them. Generated: the people voted on and every mark. The standing committee is the body that sits and votes in',
    'this folder. Nothing of these ballots reaches the rating; the rules confirm no majority for a vote of confidence, so that only votes are counted.',
  ]);
}
