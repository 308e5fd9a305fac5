import { Tag } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { Link, useParams } from 'react-router';
import { useRead } from '../../api/use-read.js';
import { showDay, showInstant } from '../../ui/dates.js';
import { LevelChip, useLevelWords } from '../../ui/level-chip.js';
import { Loaded } from '../../ui/loaded.js';
import { SimulatedBanner } from '../../ui/simulated-banner.js';
import { useReviewState, useStateName } from '../../ui/state-name.js';
import { useTitle } from '../../ui/use-title.js';
import { decisionNames, meetingNames, orgRoles, stepNames } from '../../words/nouns.words.js';
import { phaseNames } from '../../words/phases.words.js';
import { useNames, useWords } from '../../words/words.js';
import { ChildUnits } from './child-units.js';
import { MemberTable } from './member-table.js';
import { StepTable } from './step-table.js';
import { UnitActs } from './unit-acts.js';
import { UnitQuota } from './unit-quota.js';
import { unitWords } from './unit.words.js';

type Unit = Schemas['UnitOverview'];

/** Who has not handed in, and what blocks the meeting? */
export default function UnitPage() {
  const { id = '', code = '' } = useParams();
  const unit = useRead('/api/v1/cycles/{id}/units/{code}', { path: { id, code } });
  return <Loaded reading={unit}>{(data) => <UnitView key={data.code} unit={data} />}</Loaded>;
}

function UnitView({ unit }: { readonly unit: Unit }) {
  const say = useWords(unitWords);
  const phase = useNames(phaseNames);
  const role = useNames(orgRoles);
  const step = useNames(stepNames);
  useTitle(say('overview'), unit.name);
  const total = Object.values(unit.memberStates).reduce((sum, n) => sum + n, 0);
  const waiting = ['NOT_STARTED', 'SELF_REVIEW_DRAFT', 'SELF_REVIEW_SUBMITTED', 'OPINIONS_PENDING', 'WAITING_ABSENT'].reduce((sum, state) => sum + (unit.memberStates[state] ?? 0), 0);
  return (
    <>
      <SimulatedBanner simulated={unit.simulated} />
      <nav aria-label={say('path')} className="bx-row">
        <Link to={`/cycles/${unit.cycleId}`}>{unit.cycleId}</Link>
        {unit.path.map((above) => (
          <span key={above.code}>
            › <Link to={`/cycles/${unit.cycleId}/units/${above.code}`}>{above.name}</Link>
          </span>
        ))}
      </nav>
      <h1>{unit.name}</h1>
      <p className="bx-row">
        <Tag>{role(unit.role)}</Tag>
        <span>
          {say('phase')}: <strong>{phase(unit.phase)}</strong>
        </span>
        <span className="bx-muted">
          {say('today')}: {showDay(unit.today)}
        </span>
      </p>
      {total > 0 && <p className="bx-lead">{say('ready', { a: total - waiting, b: total })}</p>}
      {unit.blockers.length > 0 && (
        <p className="bx-row">
          <strong>{say('blocked')}</strong>
          {unit.blockers.map((blocker) => (
            <Tag key={blocker.code} color="warning">
              {say('blocker', { step: step(blocker.code), n: blocker.count })}
            </Tag>
          ))}
        </p>
      )}
      <UnitActs unit={unit} />
      <StepTable unit={unit} />
      <Meetings unit={unit} />
      <UnitQuota cycleId={unit.cycleId} code={unit.code} />
      <OwnResult unit={unit} />
      {total > 0 && <MemberTable unit={unit} />}
      {unit.children.items.length > 0 && <ChildUnits unit={unit} />}
      <Decisions unit={unit} />
    </>
  );
}

function Meetings({ unit }: { readonly unit: Unit }) {
  const say = useWords(unitWords);
  const kind = useNames(meetingNames);
  const stateOf = useStateName('meeting');
  return (
    <section>
      <h2>{say('meetings')}</h2>
      {unit.meetings.length === 0 ? (
        <p className="bx-muted">{say('noMeetings')}</p>
      ) : (
        <ul className="bx-links">
          {unit.meetings.map((meeting) => (
            <li key={meeting.id}>
              <Link to={`/meetings/${meeting.id}`}>
                {kind(meeting.kind)} · {showDay(meeting.heldOn)} · {stateOf(meeting.state)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OwnResult({ unit }: { readonly unit: Unit }) {
  const say = useWords(unitWords);
  const stateOf = useReviewState();
  const submissionState = useStateName('submission');
  const levels = useLevelWords(unit.cycleId);
  const reviews = [unit.organisationReview, unit.collectiveReview].filter((one) => one !== null);
  if (reviews.length === 0 && !unit.submission) return null;
  return (
    <section>
      <h2>{say('own')}</h2>
      <ul className="bx-plain-list">
        {reviews.map((review) => (
          <li key={review.id} className="bx-row">
            <strong>{say(review.subjectKind === 'COLLECTIVE' ? 'collective' : 'organisation')}</strong>
            {stateOf(review.subjectKind, review.state)}
            <span>
              {say('self')}: <LevelChip words={levels} subjectKind={review.subjectKind} level={review.levels.self} />
            </span>
            <LevelChip words={levels} subjectKind={review.subjectKind} level={review.levels.decided} nonLevel={review.nonLevel} />
            <Link to={`/reviews/${review.id}`}>{say('openReview')}</Link>
          </li>
        ))}
      </ul>
      {unit.submission && (
        <p>
          {say('submissionLine', { n: unit.submission.round, state: submissionState(unit.submission.state), at: showInstant(unit.submission.submittedAt), to: unit.submission.to.name })}
          {unit.submission.returnedReason && <strong className="bx-wrong"> {say('returnedBecause', { reason: unit.submission.returnedReason })}</strong>}
        </p>
      )}
    </section>
  );
}

function Decisions({ unit }: { readonly unit: Unit }) {
  const say = useWords(unitWords);
  const kind = useNames(decisionNames);
  return (
    <section>
      <h2>{say('decisions')}</h2>
      <ul className="bx-links">
        {unit.decisions.map((decision) => (
          <li key={decision.id}>
            <Link to={`/decisions/${decision.id}`}>
              {kind(decision.kind)}: {say('decisionLine', { number: decision.number, date: showDay(decision.decidedOn), n: decision.lines })}
            </Link>
          </li>
        ))}
        {unit.role !== 'SUBORDINATE_CELL' && (
          <li>
            <Link to={`/cycles/${unit.cycleId}/units/${unit.code}/decision`}>{say('board')}</Link>
          </li>
        )}
      </ul>
    </section>
  );
}
