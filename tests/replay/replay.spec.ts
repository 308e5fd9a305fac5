import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';

const here = import.meta.dirname;
const histories = readdirSync(path.join(here, 'histories')).filter((file) => file.endsWith('.json'));
const history = (file: string): unknown => JSON.parse(readFileSync(path.join(here, 'histories', file), 'utf8'));
const bundleOf = (entry: string): Promise<WorkflowBundle> => bundleWorkflowCode({ workflowsPath: path.resolve(here, entry), logger: new DefaultLogger('WARN') });

describe('recorded histories', () => {
  let bundle: WorkflowBundle;
  beforeAll(async () => {
    // The broken workflow is meant to fail; its report would only hide a real one.
    Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined), telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } } });
    bundle = await bundleOf('../../workflows/definitions/src/index.ts');
  });

  it('cover every workflow type', () => {
    const types = new Set(histories.map((file) => (history(file) as { events: { workflowExecutionStartedEventAttributes?: { workflowType: { name: string } } }[] }).events[0]?.workflowExecutionStartedEventAttributes?.workflowType.name));
    expect([...types].sort()).toEqual(['annualCycle', 'appeal', 'cellReview', 'commendation', 'lateReview', 'organisationReview', 'reevaluation']);
  });

  it.each(histories)('%s replays', async (file) => {
    await expect(Worker.runReplayHistory({ workflowBundle: bundle }, history(file))).resolves.toBeUndefined();
  });

  it('fail on a workflow that does something else', async () => {
    const broken = await bundleOf('broken/workflows.ts');
    const file = histories.find((name) => name.startsWith('cell-review')) ?? '';
    await expect(Worker.runReplayHistory({ workflowBundle: broken }, history(file))).rejects.toMatchObject({ name: 'DeterminismViolationError' });
  });

  it('hold ids and codes only', () => {
    const ascii = /^[\x20-\x7e·\n]*$/; // names and free text of this system are Vietnamese
    for (const file of histories) {
      const text = readFileSync(path.join(here, 'histories', file), 'utf8');
      const payloads: string[] = [];
      JSON.parse(text, (key, value: unknown) => {
        if (key === 'data' && typeof value === 'string') payloads.push(Buffer.from(value, 'base64').toString('utf8'));
        return value;
      });
      expect(payloads.length).toBeGreaterThan(10);
      for (const content of [text, ...payloads]) expect(content).toMatch(ascii);
    }
  });
});
