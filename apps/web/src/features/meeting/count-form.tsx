import { type Schemas } from '@binhxet/api-client';
import { Alert } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { type AllowedAction } from '../../ui/action-button.js';
import { LevelChip, useLevelWords } from '../../ui/level-chip.js';
import { ranksOfBallot } from '../../ui/ranks.js';
import { useWords } from '../../words/words.js';
import { CountSheetForm } from './count-sheet-form.js';
import { askedIn, bodyOf, sheetFor, type Sheet } from './count-sheet.js';
import { meetingWords } from './meeting.words.js';
import { useSubjectName } from './subject-name.js';

/** A teller's totals of a rating ballot; a recount asks only for what differed. */
export function CountForm({ ballot, action, cycleId }: { readonly ballot: Schemas['Ballot']; readonly action: AllowedAction; readonly cycleId: string }) {
  const say = useWords(meetingWords);
  const nameOf = useSubjectName();
  const levels = useLevelWords(cycleId);
  const act = useAct();
  const [sheet, setSheet] = useState<Sheet>(() => sheetFor(ballot));
  const asked = ballot.recount && askedIn(ballot.recount);
  const body = bodyOf(sheet, ballot.subjects);
  return (
    <CountSheetForm
      ballotId={ballot.id}
      action={action}
      act={act}
      sheet={sheet}
      onChange={setSheet}
      lineHead={say('subject')}
      lines={ballot.subjects.map((subject) => ({ id: subject.reviewId, name: nameOf(subject), locked: asked !== null && !asked.reviewIds.has(subject.reviewId) }))}
      columns={ranksOfBallot(ballot).map((rank) => ({
        key: rank,
        head: <LevelChip words={levels} subjectKind={ballot.subjects[0]?.subjectKind ?? 'MEMBER'} level={rank} />,
        label: (line, index) => `${line.name}: ${levels.label(ballot.subjects[index]!.subjectKind, rank)}`,
      }))}
      totalsLocked={asked !== null && !asked.totals}
      whole={body}
      body={body}
      note={ballot.recount && <Alert type="warning" showIcon title={say('recount')} />}
    />
  );
}
