import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

describe('the API document and the generated client', () => {
  it('are what the routes and their schemas say', async () => {
    // The generator's own message names the command that mends a difference.
    const result = await run(process.execPath, ['tools/generate-api-client.mjs', '--check'], { env: { ...process.env, NODE_OPTIONS: '' } }).catch((failure: { stdout: string; stderr: string }) => failure);
    expect(`${result.stdout}${result.stderr}`).toContain('up to date');
  }, 300_000);
});
