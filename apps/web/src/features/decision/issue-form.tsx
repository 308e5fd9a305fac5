import { Alert, Button, Input } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { type Act } from '../../api/use-act.js';
import { ActionButton, type AllowedAction } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { showDay } from '../../ui/dates.js';
import { useLevelWords } from '../../ui/level-chip.js';
import { common } from '../../words/common.words.js';
import { decisionNames, meetingNames } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { AboveCeiling } from './above-ceiling.js';
import { type Adjustments } from './board-table.js';
import { decisionWords } from './decision.words.js';
import { type Ceilings, groundless, useGrounds } from './ground-select.js';
import { claimField, type Claims, claimsOf, SpecialRates } from './special-rates.js';

interface Props {
  readonly action: AllowedAction;
  readonly unit: Schemas['UnitOverview'];
  readonly superior: boolean;
  readonly groups: readonly Schemas['QuotaGroup'][];
  readonly rows: readonly Schemas['BoardRow'][];
  readonly adjustments: Adjustments;
  /** Kept by the page, whose table shows what a refusal named. */
  readonly act: Act;
  readonly refused: Ceilings;
  readonly onIssued: () => void;
}

/** Number, date, meeting, changes with reasons; a refusal comes back with its numbers. */
export function IssueForm({ action, unit, superior, groups, rows, adjustments, act, refused, onIssued }: Props) {
  const say = useWords(decisionWords);
  const shared = useWords(common);
  const kindName = useNames(decisionNames);
  const meetingName = useNames(meetingNames);
  const heads = unit.meetings.some((meeting) => meeting.kind === 'HEADS_SITTING' && meeting.state === 'CLOSED');
  const kinds = superior ? (['ORGANISATIONS', 'HEADS'] as const) : (['MEMBERS_AND_UNITS', 'HEADS'] as const);
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<string>(heads ? 'HEADS' : kinds[0]);
  const [number, setNumber] = useState('');
  const [decidedOn, setDecidedOn] = useState(unit.today);
  const meetings = unit.meetings.filter((meeting) => meeting.state === 'CLOSED');
  const [meetingId, setMeetingId] = useState('');
  const [reason, setReason] = useState('');
  const [document, setDocument] = useState('');
  const changes = Object.entries(adjustments).map(([reviewId, one]) => ({ reviewId, level: one.level, reason: one.reason.trim(), ...(one.ground && { ground: one.ground }) }));
  const [claims, setClaims] = useState<Claims>({});
  const specialRates = claimsOf(groups, claims);
  const unreasoned = specialRates === null || changes.some((change) => change.reason === '');
  const ungrounded = groundless(rows, adjustments, refused, useGrounds(unit.cycleId));
  const levels = useLevelWords(unit.cycleId);
  const row = (reviewId: string) => rows.find((one) => one.id === reviewId);
  const nameOf = (reviewId: string) => row(reviewId)?.subject.name ?? '…';
  const fieldAt = (pointer: string) => {
    const claim = claimField(pointer, specialRates ?? []);
    return claim ? { id: claim.id, label: say(claim.part) } : fieldOf(pointer, changes.map((one) => one.reviewId), nameOf);
  };
  const send = async () => {
    if (unreasoned || ungrounded > 0 || specialRates === null) return;
    const body = { kind, number: number.trim(), decidedOn, adjustments: changes, ...(specialRates.length > 0 && { specialRates }), ...(meetingId && { meetingId }), ...(reason.trim() && { reason: reason.trim() }), ...(document.trim() && { document: document.trim() }) };
    if (await act.run({ method: action.method, href: action.href, body })) {
      setOpen(false);
      onIssued();
    }
  };
  if (!open) {
    return (
      <>
        <ActStatus act={act} done={say('issued')} />
        <ActionButton action={action} primary onAct={() => setOpen(true)}>
          {say('issue')}
        </ActionButton>
      </>
    );
  }
  return (
    <form
      className="bx-panel bx-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2 style={{ marginTop: 0 }}>{say('issue')}</h2>
      <p>{say('issueLead')}</p>
      {changes.length > 0 && <p role="status">{say('adjusted', { n: changes.length })}</p>}
      <label htmlFor="issue-kind">{say('kind')}</label>
      <select id="issue-kind" className="bx-input" value={kind} onChange={(event) => setKind(event.target.value)}>
        {kinds.map((one) => (
          <option key={one} value={one}>
            {kindName(one)}
          </option>
        ))}
      </select>
      <label htmlFor="issue-number">{say('number')}</label>
      <Input id="issue-number" size="large" required maxLength={60} style={{ maxWidth: 384 }} value={number} onChange={(event) => setNumber(event.target.value)} />
      <label htmlFor="issue-date">{say('date')}</label>
      <input id="issue-date" className="bx-input" type="date" required value={decidedOn} onChange={(event) => setDecidedOn(event.target.value)} />
      <label htmlFor="issue-meeting">{say('meeting')}</label>
      <select id="issue-meeting" className="bx-input" value={meetingId} onChange={(event) => setMeetingId(event.target.value)}>
        <option value="">{shared('none')}</option>
        {meetings.map((meeting) => (
          <option key={meeting.id} value={meeting.id}>
            {meetingName(meeting.kind)}, {showDay(meeting.heldOn)}
          </option>
        ))}
      </select>
      <SpecialRates groups={groups} claims={claims} onChange={setClaims} />
      <label htmlFor="issue-reason">{say('reason')}</label>
      <Input.TextArea id="issue-reason" autoSize={{ minRows: 2 }} maxLength={4000} value={reason} onChange={(event) => setReason(event.target.value)} />
      <label htmlFor="issue-document">{say('document')}</label>
      <Input id="issue-document" size="large" maxLength={500} value={document} onChange={(event) => setDocument(event.target.value)} />
      {unreasoned && <Alert type="error" title={say('reasonMissing')} role="alert" />}
      {ungrounded > 0 && <Alert type="error" title={say('groundMissing', { n: ungrounded })} role="alert" />}
      <div className="bx-row">
        <Button size="large" type="primary" htmlType="submit" disabled={unreasoned || ungrounded > 0} loading={act.state === 'sending'}>
          {say('issue')}
        </Button>
        <Button size="large" onClick={() => setOpen(false)}>
          {shared('cancel')}
        </Button>
      </div>
      <ActStatus act={act} fieldOf={fieldAt} />
      <AboveCeiling cycleId={unit.cycleId} problem={act.problem} nameOf={nameOf} levelOf={(reviewId, level) => levels.label(row(reviewId)?.subjectKind ?? 'MEMBER', level)} />
    </form>
  );
}

const PARTS: Readonly<Record<string, string>> = { level: 'adjust', reason: 'adjust-reason', ground: 'ground', reviewId: 'adjust' };

/** The place on the board that an error of the request points at. */
function fieldOf(pointer: string, reviewIds: readonly string[], nameOf: (reviewId: string) => string): { id: string; label: string } | null {
  const [, at, part] = /^\/adjustments\/(\d+)\/(\w+)$/.exec(pointer) ?? [];
  const reviewId = at === undefined ? undefined : reviewIds[Number(at)];
  return reviewId === undefined ? null : { id: `${PARTS[part ?? ''] ?? 'adjust'}-${reviewId}`, label: nameOf(reviewId) };
}
