import { Button, Input, Radio } from 'antd';
import { type Schemas } from '@binhxet/api-client';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { useRead } from '../../api/use-read.js';
import { type AllowedAction } from '../../ui/action-button.js';
import { ActStatus } from '../../ui/act-status.js';
import { common } from '../../words/common.words.js';
import { meetingNames } from '../../words/nouns.words.js';
import { useNames, useWords } from '../../words/words.js';
import { unitWords } from './unit.words.js';

interface Person {
  readonly code: string;
  readonly fullName: string;
}
interface Props {
  readonly unit: Schemas['UnitOverview'];
  readonly action: AllowedAction;
  readonly onDone: (meetingId: string | null) => void;
  readonly onCancel: () => void;
}

/** Date, place and roles; the server makes roll and agenda. */
export function ConveneForm({ unit, action, onDone, onCancel }: Props) {
  const say = useWords(unitWords);
  const shared = useWords(common);
  const kindName = useNames(meetingNames);
  const act = useAct();
  const people = usePeople(unit);
  const absent = useRead('/api/v1/cycles/{id}/units/{code}/members', { path: { id: unit.cycleId, code: unit.code }, query: { state: 'READY' } }, { enabled: unit.submission !== null }).data?.items ?? [];
  const [heldOn, setHeldOn] = useState(unit.today);
  const [place, setPlace] = useState('');
  const [chair, setChair] = useState('');
  const [minuteTaker, setMinuteTaker] = useState('');
  const [tellers, setTellers] = useState<readonly [string, string]>(['', '']);
  const [late, setLate] = useState('');
  const kinds = unit.role === 'GRASSROOTS_CELL' ? (['CELL_REVIEW', 'COMMITTEE_SITTING'] as const) : [];
  const [kind, setKind] = useState('');
  const choose = (id: string, label: string, value: string, set: (code: string) => void, none: string, required: boolean) => (
    <>
      <label htmlFor={id}>{label}</label>
      <select id={id} className="bx-input" required={required} value={value} onChange={(event) => set(event.target.value)}>
        <option value="">{none}</option>
        {people.map((person) => (
          <option key={person.code} value={person.code}>
            {person.fullName} ({person.code})
          </option>
        ))}
      </select>
    </>
  );
  const fieldOf = (pointer: string) => {
    const id = { '/heldOn': 'convene-date', '/place': 'convene-place', '/chairCode': 'convene-chair', '/minuteTakerCode': 'convene-minutes', '/tellerCodes': 'convene-t1', '/tellerCodes/0': 'convene-t1', '/tellerCodes/1': 'convene-t2' }[pointer];
    return id ? { id, label: document.querySelector(`label[for=${id}]`)?.textContent ?? '' } : null;
  };
  const send = async () => {
    const body = { heldOn, tellerCodes: tellers.filter(Boolean), ...(place.trim() && { place: place.trim() }), ...(chair && { chairCode: chair }), ...(minuteTaker && { minuteTakerCode: minuteTaker }), ...(kind && { kind }), ...(late && { reviewId: late, kind: 'LATE_REVIEW' }) };
    const sent = await act.run<{ meetingId?: string }>({ method: action.method, href: action.href, body });
    if (sent) onDone(sent.data.meetingId ?? null);
  };
  return (
    <form
      className="bx-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{say('convene')}</h3>
      {kinds.length > 0 && (
        <fieldset className="bx-field">
          <legend>{say('kind')}</legend>
          <Radio.Group value={kind} onChange={(event) => setKind(event.target.value as string)}>
            <Radio value="">{say('kindDue')}</Radio>
            {kinds.map((one) => (
              <Radio key={one} value={one}>
                {kindName(one)}
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
      )}
      {absent.length > 0 && (
        <>
          <label htmlFor="convene-late">{say('lateFor')}</label>
          <select id="convene-late" className="bx-input" value={late} onChange={(event) => setLate(event.target.value)}>
            <option value="">{shared('none')}</option>
            {absent.map((row) => (
              <option key={row.id} value={row.id}>
                {row.person.fullName} ({row.person.code})
              </option>
            ))}
          </select>
        </>
      )}
      <label htmlFor="convene-date">{say('date')}</label>
      <input id="convene-date" className="bx-input" type="date" required value={heldOn} onChange={(event) => setHeldOn(event.target.value)} />
      <label htmlFor="convene-place">{say('place')}</label>
      <Input id="convene-place" size="large" maxLength={500} value={place} onChange={(event) => setPlace(event.target.value)} />
      {choose('convene-chair', say('chair'), chair, setChair, say('byPost'), false)}
      {choose('convene-minutes', say('minuteTaker'), minuteTaker, setMinuteTaker, say('chosenBy'), false)}
      {choose('convene-t1', say('teller1'), tellers[0], (code) => setTellers([code, tellers[1]]), say('choose'), true)}
      {choose('convene-t2', say('teller2'), tellers[1], (code) => setTellers([tellers[0], code]), say('choose'), true)}
      <div className="bx-row">
        <Button size="large" type="primary" htmlType="submit" loading={act.state === 'sending'}>
          {say('convene')}
        </Button>
        <Button size="large" onClick={onCancel}>
          {shared('cancel')}
        </Button>
      </div>
      <ActStatus act={act} fieldOf={fieldOf} />
    </form>
  );
}

/** Members reviewed here and holders of posts of the organisation: who may have a role in its meeting. */
function usePeople(unit: Schemas['UnitOverview']): Person[] {
  const posts = useRead('/api/v1/organisations/{code}', { path: { code: unit.code } }).data?.posts ?? [];
  const members = unit.members.items.filter((row) => row.memberStatus === 'OFFICIAL').map((row) => row.person);
  const all = [...posts.map((post) => post.person), ...members];
  return [...new Map(all.map((person) => [person.code, person])).values()].sort((a, b) => a.fullName.localeCompare(b.fullName, 'vi'));
}
