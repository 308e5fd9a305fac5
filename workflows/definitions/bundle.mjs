// Bundles the built workflow code ahead of time: a worker loads the file by path. Any failure ends non-zero.
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const here = import.meta.dirname;
const target = path.join(here, 'dist', 'workflow-bundle.js');
const logger = new DefaultLogger('WARN');
const { code } = await bundleWorkflowCode({ workflowsPath: path.join(here, 'dist', 'index.js'), logger });
writeFileSync(target, code);
console.log(`workflow bundle: ${statSync(target).size} bytes`);
