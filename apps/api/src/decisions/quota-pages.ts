import { type DecisionReader, type QuotaBoard, type QuotaGroup, type QuotaWhatIf, type UnitHead, type UnitReader } from '@binhxet/application';
import { type QuotaCandidate, type QuotaProposal, type ResolvedQuota } from '@binhxet/domain';
import { type z } from 'zod';
import { type WireOf } from '../common/schemas.js';
import { type quotaHeadroom } from './decisions.schemas.js';
import { type liveQuota, type quotaChoices, type quotaProposals, type whatIfAnswer, type whatIfRequest } from './quota.schemas.js';

type Headroom = WireOf<typeof quotaHeadroom>;
type Names = (group: string | null) => string | null;

/** Quotas as pages show them: of the body that decides, before a cell votes, and under other choices. */
export class QuotaPages {
  constructor(
    private readonly quotas: QuotaBoard,
    private readonly questions: QuotaWhatIf,
    private readonly units: UnitReader,
    private readonly decisions: DecisionReader,
  ) {}

  async headroom(head: UnitHead): Promise<Headroom> {
    const { decided, projected, proposals } = await this.quotas.forUnit(head.cycleId, head.organisationId);
    const names = await this.names(head.cycleId, [...decided, ...projected].map(({ group }) => group));
    const shown = (group: QuotaGroup): Headroom['decided'][number] => {
      const { count, ceiling, used, headroom, breach, excess } = group.check;
      return { subject: group.subject, group: group.group, groupName: names(group.group), quota: choicesOf(group.quota), special: group.special, count, ceiling, used, headroom, breach, excess, byBase: group.byBase };
    };
    return { organisation: { code: head.code, name: head.name }, decided: decided.map(shown), projected: projected.map(shown), proposals: await this.proposals(head, proposals) };
  }

  /** Counts of the groups that the unit's own subjects belong to; nobody's name. */
  async live(head: UnitHead): Promise<WireOf<typeof liveQuota>> {
    const { decided, proposed, ownReviewIds } = await this.quotas.liveFor(head.cycleId, head.organisationId);
    const names = await this.names(head.cycleId, decided.map(({ group }) => group));
    const state = ({ check: { count, ceiling, headroom, breach }, byBase }: QuotaGroup) => ({ count, ceiling, headroom, breach, byBase });
    return {
      organisation: { code: head.code, name: head.name },
      groups: decided.map((group, index) => ({
        subject: group.subject,
        group: group.group,
        groupName: names(group.group),
        quota: choicesOf(group.quota),
        own: group.countedIds.filter((id) => ownReviewIds.has(id)).length,
        decided: state(group),
        proposed: state(proposed[index]!),
      })),
    };
  }

  async whatIf(head: UnitHead, question: z.infer<typeof whatIfRequest>): Promise<WireOf<typeof whatIfAnswer>> {
    const { bases, roundings, groupings, rates, excludeHeads, drawn, ...rest } = question;
    const answers = await this.questions.ask(head.cycleId, head.organisationId, {
      ...rest,
      ...(bases && { bases }),
      ...(roundings && { roundings }),
      ...(groupings && { groupings }),
      ...(rates && { rates }),
      ...(excludeHeads && { excludeHeads }),
      ...(drawn && { drawn }),
    });
    const names = await this.names(head.cycleId, answers.flatMap(({ outcomes }) => outcomes.flatMap(({ groups }) => groups.map(({ group }) => group))));
    return {
      organisation: { code: head.code, name: head.name },
      quotas: answers.map(({ quota, outcomes }) => ({
        inUse: choicesOf(quota),
        outcomes: outcomes.map(({ variant, groups, total, breach }) => ({
          ...variant,
          inUse: variant.base === quota.base && variant.rounding === quota.rounding && variant.groupBy === quota.groupBy && variant.excludeHeads === quota.excludeHeads && variant.rate.num * quota.rate.den === quota.rate.num * variant.rate.den,
          breach,
          total,
          groups: groups.map((group) => ({ ...group, groupName: names(group.group) })),
        })),
      })),
    };
  }

  private async proposals(head: UnitHead, { toPass, toHold }: { readonly toPass: QuotaProposal | null; readonly toHold: QuotaProposal | null }): Promise<WireOf<typeof quotaProposals>> {
    const of = [toPass, toHold].flatMap((one) => (one ? one.pools.flatMap((pool) => pool.candidates) : []));
    const subjects = await this.decisions.subjects([...new Set(of.map(({ subjectId }) => subjectId))]);
    const candidate = ({ subjectId, points, votes, lastYear }: QuotaCandidate) => ({ reviewId: subjectId, subject: subjects.get(subjectId) ?? { code: '', name: '' }, points, votes, lastYear });
    const shown = (one: QuotaProposal | null) =>
      one && {
        changes: one.changes.map(candidate),
        pools: one.pools.map(({ demands, lower, candidates }) => ({ groups: [...demands], lower, candidates: candidates.map(candidate) })),
        alternatives: one.alternatives,
        shortages: one.shortages.map(({ demand, missing }) => ({ group: demand, missing })),
        smallest: one.smallest,
      };
    return { toPass: shown(toPass), toHold: shown(toHold) };
  }

  private async names(cycleId: string, groups: readonly (string | null)[]): Promise<Names> {
    const ids = [...new Set(groups.flatMap((group) => (group?.startsWith('org:') ? [group.slice(4)] : [])))];
    const codes = ids.length > 0 ? await this.units.codes(cycleId, ids) : new Map<string, string>();
    return (group) => (group?.startsWith('org:') ? (codes.get(group.slice(4)) ?? null) : group?.startsWith('group:') ? group.slice(6) : null);
  }
}

function choicesOf({ id, rate, specialRate, special, base, rounding, groupBy, excludeHeads, enforcement, source }: ResolvedQuota): WireOf<typeof quotaChoices> {
  return { id, rate, specialRate, special, base, rounding, groupBy, excludeHeads, enforcement, source };
}
