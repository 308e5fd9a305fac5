// `npm start`: installs and builds what is missing, then starts everything. Options after `--`: see `npm start -- --help`.
import { runOps } from './run-ops.mjs';

await runOps(['start', ...process.argv.slice(2)]);
