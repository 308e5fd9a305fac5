import { type Registration, registrationDays, registrationFigures, registrationTable } from './registration.js';

const row = (
  organisation: string,
  registered: number | null,
  achieved: number | null,
  more: Partial<Registration> = {},
): Registration => ({
  year: 2015,
  organisation,
  registered,
  label: null,
  late: false,
  achieved,
  nonLevel: null,
  ...more,
});

describe('registered against achieved', () => {
  const rows = [
    row('A', 1, 1),
    row('B', 1, 2, { late: true }),
    row('C', 2, 1),
    row('D', null, 2),
    row('E', 2, null, { nonLevel: 'NOT_YET_RATED' }),
  ];

  it('sums what was registered and names who is missing, late or below', () => {
    expect(registrationFigures(rows).map(({ key, k, n, subjects }) => [key, k, n, subjects])).toEqual([
      ['registration.total', 4, 5, ['A', 'B', 'C', 'E']],
      ['registration.missing', 1, 5, ['D']],
      ['registration.late', 1, 5, ['B']],
      ['registration.level1', 2, 5, ['A', 'B']],
      ['registration.level1.achieved', 1, 2, ['A']],
      ['registration.level2', 2, 5, ['C', 'E']],
      ['registration.level2.achieved', 1, 2, ['C']],
      ['registration.below', 2, 4, ['B', 'E']],
    ]);
    expect(registrationFigures([])).toEqual([]);
  });

  it('stands in a table, a column for each year', () => {
    expect(
      registrationTable([...rows.slice(0, 2), row('A', 2, 2, { year: 2016 }), row('D', null, 2, { year: 2016 })]),
    ).toEqual([
      ['A', '1 → 1', '2 → 2'],
      ['B', '1* → 2', ''],
      ['D', '', '– → 2'],
    ]);
  });

  it('takes the days one after the other', () => {
    const wish = (organisation: string, on: string) => ({
      row: 2,
      year: null,
      organisation,
      actor: null,
      on,
      aim: 1,
      label: null,
      note: null,
    });
    expect(
      registrationDays([wish('B', '2015-02-20'), wish('A', '2015-02-10'), wish('C', '2015-02-20')]).map(([day, of]) => [
        day,
        of.map((each) => each.organisation),
      ]),
    ).toEqual([
      ['2015-02-10', ['A']],
      ['2015-02-20', ['B', 'C']],
    ]);
  });
});
