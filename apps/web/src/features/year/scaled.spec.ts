import { showRequired, showScaled } from './scaled.js';

const whole = (num: number) => ({ num, den: 1 });

it('writes figures as Vietnamese texts have them', () => {
  expect(showScaled({ scaled: 2125, decimals: 2 })).toBe('21,25');
  expect(showScaled({ scaled: -45, decimals: 2 })).toBe('-0,45');
  expect(showScaled({ scaled: 92, decimals: 0 })).toBe('92');
});

it('writes what a target asks for', () => {
  expect(showRequired({ operator: '>', value: whole(95), upper: null, unit: 'PERCENT' })).toBe('> 95 %');
  expect(showRequired({ operator: 'between', value: whole(450), upper: whole(500), unit: 'COUNT' })).toBe('450–500');
  expect(showRequired({ operator: '>=', value: whole(1600), upper: null, unit: 'COUNT' })).toBe('≥ 1.600');
  expect(showRequired({ operator: 'none', value: null, upper: null, unit: 'COUNT' })).toBe('= 0');
});
