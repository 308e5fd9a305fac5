import { type ImportFile } from '@binhxet/application';
import { type SettingsFile } from '@binhxet/domain';
import { loadRulePacks } from '@binhxet/rule-packs';
import { type TestStack } from '@binhxet/testing';
import { Tab } from './people.js';
import { administratorCode } from './scenario-run.js';
import { numberOf, until } from './store.js';

interface Task {
  readonly kind: string;
  readonly refId: string | null;
}
interface Form {
  readonly id: string;
  readonly subject: string;
  readonly holdsLeadershipPost?: boolean;
}

/** A driven cycle of an imported organisation on a running stack, with a session for whoever is asked for. */
export class LivingYear {
  private constructor(
    readonly stack: TestStack,
    readonly administrator: Tab,
    readonly cycleId: string,
    private readonly chair: Tab,
    private readonly codes: ReadonlyMap<string, string>,
    private readonly sessions: Map<string, Promise<Tab>>,
    private readonly forms: readonly Form[],
  ) {}

  /**
   * Imports, opens the cycle on its first date and waits until cells expect papers.
   * @param chairCode member who may open the cycle
   * @param clockOn first date
   */
  static async begin(stack: TestStack, files: readonly ImportFile[], chairCode: string, clockOn: string): Promise<LivingYear> {
    const administrator = await Tab.open(stack, await administratorCode(stack));
    must(await administrator.post('/imports', { files }));
    const issued = must(await administrator.post<{ memberCode: string; code: string }[]>('/accounts/activation-codes', { all: true }));
    const codes = new Map(issued.map(({ memberCode, code }) => [memberCode, code]));
    const chair = await Tab.open(stack, codes.get(chairCode) ?? '');
    const settings = loadRulePacks().ofKind('settings')[0]?.content as SettingsFile;
    const { cycleId } = must(await chair.post<{ cycleId: string }>('/cycles', { superiorCode: 'KHOI', period: clockOn.slice(0, 4), clock: 'DRIVEN', clockOn, settings: settings.id, plan: {}, simulated: true }));
    const cells = files.flatMap(({ kind, rows }) => (kind === 'organisations' ? rows.filter(({ values }) => values['role']?.endsWith('CELL')) : [])).length;
    await until(async () => (await numberOf(stack, `select count(*) from app.step where kind = 'SELF_REVIEW' and state = 'OPEN'`)) === cells, 'cells expect papers');
    const { forms } = must(await chair.get<{ forms: Form[] }>(`/cycles/${cycleId}/rules`));
    return new LivingYear(stack, administrator, cycleId, chair, codes, new Map([[chairCode, Promise.resolve(chair)]]), forms);
  }

  /** The session of a member, opened with the one-time code at the first call. Two tabs of one browser share it. */
  tab(memberCode: string): Promise<Tab> {
    let session = this.sessions.get(memberCode);
    if (!session) this.sessions.set(memberCode, (session = Tab.open(this.stack, this.codes.get(memberCode) ?? '')));
    return session;
  }

  /** The review whose paper the inbox asks for. */
  async askedFor(tab: Tab): Promise<string> {
    const { items } = must(await tab.get<{ items: Task[] }>('/tasks?tab=mine&limit=100'));
    const task = items.find(({ kind }) => kind === 'WRITE_SELF_REVIEW');
    if (!task?.refId) throw new Error('the inbox asks for no self-review');
    return task.refId;
  }

  /** A complete paper. @param leads the author holds a leading post */
  paper(leads = false): { form: string; sections: Record<string, string>; grades: Record<string, string>; selfLevel: number } {
    const forms = this.forms.filter(({ subject }) => subject === 'MEMBER');
    return { form: (forms.find((form) => form.holdsLeadershipPost === leads) ?? forms[0])?.id ?? '', sections: {}, grades: {}, selfLevel: 2 };
  }

  /** A step of a body as its page shows it. */
  async stepOf(organisation: string, kind: string): Promise<{ id: string; outstanding: number; total: number; state: string }> {
    const { steps } = must(await this.chair.get<{ steps: { id: string; kind: string; outstanding: number; total: number; state: string }[] }>(`/cycles/${this.cycleId}/units/${organisation}`));
    const step = steps.find((one) => one.kind === kind);
    if (!step) throw new Error(`${organisation} has no step ${kind}`);
    return step;
  }
}

/** The body of an answer that has to be a success. */
export function must<T>({ status, body }: { readonly status: number; readonly body: T }): T {
  if (status >= 400) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}
