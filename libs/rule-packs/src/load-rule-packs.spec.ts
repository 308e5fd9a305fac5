import { jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppError } from '@binhxet/domain';
import { checkPacks } from './check-packs.js';
import { loadRulePacks, SHIPPED_RULES } from './load-rule-packs.js';
import { parseRuleFile } from './parse-rule-file.js';

const read = (file: string): string => readFileSync(join(SHIPPED_RULES, file), 'utf8');
const folders: string[] = [];

/** The packs up to 2023, the equivalence map and one calendar: small, and enough for what a change could break. */
const SMALL = ['rating/P2011.yaml', 'rating/P2014.yaml', 'rating/P2018.yaml', 'rating/P2019.yaml', 'rating/P2023.yaml'];
const REST = ['companions/level-equivalence.yaml', 'calendars/CAL2024.yaml'];

function aFolder(changes: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rule-files-test-'));
  folders.push(folder);
  for (const file of [...SMALL, ...REST]) cpSync(join(SHIPPED_RULES, file), join(folder, file), { recursive: true });
  const map = join(folder, 'companions/level-equivalence.yaml');
  writeFileSync(map, readFileSync(map, 'utf8').replaceAll(', P2025]', ']'));
  for (const [file, text] of Object.entries(changes)) writeFileSync(join(folder, file), text);
  return folder;
}

function refusalOf(folder: string): AppError {
  try {
    loadRulePacks(folder);
  } catch (error) {
    return error as AppError;
  }
  throw new Error('the folder was loaded');
}

// Each case reads a whole folder; a busy machine takes its time.
jest.setTimeout(60_000);
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('loadRulePacks', () => {
  it('takes a new pack from a file that is dropped in, and nothing else', () => {
    const later = read('rating/P2025.yaml')
      .replace('id: P2025', 'id: P2031')
      .replace('from: 2025, to: null', 'from: 2031, to: null');
    const earlier = read('rating/P2025.yaml')
      .replace('from: 2025, to: null', 'from: 2025, to: 2030')
      .replace('version: 1', 'version: 2');
    const packs = loadRulePacks(aFolder({ 'rating/P2031.yaml': later, 'rating/P2025.yaml': earlier }));
    expect(packs.forYear(2031).content.id).toBe('P2031');
    expect(packs.forYear(2030).content.id).toBe('P2025');
    expect(packs.pin(['P2031'])).toEqual([{ id: 'P2031', version: 1, sha256: packs.forYear(2031).pin.sha256 }]);
  });

  it('keeps an older version beside the newer one, for the cycles pinned to it', () => {
    const packs = loadRulePacks(
      aFolder({ 'rating/P2023-2.yaml': read('rating/P2023.yaml').replace('version: 1', 'version: 2') }),
    );
    const [first, second] = [packs.get('P2023@1'), packs.get('P2023@2')];
    expect(packs.get('P2023')).toBe(second);
    expect(packs.forYear(2023)).toBe(second);
    expect(packs.byHash(first.pin.sha256)).toBe(first);
  });

  it('hashes the content, not the layout: canonical JSON in SHA-256', () => {
    const settings = { kind: 'settings', id: 'S', version: 1, title: 'Thiết lập', sources: [], values: {} };
    const sorted = JSON.stringify({
      id: 'S',
      kind: 'settings',
      sources: [],
      title: 'Thiết lập',
      values: {},
      version: 1,
    });
    const sha256 = createHash('sha256').update(sorted, 'utf8').digest('hex');
    const yaml = '# a remark\nvalues: {}\nversion: 1\ntitle: "Thiết lập"\nsources: []\nid: S\nkind: settings\n';
    for (const text of [yaml, JSON.stringify(settings)]) {
      expect(parseRuleFile('f', text)).toMatchObject({ loaded: { pin: { id: 'S', version: 1, sha256 } } });
    }
    expect(parseRuleFile('f', yaml.replace('version: 1', 'version: 2'))).not.toMatchObject({
      loaded: { pin: { sha256 } },
    });
  });

  it('does not let loaded content change', () => {
    const { content } = loadRulePacks().get('P2023');
    expect(() => Object.assign(content, { version: 9 })).toThrow(TypeError);
    expect(() => ((content as unknown as { ladder: unknown[] }).ladder[0] = null)).toThrow(TypeError);
  });

  it('answers PACK.NOT_FOUND for what is not there', () => {
    const packs = loadRulePacks();
    const missing = expect.objectContaining({ code: 'PACK.NOT_FOUND', kind: 'not-found' });
    expect(() => packs.get('P1999')).toThrow(missing);
    expect(() => packs.getOf('rating-pack', 'VR2021')).toThrow(missing);
    expect(() => packs.forYear(1999)).toThrow(missing);
    expect(() => packs.inForce('voting-rules', '2000-01-01')).toThrow(missing);
    expect(() => packs.byHash('00')).toThrow(missing);
    expect(() => packs.pin(['P2023', 'P1999'])).toThrow(missing);
  });
});

