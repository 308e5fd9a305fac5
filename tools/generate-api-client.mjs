// `npm run api:generate`: writes apps/api/openapi.json from the routes and their schemas, and the types of libs/api-client from that.
// `--check` writes nothing and fails when the committed files differ. Neither needs a database.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, root } from './workspace.mjs';

const check = process.argv.includes('--check');
const documentFile = path.join(root, 'apps/api/openapi.json');
const typesFile = path.join(root, 'libs/api-client/src/schema.d.ts');

await build(['@binhxet/api', ...['domain', 'contract', 'platform', 'application', 'adapter'].map((type) => `tag:type:${type}`)]);
const fromApi = (file) => import(pathToFileURL(path.join(root, 'apps/api/dist', file)).href);
const { createApi } = await fromApi('bootstrap.js');
const { loadApiConfig } = await fromApi('api-config.js');
const { openApiDocument } = await fromApi('platform/openapi/openapi-document.js');
const { default: openapiTS, astToString } = await import('openapi-typescript');

// Nothing is connected in a preview: the addresses only have to be well formed.
const config = loadApiConfig({
  BX_DATABASE_URL: 'postgres://127.0.0.1:1/preview',
  BX_PUBLIC_URL: 'http://127.0.0.1:1',
  BX_TEMPORAL_ADDRESS: '127.0.0.1:1',
  BX_LOG_LEVEL: 'error',
});
const app = await createApi(config, { preview: true });
const document = openApiDocument(app);
const types = astToString(await openapiTS(structuredClone(document), { alphabetize: true }));
const wanted = new Map([
  [documentFile, `${JSON.stringify(document, null, 2)}\n`],
  [typesFile, `/* Made by npm run api:generate from apps/api/openapi.json. */\n${types}`],
]);

const stale = [];
for (const [file, text] of wanted) {
  if (read(file) === text) continue;
  stale.push(path.relative(root, file));
  if (!check) writeFileSync(file, text);
}
if (stale.length === 0) console.log(`API document and client are up to date: ${Object.keys(document.paths).length} paths.`);
else if (check) console.error(`Not what the routes say: ${stale.join(', ')}. Run: npm run api:generate`);
else console.log(`Written: ${stale.join(', ')}`);
process.exit(check && stale.length > 0 ? 1 : 0);

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
