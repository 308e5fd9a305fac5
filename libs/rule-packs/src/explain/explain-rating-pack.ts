import {
  type AuthorityPlace,
  type DeadlineRule,
  type ExemptionRule,
  type LevelVoteOverride,
  type QuotaRule,
  type Rational,
  type RatingPack,
  SUBJECT_KINDS,
  type SubjectKind,
  type Threshold,
} from '@binhxet/domain';
import { ruleCode, ruleText } from '@binhxet/messages';
import { clause, type ExplainedClause, type ExplainedSection, inWords, section } from './explained.js';
import { explainExpression, levelName } from './explain-expression.js';

/** A rating pack, clause by clause, in the order of the file. */
export function explainRatingPack(pack: RatingPack): ExplainedSection[] {
  return [
    ...section(ruleText('ladder'), ladder(pack)),
    ...section(ruleText('values'), values(pack)),
    ...section(ruleText('derived'), derived(pack)),
    ...section(ruleText('gates'), gates(pack)),
    ...section(
      ruleText('quotas'),
      (pack.quotas ?? []).flatMap((quota, index) => quotaClauses(quota, `/quotas/${index}`, pack)),
    ),
    ...section(ruleText('votingOverrides'), overrides(pack)),
    ...section(
      ruleText('leadership'),
      pack.leadership
        ? [
            clause(
              '/leadership',
              inWords(pack.leadership, ({ posts, bodies }) => `${codes(posts)} – ${codes(bodies)}`),
              pack.leadership,
            ),
          ]
        : [],
    ),
    ...section(
      ruleText('exemptions'),
      (pack.exemptions ?? []).map((rule, index) => exemption(rule, index, pack)),
    ),
    ...section(
      ruleText('specialCases'),
      (pack.specialCases ?? []).map(({ label, rule }, index) =>
        clause(`/specialCases/${index}`, `${label}: ${inWords(rule, String)}`, rule),
      ),
    ),
    ...section(ruleText('steps'), steps(pack)),
    ...section(
      ruleText('order'),
      (pack.order ?? []).map(({ id, applies }, index) =>
        clause(`/order/${index}`, `${ruleCode(id)}: ${inWords(applies, yesNo)}`, applies),
      ),
    ),
    ...section(ruleText('authority'), authority(pack)),
    ...section(ruleText('deadlines'), (pack.deadlines ?? []).map(deadline)),
    ...section(
      ruleText('forms'),
      (pack.forms ?? []).map((form, index) =>
        clause(
          `/forms/${index}`,
          `${ruleCode(form.subject)}: ${form.label}, ${ruleText('sections', { count: form.sections.length })}`,
          form,
        ),
      ),
    ),
  ];
}

export const yesNo = (value: boolean): string => ruleText(value ? 'yes' : 'no');
export const share = ({ num, den }: Rational): string => (den === 1 ? String(num) : `${num}/${den}`);
export const threshold = (value: Threshold): string =>
  ruleText(value.strict ? 'moreThan' : 'atLeast', { share: share(value) });
const codes = (list: readonly string[]): string => list.map(ruleCode).join(', ');

function ladder(pack: RatingPack): ExplainedClause[] {
  return pack.ladder.map((entry, index) => {
    const titles = entry.titles
      ? ` (${ruleText('titles', { titles: entry.titles.map((title) => `«${title}»`).join(', ') })})`
      : '';
    return clause(
      `/ladder/${index}`,
      `${codes(entry.subjects)}, ${entry.level}: ${entry.label} [${entry.short}]${titles}`,
      entry,
    );
  });
}

function values(pack: RatingPack): ExplainedClause[] {
  return Object.entries(pack.values ?? {}).map(([name, value]) => {
    const unit = value.unit ? ` (${value.unit})` : '';
    const setting = value.setting ? `; ${ruleText('setting', { key: value.setting })}` : '';
    return clause(`/values/${name}`, `${name} = ${inWords(value, String)}${unit}${setting}`, value);
  });
}

function derived(pack: RatingPack): ExplainedClause[] {
  return SUBJECT_KINDS.flatMap((subject) =>
    Object.entries(pack.derived?.[subject] ?? {}).map(([name, { label, expression }]) =>
      clause(
        `/derived/${subject}/${name}`,
        `${ruleCode(subject)}: «${label}» = ${inWords(expression, (text) => explainExpression(text, pack, subject))}`,
        expression,
      ),
    ),
  );
}

function gates(pack: RatingPack): ExplainedClause[] {
  return (pack.gates ?? []).map(({ id, subject, effect, label, expression }, index) => {
    const level = levelName(effect.level, pack, subject);
    const head = `${id} · ${ruleCode(subject)} · ${ruleText(effect.kind === 'CAP' ? 'cap' : 'require', { level })}: ${label}`;
    return clause(
      `/gates/${index}`,
      `${head} – ${inWords(expression, (text) => explainExpression(text, pack, subject))}`,
      expression,
    );
  });
}

