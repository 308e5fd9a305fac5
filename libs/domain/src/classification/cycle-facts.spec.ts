import { cycleFacts } from './cycle-facts.js';

describe('cycleFacts', () => {
  const results = { collectiveLevel: 2, isCell: false, subordinates: { total: 7, byLevel: [1, 3, 0, 2], open: 0 }, members: { total: 60, byLevel: [9, 40, 6, 2], open: 0 } } as const;

  it('counts who has a level, by level and by bands, beside the totals', () => {
    expect(cycleFacts(results)).toMatchObject({
      collectiveLevel: 2,
      isCell: false,
      subordinatesTotal: 7,
      subordinatesRated: 6,
      subordinatesGoodOrBetter: 4,
      subordinatesLowest: 2,
      subordinateUnits: 7,
      subordinateUnitsLevel4: 2,
      members: 60,
      membersTotal: 60,
      membersRated: 57,
      membersGoodOrBetter: 49,
      membersLevel3: 6,
      membersLowest: 2,
      membersLevel4: 2,
    });
  });

  it('knows no share while a result is open, but the total', () => {
    const facts = cycleFacts({ ...results, members: { ...results.members, open: 1 } });
    expect(facts).toMatchObject({ members: 60, membersTotal: 60, membersRated: null, membersLevel4: null, subordinatesLowest: 2 });
  });
});
