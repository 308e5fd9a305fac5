import { type JobHandler, type NewNotification, type NotificationStore, type QueuedJob } from '@binhxet/application';
import { type Json, type NoticeKind } from '@binhxet/domain';
import { v5 as uuidV5 } from 'uuid';

const QUEUE = 'notifications';
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const texts = (value: Json | undefined): string[] => (Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []);
const pageOf = (cycleId: string, organisationCode: string): string => `/cycles/${cycleId}/units/${organisationCode}`;

/** In-app notifications. The row's id is made of job and member, so that a job run twice tells once. */
export function notificationHandlers(store: NotificationStore): JobHandler[] {
  const tell = async (job: QueuedJob, memberIds: readonly string[], notice: Omit<NewNotification, 'id' | 'memberId'>): Promise<void> => {
    await store.insert([...new Set(memberIds)].map((memberId) => ({ ...notice, id: uuidV5(memberId, job.id), memberId })));
  };
  return [
    {
      queue: QUEUE,
      name: 'notify',
      handle: (job) => {
        const { memberIds, href, kind, outboxId: _outboxId, facts, ...ids } = job.data;
        return tell(job, texts(memberIds), { kind: text(kind) as NoticeKind, href: text(href) || null, facts: { ...ids, ...(facts as { [key: string]: Json } | undefined) } });
      },
    },
    ...(['remind-step', 'escalate-step'] as const).map(
      (name): JobHandler => ({
        queue: QUEUE,
        name,
        async handle(job) {
          const step = await store.holdersOfStep(text(job.data['stepId']));
          const above = name === 'escalate-step' ? await store.leadersOf(text(job.data['organisationId'])) : [];
          await tell(job, name === 'escalate-step' ? above : step.memberIds, {
            kind: name === 'escalate-step' ? 'STEP_OVERDUE' : 'STEP_DUE_SOON',
            facts: { stepKind: step.kind, cycleId: step.cycleId, organisation: step.organisationCode, nth: job.data['nth'] ?? null },
            href: pageOf(step.cycleId, step.organisationCode),
          });
        },
      }),
    ),
    {
      queue: QUEUE,
      name: 'paper-returned',
      async handle(job) {
        const reviewId = text(job.data['reviewId']);
        const author = await store.authorOf(reviewId);
        if (author.memberId) await tell(job, [author.memberId], { kind: 'PAPER_RETURNED', facts: { cycleId: author.cycleId, organisation: author.organisationCode }, href: `/reviews/${reviewId}` });
      },
    },
    {
      queue: QUEUE,
      name: 'result-returned',
      async handle(job) {
        const [cycleId, organisationId] = [text(job.data['cycleId']), text(job.data['organisationId'])];
        const code = await store.organisationCode(organisationId);
        await tell(job, await store.leadersOf(organisationId), { kind: 'RESULT_RETURNED', facts: { cycleId, organisation: code }, href: pageOf(cycleId, code) });
      },
    },
  ];
}
