// `node tools/ops.mjs COMMAND …`: installs and builds what is missing, then runs a command of apps/ops.
import { runOps } from './run-ops.mjs';

await runOps(process.argv.slice(2));
