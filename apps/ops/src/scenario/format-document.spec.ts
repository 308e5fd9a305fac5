import { readFileSync } from 'node:fs';
import { ACT_KINDS, IMPORT_COLUMNS, SCENARIO_COLUMNS } from '@binhxet/application';

const document = readFileSync(new URL('../../../../docs/scenario-format.md', import.meta.url), 'utf8');

describe('docs/scenario-format.md', () => {
  it.each(Object.entries({ ...IMPORT_COLUMNS, ...SCENARIO_COLUMNS }))(
    'explains every column of %s',
    (kind, columns) => {
      const section = document.split(/^### /m).find((part) => part.startsWith(`${kind}\n`)) ?? '';
      for (const column of Object.keys(columns)) expect(section).toContain(`\`${column}\``);
    },
  );

  it('explains every act', () => {
    for (const act of Object.keys(ACT_KINDS)) expect(document).toContain(`| \`${act}\` |`);
  });
});