describe('checkPacks', () => {
  it('reports where loading throws', () => {
    const folder = aFolder({ 'calendars/CAL2024.yaml': 'kind: [' });
    expect(checkPacks(folder)).toMatchObject({
      ok: false,
      problems: [{ file: 'calendars/CAL2024.yaml', code: 'PACK.UNREADABLE' }],
    });
  });
});

describe('a folder with a bad file is refused as a whole', () => {
  const p2023 = read('rating/P2023.yaml');
  const cal = read('calendars/CAL2024.yaml');
  it.each<[string, string, string, string, string, RegExp]>([
    [
      'a misspelt fact',
      'rating/P2023.yaml',
      p2023.replace('value: fact.worstTaskGrade == 1,', 'value: fact.worstTaskGrad == 1,'),
      '/gates/1/expression/value',
      'PACK.EXPRESSION',
      /unknown fact worstTaskGrad/,
    ],
    [
      'a wrong type',
      'rating/P2023.yaml',
      p2023.replace('value: fact.worstTaskGrade == 1,', 'value: fact.forceMajeure == 1,'),
      '/gates/1/expression/value',
      'PACK.EXPRESSION',
      /compares bool with int/,
    ],
    [
      'a derived fact that rests on itself by way of another',
      'rating/P2023.yaml',
      p2023.replace(
        '\ngates:',
        `
derived:
  MEMBER:
    early: { type: int, label: Sớm, expression: { value: 'fact.late + 1', source: thử, mark: I } }
    late: { type: int, label: Muộn, expression: { value: 'fact.tasksTotal - fact.early', source: thử, mark: I } }
gates:`,
      ),
      '/derived/MEMBER/early/expression/value',
      'PACK.CIRCLE',
      /rests on itself: early → late → early/,
    ],
    [
      'a derived fact of another type than it says',
      'rating/P2023.yaml',
      p2023.replace(
        '\ngates:',
        "\nderived: { MEMBER: { all: { type: bool, label: Hết, expression: { value: 'fact.tasksTotal', source: thử, mark: I } } } }\ngates:",
      ),
      '/derived/MEMBER/all/expression/value',
      'PACK.EXPRESSION',
      /all: gives int, needs bool/,
    ],
    [
      'a derived fact with the name of a declared one',
      'rating/P2023.yaml',
      p2023.replace(
        '\ngates:',
        "\nderived: { MEMBER: { tasksTotal: { type: int, label: Hết, expression: { value: '1', source: thử, mark: I } } } }\ngates:",
      ),
      '/derived/MEMBER/tasksTotal',
      'PACK.DUPLICATE',
      /declared fact already/,
    ],
    [
      'a day of a quarter in a pack of years',
      'rating/P2023.yaml',
      p2023.replace('{ month: 12, day: 31, yearOffset: 0 }', '{ monthOfQuarter: 3, day: 31 }'),
      '/deadlines/0/before/value',
      'PACK.INCONSISTENT',
      /has no period QUARTER/,
    ],
    [
      'null that claims to be confirmed',
      'rating/P2023.yaml',
      p2023.replace('value: 50, unit: percent of targets', 'value: null, unit: percent of targets'),
      '/values/minimumDonePercent/mark',
      'PACK.SCHEMA',
      /equal to constant/,
    ],
    [
      'a value without a source',
      'rating/P2023.yaml',
      p2023.replace(
        "value: fact.worstTaskGrade == 1, source: 'QĐ 124-QĐ/TW, Điều 12',",
        'value: fact.worstTaskGrade == 1,',
      ),
      '/gates/1/expression',
      'PACK.SCHEMA',
      /source/,
    ],
    [
      'a key that nobody reads',
      'rating/P2023.yaml',
      p2023.replace('use: CYCLE', 'use: CYCLE\nuses: TWICE'),
      '',
      'PACK.SCHEMA',
      /uses/,
    ],
    [
      'a float',
      'rating/P2023.yaml',
      p2023.replace('num: 1, den: 5', 'num: 0.2, den: 1'),
      '/quotas/0/rate/value/num',
      'PACK.NUMBER_NOT_WHOLE',
      /whole/,
    ],
    [
      'decomposed text',
      'rating/P2023.yaml',
      p2023.replace('Miễn,', `${'Miễn'.normalize('NFD')},`),
      '/nonLevelStates/EXEMPT',
      'PACK.TEXT_NOT_NFC',
      /NFC/,
    ],
    [
      'a gate twice',
      'rating/P2023.yaml',
      p2023.replace('id: M1.TASK_RESULTS', 'id: M1.CRITERIA'),
      '/gates/1/id',
      'PACK.DUPLICATE',
      /stands twice/,
    ],
    [
      'a rank without a label',
      'rating/P2019.yaml',
      read('rating/P2019.yaml').replace('level: 4', 'level: 3'),
      '/ladder',
      'PACK.INCONSISTENT',
      /MEMBER has 2 labels for rank 3/,
    ],
    [
      'rules in a history file',
      'rating/P2019.yaml',
      read('rating/P2019.yaml').replace('use: CYCLE', 'use: HISTORY'),
      '/gates',
      'PACK.SCHEMA',
      /false/,
    ],
    [
      'a cycle file without gates',
      'rating/P2019.yaml',
      read('rating/P2019.yaml').replace('\ngates:', '\ngate:'),
      '',
      'PACK.SCHEMA',
      /gates/,
    ],
    [
      'two packs for one year',
      'rating/P2019.yaml',
      read('rating/P2019.yaml').replace('to: 2022', 'to: 2023'),
      '/ratingYears',
      'PACK.INCONSISTENT',
      /shares a rating year/,
    ],
    ['the same version twice', 'rating/copy.yaml', p2023, '/id', 'PACK.DUPLICATE', /P2023@1 is also in/],
    [
      'a map of a pack that is not there',
      'companions/level-equivalence.yaml',
      read('companions/level-equivalence.yaml').replaceAll('P2018', 'P1818'),
      '/maps/0/packs',
      'PACK.INCONSISTENT',
      /no rating pack P1818/,
    ],
    [
      'a requirement for the worst rank',
      'rating/P2023.yaml',
      p2023.replace('effect: { kind: REQUIRE, level: 3 }', 'effect: { kind: REQUIRE, level: 4 }'),
      '/gates/9/effect/level',
      'PACK.INCONSISTENT',
      /M3.CRITERIA: rank 4 does not fit a ladder of 4/,
    ],
    [
      'a cap below the ladder',
      'rating/P2023.yaml',
      p2023.replace('effect: { kind: CAP, level: 4 }', 'effect: { kind: CAP, level: 5 }'),
      '/gates/10/effect/level',
      'PACK.INCONSISTENT',
      /M4.ANY_POOR: rank 5 does not fit a ladder of 4/,
    ],
    [
      'a map of a title that its pack does not give',
      'companions/level-equivalence.yaml',
      read('companions/level-equivalence.yaml').replace('mạnh tiêu biểu', 'mạnh xuất sắc'),
      '/maps/12/from/title',
      'PACK.INCONSISTENT',
      /P2011 has no title Trong sạch, vững mạnh xuất sắc at rank 1/,
    ],
    [
      'a holiday of another year',
      'calendars/CAL2024.yaml',
      cal.replace('2024-01-01', '2023-01-01'),
      '/holidays/0/date',
      'PACK.INCONSISTENT',
      /not in 2024/,
    ],
    [
      'a day that does not exist',
      'calendars/CAL2024.yaml',
      cal.replace('2024-01-01', '2024-02-30'),
      '/holidays/0/date',
      'PACK.SCHEMA',
      /date/,
    ],
    [
      'a kind that is not known',
      'calendars/CAL2024.yaml',
      cal.replace('kind: calendar', 'kind: almanac'),
      '/kind',
      'PACK.KIND_UNKNOWN',
      /says its kind/,
    ],
    [
      'a key twice',
      'calendars/CAL2024.yaml',
      cal.replace('version: 1', 'version: 1\nversion: 2'),
      '',
      'PACK.UNREADABLE',
      /unique/,
    ],
    ['no YAML', 'calendars/CAL2024.yaml', 'kind: [', '', 'PACK.UNREADABLE', /./],
    ['an empty file', 'calendars/CAL2024.yaml', '', '/kind', 'PACK.KIND_UNKNOWN', /says its kind/],
  ])('%s', (_, file, text, path, code, reason) => {
    const folder = aFolder({ [file]: text });
    const refusal = refusalOf(folder);
    expect(refusal).toMatchObject({ code: 'PACK.INVALID', kind: 'invalid' });
    const found = refusal.errors.filter((error) => error.code === code && error.facts?.['path'] === path);
    expect(found.map(({ facts }) => String(facts?.['reason'])).join(' ')).toMatch(reason);
    expect(found[0]?.pointer.endsWith(`#${path}`)).toBe(true);
  });
});
