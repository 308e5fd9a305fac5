import { newReading, newSet, newTarget, rationalOf, resolutionOf, setOf } from './drafts.js';

describe('drafts of a resolution', () => {
  it('reads numbers exactly, and none that two readers would read differently', () => {
    expect(rationalOf('95')).toEqual({ num: 95, den: 1 });
    expect(rationalOf(' 97,5 ')).toEqual({ num: 975, den: 10 });
    expect(['1.940', '95.5', '', '-1', '95%', '1,23456'].map(rationalOf)).toEqual([null, null, null, null, null, null]);
  });

  it('sends of a set what belongs to its kind', () => {
    expect(setOf({ ...newSet('1'), subject: 'ORGANISATION', title: ' tiêu biểu ' })).toEqual({ kind: 'SUBJECTS', subject: 'ORGANISATION', base: 'RATED', level: { rank: 1, orBetter: true, title: 'tiêu biểu' } });
    expect(setOf(newSet(''))).toEqual({ kind: 'SUBJECTS', subject: 'MEMBER', base: 'RATED' });
    expect(setOf({ ...newSet(''), kind: 'WORK', subject: '' })).toEqual({ kind: 'WORK', work: 'ADMISSION', count: 'TURNS', state: 'DONE' });
    expect(setOf({ ...newSet(''), kind: 'FIGURE', key: 'gdp' })).toEqual({ kind: 'FIGURE', key: 'gdp' });
  });

  it('has a denominator for a share and none for a count, values by operator', () => {
    const target = { ...newTarget(1, '2026', '2030'), wording: 'x', value: '95', upper: '97,5' };
    const sent = resolutionOf({ number: '1', title: 't', adoptedOn: '2026-01-02', fromYear: '2026', toYear: '2030', document: ' ', replaces: '', reason: '', targets: [target, { ...target, unit: 'COUNT', operator: 'between', readings: [newReading(), newReading()] }, { ...target, operator: 'none' }] });
    expect(sent).toMatchObject({ document: null, replaces: null, fromYear: 2026 });
    expect(sent.targets[0]).toMatchObject({ value: { num: 95, den: 1 }, upper: null, readings: [{ id: 'r1', denominator: { kind: 'SUBJECTS' } }] });
    expect(sent.targets[1]).toMatchObject({ upper: { num: 975, den: 10 }, readings: [{ id: 'r1', denominator: null }, { id: 'r2' }] });
    expect(sent.targets[2]).toMatchObject({ value: null, upper: null });
  });
});
