import { type Schemas } from '@binhxet/api-client';
import { writeSubject } from '@binhxet/application';
import { type Person } from './cast.js';
import { type Script } from './script.js';

type Case = Schemas['CommendationCase'];

/** From candidate to certificate, in order. */
const STEPS = [
  { from: 'CANDIDATE', act: 'NOMINATE' },
  { from: 'NOMINATED', act: 'OPEN_DOSSIER' },
  { from: 'DOSSIER_OPEN', act: 'SUBMIT' },
  { from: 'SUBMITTED', act: 'VERIFY' },
  { from: 'VERIFIED', act: 'APPROVE' },
  { from: 'APPROVED', act: 'ISSUE' },
  { from: 'DECISION_ISSUED', act: 'AWARD' },
] as const;
const AT_ONCE = 500;

/** Takes every derived case to its certificate, one decision for each award; drops whom the folder drops. */
export async function awardAll(person: Person, cycleId: string, today: string, script: Script): Promise<void> {
  const path = `/cycles/${cycleId}/commendations`;
  const act = async (cases: readonly Case[], fields: Readonly<Record<string, unknown>>) => {
    for (let start = 0; start < cases.length; start += AT_ONCE)
      await person.post(`${path}/acts`, {
        ...fields,
        caseIds: cases.slice(start, start + AT_ONCE).map((each) => each.id),
      });
  };
  const dropped = (await cases(person, path)).flatMap((each) => {
    const drop =
      each.state === 'CANDIDATE'
        ? script.of('DROP_CASE', { subject: writeSubject(each.subjectKind, each.subject.code) })[0]
        : undefined;
    return drop ? [{ each, reason: drop.value }] : [];
  });
  for (const { each, reason } of dropped) await act([each], { act: 'DROP', reason });
  for (const step of STEPS) {
    const open = (await cases(person, path)).filter((each) => each.state === step.from);
    if (step.act !== 'ISSUE') await act(open, { act: step.act });
    else await issue(open, person, path, today, script);
  }
}

async function issue(
  open: readonly Case[],
  person: Person,
  path: string,
  today: string,
  script: Script,
): Promise<void> {
  const worded = script.decision(script.superior, 'COMMENDATION');
  const awards = [...new Set(open.map((each) => each.awardId))].sort((one, other) => (one < other ? 1 : -1));
  for (const [nth, award] of awards.entries()) {
    const number = worded
      ? `${worded.number}${nth === 0 ? '' : `.${nth + 1}`}`
      : `${String(nth + 1).padStart(2, '0')}-QĐKT/${script.superior}`;
    const caseIds = open.filter((each) => each.awardId === award).map((each) => each.id);
    await person.post(`${path}/acts`, {
      act: 'ISSUE',
      caseIds,
      number,
      decidedOn: worded?.on ?? today,
      ...(worded?.reason ? { reason: worded.reason } : {}),
    });
  }
}

async function cases(person: Person, path: string): Promise<Case[]> {
  const all: Case[] = [];
  for await (const each of person.pages<Case>(path)) all.push(each);
  return all;
}
