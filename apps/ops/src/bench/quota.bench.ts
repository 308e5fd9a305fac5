import { checkQuota, countQuota, groupForQuota, type QuotaCandidate, type QuotaSubject, type ResolvedQuota, solveQuotas } from '@binhxet/domain';
import { type Figure, median, rounded } from './figures.js';

const FLOOR_SECONDS = 1;
const ROUNDS = 5;

/** Checks and solves generated groups, each over its quota, once group by group and once with a quota over the whole as well. */
export function benchQuota({ groups, unitsOfAGroup }: { readonly groups: number; readonly unitsOfAGroup: number }): Figure[] {
  const { subjects, candidates } = population(groups, unitsOfAGroup);
  const seconds: number[] = [];
  let changes = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const usage = process.cpuUsage();
    changes = solve(subjects, candidates);
    const { user, system } = process.cpuUsage(usage);
    if (round > 0) seconds.push((user + system) / 1e6); // the first round warms up
  }
  return [
    {
      key: 'quota.solve',
      label: { vi: `Giải tỷ lệ của ${groups} nhóm × ${unitsOfAGroup} đơn vị, thời gian một nhân`, en: `solve quotas of ${groups} groups × ${unitsOfAGroup} units, time of one core` },
      reached: rounded(median(seconds)),
      unit: 's',
      hold: { operator: '<', value: FLOOR_SECONDS },
      from: { groups, unitsOfAGroup, changes, rounds: seconds.map(rounded) },
    },
  ];
}

const QUOTA: ResolvedQuota = { id: 'Q', rate: { num: 1, den: 5 }, specialRate: null, special: false, base: 'LOWER_ONLY', rounding: 'HALF_UP', groupBy: 'SIMILAR_GROUP', excludeHeads: false, enforcement: 'BLOCK', source: 'bench', mark: 'I' };

function solve(subjects: readonly QuotaSubject[], candidates: readonly QuotaCandidate[]): number {
  const demands = ([QUOTA, { ...QUOTA, id: 'W', groupBy: 'WHOLE', rate: { num: 1, den: 6 } }] as const).flatMap((quota) =>
    [...groupForQuota(subjects, quota.groupBy)].map(([group, of]) => ({
      key: `${quota.id} ${group}`,
      excess: checkQuota(countQuota(of, quota), quota).excess,
      candidateIds: of.filter(({ result }) => typeof result === 'object' && 'level' in result && result.level === 1).map(({ subjectId }) => subjectId),
    })),
  );
  return solveQuotas(demands, candidates)?.changes.length ?? 0;
}

/** Every third unit at the top level: well over a fifth. Reasons from a fixed sequence. */
function population(groups: number, unitsOfAGroup: number): { subjects: QuotaSubject[]; candidates: QuotaCandidate[] } {
  const subjects: QuotaSubject[] = [];
  const candidates: QuotaCandidate[] = [];
  for (let n = 0; n < groups * unitsOfAGroup; n += 1) {
    const subjectId = `s${String(n).padStart(8, '0')}`;
    const top = n % 3 === 0;
    subjects.push({ subjectId, grassrootsOrgId: null, similarGroup: `g${Math.floor(n / unitsOfAGroup)}`, isHead: false, result: { level: top ? 1 : 2 } });
    if (top) candidates.push({ subjectId, points: 9_000 + ((n * 7_919) % 1_000), votes: { top: 5 + (n % 7), of: 12 }, lastYear: n % 2 === 0 ? 1 : 2 });
  }
  return { subjects, candidates };
}
