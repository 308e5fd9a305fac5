/** Roles on screen. They follow from posts and memberships; `ADMINISTRATOR` and `AUDITOR` are granted. Source: process.md section 11. */
export const ACCESS_ROLES = [
  'MEMBER',
  'CELL_SECRETARY',
  'TELLER',
  'GRASSROOTS_COMMITTEE',
  'ADVISORY_BODY',
  'SUPERIOR_STANDING_COMMITTEE',
  'INSPECTION_COMMISSION',
  'AUDITOR',
  'ADMINISTRATOR',
] as const;
export type AccessRole = (typeof ACCESS_ROLES)[number];

/**
 * Permission → roles that hold it, each only inside the holder's own subtree.
 * Administrators keep data and packs and read no review; auditors read and never vote.
 */
export const PERMISSIONS = {
  'self-review.write': ['MEMBER'],
  'self-review.return': ['CELL_SECRETARY'],
  'self-review.read': ['CELL_SECRETARY', 'GRASSROOTS_COMMITTEE'],
  'opinion.write': ['MEMBER', 'CELL_SECRETARY', 'GRASSROOTS_COMMITTEE'],
  'collective-report.write': ['CELL_SECRETARY', 'GRASSROOTS_COMMITTEE'],
  'meeting.run': ['CELL_SECRETARY', 'GRASSROOTS_COMMITTEE', 'SUPERIOR_STANDING_COMMITTEE'],
  'ballot.run': ['CELL_SECRETARY', 'GRASSROOTS_COMMITTEE', 'SUPERIOR_STANDING_COMMITTEE'],
  'tally.enter': ['TELLER'],
  'minutes.sign': ['CELL_SECRETARY', 'TELLER', 'GRASSROOTS_COMMITTEE', 'SUPERIOR_STANDING_COMMITTEE'],
  'submission.send': ['CELL_SECRETARY', 'GRASSROOTS_COMMITTEE'],
  'submission.return': ['GRASSROOTS_COMMITTEE', 'ADVISORY_BODY', 'SUPERIOR_STANDING_COMMITTEE'],
  'verification.write': ['GRASSROOTS_COMMITTEE', 'ADVISORY_BODY'],
  'member.decide': ['GRASSROOTS_COMMITTEE'],
  'organisation.classify': ['SUPERIOR_STANDING_COMMITTEE'],
  'commendation.decide': ['SUPERIOR_STANDING_COMMITTEE'],
  // Direct superior's people alone; whoever files or is concerned sees the own case.
  'appeal.file': ['MEMBER'],
  'appeal.handle': ['GRASSROOTS_COMMITTEE', 'ADVISORY_BODY', 'SUPERIOR_STANDING_COMMITTEE', 'INSPECTION_COMMISSION'],
  'appeal.decide': ['GRASSROOTS_COMMITTEE', 'SUPERIOR_STANDING_COMMITTEE', 'INSPECTION_COMMISSION'],
  'reevaluation.read': ['ADVISORY_BODY', 'SUPERIOR_STANDING_COMMITTEE', 'INSPECTION_COMMISSION'],
  'reevaluation.decide': ['SUPERIOR_STANDING_COMMITTEE'],
  'cycle.open': ['SUPERIOR_STANDING_COMMITTEE'],
  'cycle.advance': ['SUPERIOR_STANDING_COMMITTEE'],
  'cycle.read': [
    'CELL_SECRETARY',
    'GRASSROOTS_COMMITTEE',
    'ADVISORY_BODY',
    'SUPERIOR_STANDING_COMMITTEE',
    'INSPECTION_COMMISSION',
    'AUDITOR',
    'ADMINISTRATOR',
  ],
  'rules.simulate': ['SUPERIOR_STANDING_COMMITTEE', 'ADMINISTRATOR'],
  'discipline.record': ['INSPECTION_COMMISSION'],
  'work-record.write': ['CELL_SECRETARY', 'GRASSROOTS_COMMITTEE', 'ADVISORY_BODY', 'SUPERIOR_STANDING_COMMITTEE', 'INSPECTION_COMMISSION'],
  'target.write': ['SUPERIOR_STANDING_COMMITTEE'],
  'target.map': ['ADMINISTRATOR'],
  'registration.write': ['GRASSROOTS_COMMITTEE'],
  'result.read-own': ['MEMBER'],
  'log.read': [
    'AUDITOR',
    'ADMINISTRATOR',
    'SUPERIOR_STANDING_COMMITTEE',
    'GRASSROOTS_COMMITTEE',
    'CELL_SECRETARY',
    'MEMBER',
  ],
  'import.run': ['ADMINISTRATOR'],
  'organisation.change': ['ADMINISTRATOR'],
  'member.change': ['ADMINISTRATOR'],
  'account.manage': ['ADMINISTRATOR'],
  'queue.read': ['ADMINISTRATOR'],
  'rules.manage': ['ADMINISTRATOR'],
} as const satisfies Record<string, readonly AccessRole[]>;

export type Permission = keyof typeof PERMISSIONS;