function quotaClauses(quota: QuotaRule, path: string, pack: RatingPack): ExplainedClause[] {
  const head = `${ruleCode(quota.subject)}, ${levelName(quota.level, pack, quota.subject)}`;
  const line = (
    key: 'rate' | 'specialRate' | 'base' | 'rounding' | 'groupBy' | 'excludeHeads' | 'enforcement',
    text: string,
  ): ExplainedClause => clause(`${path}/${key}`, `${head} · ${ruleText(key)}: ${text}`, quota[key]);
  return [
    line('rate', inWords(quota.rate, share)),
    line('specialRate', inWords(quota.specialRate, share)),
    line('base', inWords(quota.base, ruleCode)),
    line('rounding', inWords(quota.rounding, ruleCode)),
    line('groupBy', inWords(quota.groupBy, ruleCode)),
    line('excludeHeads', inWords(quota.excludeHeads, yesNo)),
    line('enforcement', inWords(quota.enforcement, ruleCode)),
  ];
}

function overrides(pack: RatingPack): ExplainedClause[] {
  const of = (body: 'membersMeeting' | 'committee', head: string): ExplainedClause[] => {
    const { countedBody, byLevel, methods }: LevelVoteOverride = pack.votingOverrides?.[body] ?? {};
    const path = `/votingOverrides/${body}`;
    return [
      ...(countedBody
        ? [
            clause(
              `${path}/countedBody`,
              `${head} · ${ruleText('countedBody')}: ${inWords(countedBody, ruleCode)}`,
              countedBody,
            ),
          ]
        : []),
      ...Object.entries(byLevel ?? {}).map(([rank, majority]) =>
        clause(
          `${path}/byLevel/${rank}`,
          `${head} · ${ruleText('majorityOf', { level: levelName(Number(rank), pack, 'MEMBER') })} ${inWords(majority, threshold)}`,
          majority,
        ),
      ),
      ...(methods
        ? [clause(`${path}/methods`, `${head} · ${ruleText('methods')}: ${inWords(methods, codes)}`, methods)]
        : []),
    ];
  };
  return [...of('membersMeeting', ruleCode('MEMBERS_MEETING')), ...of('committee', ruleCode('PARTY_COMMITTEE'))];
}

function exemption(
  { label, subjects, condition, effect }: ExemptionRule,
  index: number,
  pack: RatingPack,
): ExplainedClause {
  const when =
    condition.kind === 'FLAG'
      ? ruleText('whenFlag', { flag: condition.flag })
      : condition.kind === 'YOUNGER_THAN_MONTHS'
        ? ruleText('whenYounger', { months: condition.months, since: ruleCode(condition.since) })
        : ruleText('whenAbsent', { absence: ruleCode(condition.absence), days: condition.days });
  const then = inWords(effect, (value) =>
    value.kind === 'DUTY'
      ? ruleCode(value.duty)
      : ruleText('cap', { level: levelName(value.level, pack, subjects[0] ?? 'MEMBER') }),
  );
  return clause(`/exemptions/${index}`, `${codes(subjects)} · ${label} (${when}): ${then}`, effect);
}

function steps(pack: RatingPack): ExplainedClause[] {
  return (pack.steps ?? []).flatMap(({ id, label, secret }, index) => [
    clause(`/steps/${index}/label`, `${id}: ${inWords(label, String)}`, label),
    clause(`/steps/${index}/secret`, `${id} · ${ruleText('secret')}: ${inWords(secret, yesNo)}`, secret),
  ]);
}

function authority(pack: RatingPack): ExplainedClause[] {
  const place = ({ roles, bodies }: AuthorityPlace): string => `${codes(bodies)} – ${codes(roles)}`;
  const head = (subject: SubjectKind, roles: readonly string[]): string => `${ruleCode(subject)} – ${codes(roles)}`;
  return (pack.authority ?? []).flatMap(({ subject, subjectRoles, proposes, decides }, index) => [
    clause(
      `/authority/${index}/proposes`,
      `${head(subject, subjectRoles)} · ${ruleText('proposes')}: ${inWords(proposes, place)}`,
      proposes,
    ),
    clause(
      `/authority/${index}/decides`,
      `${head(subject, subjectRoles)} · ${ruleText('decides')}: ${inWords(decides, place)}`,
      decides,
    ),
  ]);
}

function deadline({ label, before }: DeadlineRule, index: number): ExplainedClause {
  const when = inWords(before, (day) =>
    'monthOfQuarter' in day
      ? ruleText('before', { day: `${day.day}, ${ruleText('ofQuarter', { month: day.monthOfQuarter })}` })
      : ruleText('before', { day: `${day.day}/${day.month}${day.yearOffset > 0 ? ` ${ruleText('nextYear')}` : ''}` }),
  );
  return clause(`/deadlines/${index}`, `${label}: ${when}`, before);
}
