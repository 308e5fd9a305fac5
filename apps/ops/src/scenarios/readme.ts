/** README of a generated folder. */
export function generatedReadme(name: string, title: string, seed: number, lines: readonly string[]): string {
  return [
    `# ${title}`,
    '',
    '**Dữ liệu mô phỏng.** Every person, cell, vote and date in this folder is generated; no real person or body is meant.',
    '',
    `Made by \`npm run scenario -- generate ${name}\` with seed ${seed}: the same command gives the same bytes (a test compares them).`,
    'Format: [docs/scenario-format.md](../../../../docs/scenario-format.md).',
    '',
    ...lines,
    '',
  ].join('\n');
}
