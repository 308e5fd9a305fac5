import { type ReviewRow } from '../ports/review.store.js';
import { type AgendaInput, agendaOf } from './agenda.js';

const review = (id: string, subjectKind: ReviewRow['subjectKind'], state: string, more: Partial<ReviewRow> = {}): ReviewRow => ({
  id,
  cycleId: 'C',
  superiorId: 'S',
  subjectKind,
  subjectId: subjectKind === 'MEMBER' ? id : 'ORG',
  organisationId: 'ORG',
  unitId: 'UNIT',
  deciderId: 'UNIT',
  isHead: false,
  state,
  selfLevel: null,
  proposedLevel: null,
  verifiedLevel: null,
  decidedLevel: null,
  nonLevel: null,
  nonLevelClause: null,
  ceiling: null,
  note: null,
  version: 1,
  ...more,
});
const agenda = (input: Partial<AgendaInput>) =>
  agendaOf({ kind: 'CELL_REVIEW', organisationId: 'ORG', role: 'SUBORDINATE_CELL', hasCommittee: true, reviews: [], notRated: new Set(), voted: new Set(), ordinals: new Map(), ...input }).map((item) => [
    item.kind,
    item.subjects.map((one) => one.id),
  ]);

describe('agendaOf', () => {
  const cell = [review('org', 'ORGANISATION', 'NOT_STARTED'), review('coll', 'COLLECTIVE', 'READY'), review('b', 'MEMBER', 'READY'), review('a', 'MEMBER', 'READY'), review('late', 'MEMBER', 'WAITING_ABSENT'), review('new', 'MEMBER', 'READY')];

  it('puts the cell and its committee before its members, and leaves out who gets no level or is absent', () => {
    expect(agenda({ reviews: cell, notRated: new Set(['new']) })).toEqual([['CELL_SELF_LEVEL', ['coll', 'org']], ['CELL_MEMBER_LEVEL', ['a', 'b']]]);
  });

  it('votes on no committee where there is none, and on nothing twice', () => {
    expect(agenda({ reviews: cell, hasCommittee: false })[0]).toEqual(['CELL_SELF_LEVEL', ['org']]);
    expect(agenda({ reviews: [review('org', 'ORGANISATION', 'SUBMITTED')] })).toEqual([]);
  });

  it('holds a late review on its one member', () => {
    expect(agenda({ kind: 'LATE_REVIEW', reviews: cell, reviewId: 'b' })).toEqual([['CELL_MEMBER_LEVEL', ['b']]]);
  });

  const committee = [
    review('own', 'ORGANISATION', 'NOT_STARTED'),
    review('ownColl', 'COLLECTIVE', 'READY'),
    review('cell2', 'ORGANISATION', 'SUBMITTED', { subjectId: 'C2', organisationId: 'C2' }),
    review('cell1', 'ORGANISATION', 'SUBMITTED', { subjectId: 'C1', organisationId: 'C1' }),
    review('voted', 'ORGANISATION', 'BALLOTED', { subjectId: 'C3', organisationId: 'C3' }),
    review('coll1', 'COLLECTIVE', 'SELF_RATED', { subjectId: 'C1', organisationId: 'C1' }),
    review('head', 'MEMBER', 'PROPOSED', { isHead: true }),
    review('member', 'MEMBER', 'PROPOSED'),
    review('still', 'MEMBER', 'REVIEWED'),
  ];
  const sitting = { reviews: committee, role: 'GRASSROOTS_COMMITTEE_ORG' as const, kind: 'COMMITTEE_SITTING' as const, voted: new Set(['voted']), ordinals: new Map([['C1', 1], ['C2', 2], ['C3', 3]]) };

  it('votes on heads with everybody where the organisation itself is not rated', () => {
    const reviews = committee.filter((one) => one.subjectKind === 'MEMBER');
    expect(agenda({ ...sitting, reviews, headsWait: false })).toEqual([['COMMITTEE_DECISION', ['head', 'member']]]);
    expect(agenda({ ...sitting, reviews })).toEqual([['COMMITTEE_DECISION', ['member']]]);
  });

  it('has a committee vote on its collective, what lies below in official order, members without its head, then itself', () => {
    expect(agenda(sitting)).toEqual([
      ['COLLECTIVE_PROPOSAL', ['ownColl']],
      ['COMMITTEE_DECISION', ['cell1', 'coll1', 'cell2']],
      ['COMMITTEE_DECISION', ['member']],
      ['COLLECTIVE_PROPOSAL', ['own']],
    ]);
  });

  it('lets a sub-committee only propose, and a cell committee decide on members alone', () => {
    expect(agenda({ ...sitting, role: 'SUBCOMMITTEE_ORG' }).map(([kind]) => kind)).toEqual(Array(4).fill('COLLECTIVE_PROPOSAL'));
    expect(agenda({ ...sitting, role: 'GRASSROOTS_CELL' })).toEqual([['COMMITTEE_DECISION', ['member']]]);
  });

  it('takes the heads, and whoever came late, to the second sitting', () => {
    expect(agenda({ ...sitting, kind: 'HEADS_SITTING' })).toEqual([['COMMITTEE_DECISION', ['head', 'member']]]);
  });
});
