import { bxDeadline, bxOverdue, bxPack, bxPhase, type StepRef } from '@binhxet/contracts';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { type Counters, earliestDue, isOverdue } from './deadlines.js';

/** What an administrator sees of a running body: search attributes and details, told only when they change. */
export class Visibility {
  private told = '';

  constructor(private readonly page: { readonly orgCode: string; readonly pageUrl: string }) {}

  /** @param blocked code of the refusal that keeps the body from moving, null when it moves */
  tell(phase: string, steps: readonly StepRef[], counters: Counters, blocked: string | null): void {
    const deadline = earliestDue(steps);
    const overdue = isOverdue(steps, counters);
    const found = `${phase}|${deadline ?? ''}|${overdue}`;
    if (found !== this.told) {
      this.told = found;
      upsertSearchAttributes([
        { key: bxPhase, value: phase },
        { key: bxDeadline, value: deadline === null ? null : new Date(deadline) },
        { key: bxOverdue, value: overdue },
      ]);
    }
    setCurrentDetails(this.markdown(phase, steps, overdue, blocked));
  }

  /** The rating pack is known only now. */
  pinned(packId: string): void {
    upsertSearchAttributes([{ key: bxPack, value: packId }]);
  }

  private markdown(phase: string, steps: readonly StepRef[], overdue: boolean, blocked: string | null): string {
    const rows = steps.map((step) => `| ${step.kind} | ${step.outstanding} | ${step.dueAt ?? ''} | ${step.closeAt ?? ''} |`);
    return [
      `**${phase}**${overdue ? ' · OVERDUE' : ''} · [${this.page.orgCode}](${this.page.pageUrl})`,
      ...(blocked === null ? [] : ['', `Blocked: \`${blocked}\``]),
      ...(rows.length === 0 ? [] : ['', '| waits for | at opening | due | closes |', '|---|---|---|---|', ...rows]),
    ].join('\n');
  }
}
