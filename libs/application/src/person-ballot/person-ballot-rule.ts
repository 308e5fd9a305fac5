import { AppError, type PersonBallotKind } from '@binhxet/domain';
import { type PersonBallotRule } from '../ports/person-ballot.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { chosen, required } from '../rules/cycle-rules.js';

/**
 * How a ballot about persons is counted, from the voting rules and the superior's settings alone: what a rating pack says of level votes
 * has no word here. An election takes the majority by which a body adopts anything.
 * @throws AppError READINESS.SETTING_MISSING (conflict) where the rules do not say who is counted, or which levels of confidence there are
 */
export function personBallotRuleOf(book: RuleBook, kind: PersonBallotKind): PersonBallotRule {
  const { voting } = book;
  const { committee } = voting.countedBody;
  if (committee.value === null) throw missing(book, 'countedBody.committee');
  const levels = voting.confidence?.levels.value ?? null;
  if (kind === 'CONFIDENCE' && levels === null) throw missing(book, 'confidence.levels');
  const majority = kind === 'ELECTION' ? voting.adoption : voting.confidence?.majority;
  return {
    counted: {
      rule: committee.value,
      source: committee.source,
      mark: committee.mark,
      exclusions: voting.exclusions,
      votingStatuses: required(book, 'vote.statuses', voting.votingStatuses).value,
    },
    majority: majority?.value ?? null,
    majoritySource: majority?.source ?? voting.id,
    levels: kind === 'CONFIDENCE' ? levels : null,
    invalidScope: chosen(book, 'vote.invalidScope', voting.invalidScope).value ?? 'PER_SUBJECT',
    secret: required(book, 'vote.secret', voting.secret).value,
    secretFromVoters: required(book, 'vote.secretFromVoters', voting.secretFromVoters).value,
  };
}

function missing(book: RuleBook, path: string): AppError {
  return new AppError('READINESS.SETTING_MISSING', 'conflict', 'The rules leave open what this ballot needs', { settings: [path], file: book.voting.id });
}
