import { type Schemas } from '@binhxet/api-client';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Person } from './cast.js';
import { Refused } from './http-client.js';

const RULE_FILE = /\.(ya?ml|json)$/;
const GROUNDS = { reason: 'Ban hành để chạy kịch bản', document: 'Tệp quy định của kịch bản' };

/**
 * Publishes every rule file of a folder as an administrator does, in the order of their names: draft, then publication.
 * A version that stands already is left as it is.
 * @returns ids with versions
 * @throws Refused with the place of everything that is wrong
 */
export async function publishRules(administrator: Person, folder: string): Promise<string[]> {
  const published: string[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => RULE_FILE.test(file))
    .sort()) {
    try {
      const draft = await administrator.post<Schemas['RuleFile']>('/rule-files/drafts', {
        text: readFileSync(path.join(folder, name), 'utf8'),
      });
      await administrator.post<Schemas['RuleFilePin']>(`/rule-files/${draft.id}/publication`, {
        version: draft.version,
        sha256: draft.sha256,
        ...GROUNDS,
      });
      published.push(`${draft.id}@${draft.version}`);
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'PACK.VERSION_EXISTS') throw error;
    }
  }
  return published;
}
