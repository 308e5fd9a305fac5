import { type Schemas } from '@binhxet/api-client';
import { Alert } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { type AllowedAction } from '../../ui/action-button.js';
import { useWords } from '../../words/words.js';
import { CountSheetForm } from './count-sheet-form.js';
import { askedIn, bodyOf, emptySheet, type Sheet } from './count-sheet.js';
import { personWords } from './person.words.js';

/** A teller's own totals of a ballot about persons; a recount asks for the whole sheet again. */
export function PersonCountForm({ ballot, action }: { readonly ballot: Schemas['PersonBallot']; readonly action: AllowedAction }) {
  const say = useWords(personWords);
  const choices = ballot.levels ?? [say('votes')];
  const act = useAct();
  const [sheet, setSheet] = useState<Sheet>(() =>
    emptySheet(
      ballot.persons.map(({ memberId }) => memberId),
      choices.length,
    ),
  );
  const whole = bodyOf(
    sheet,
    ballot.persons.map(({ memberId }) => ({ reviewId: memberId })),
  );
  return (
    <CountSheetForm
      ballotId={ballot.id}
      action={action}
      act={act}
      sheet={sheet}
      onChange={setSheet}
      lineHead={say('person')}
      lines={ballot.persons.map((person) => ({ id: person.memberId, name: person.fullName, locked: false }))}
      columns={choices.map((word) => ({ key: word, head: word, label: (line) => `${line.name}: ${word}` }))}
      totalsLocked={false}
      whole={whole}
      body={{ ...whole, rows: whole.rows.map(({ reviewId, ...row }) => ({ memberId: reviewId, ...row })) }}
      note={ballot.recount && <Alert type="warning" showIcon title={say('recount', { names: differing(ballot, say('totalsDiffer')) })} />}
    />
  );
}

function differing(ballot: Schemas['PersonBallot'], totals: string): string {
  const asked = askedIn(ballot.recount ?? []);
  return [...(asked.totals ? [totals] : []), ...ballot.persons.filter((person) => asked.reviewIds.has(person.memberId)).map((person) => person.fullName)].join(', ');
}
