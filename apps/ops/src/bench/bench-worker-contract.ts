/** What is done about one member: written and handed in by the person, noted at the meeting, settled by its minutes. */
export type MemberAct = 'save' | 'submit' | 'attend' | 'settle';

export interface MemberInput {
  readonly reviewId: string;
  readonly accountId: string;
  readonly memberId: string;
}

export interface BenchActivities {
  nothing(): Promise<void>;
  memberAct(member: MemberInput, act: MemberAct): Promise<void>;
}

/** What the bench tells the process that runs its workflows. */
export interface BenchWorkerStart {
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly taskQueue: string;
  readonly databaseUrl: string;
  readonly paper: object;
}

export const BENCH_TASK_QUEUE = 'binhxet-bench';
