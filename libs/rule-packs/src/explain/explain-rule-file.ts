import { type Provenance } from '@binhxet/domain';
import { ruleCode, ruleText } from '@binhxet/messages';
import { type RuleFile } from '../rule-file.js';
import { explainRatingPack, share } from './explain-rating-pack.js';
import { clause, type ExplainedClause, type ExplainedFile, section } from './explained.js';

/** A rule file in Vietnamese, clause by clause; what is not confirmed says so. */
export function explainRuleFile(content: RuleFile): ExplainedFile {
  const texts = content.sources.map(({ document, mark, note }, index) =>
    clause(`/sources/${index}`, document, { source: document, mark, ...(note !== undefined && { note }) }),
  );
  const body =
    content.kind === 'rating-pack'
      ? explainRatingPack(content)
      : section(ruleText('values_of_file'), sourcedClauses(content));
  return {
    id: content.id,
    version: content.version,
    title: content.title,
    sections: [...section(ruleText('sources'), texts), ...body],
  };
}

/** Lines of a terminal or a printed page. */
export function explanationLines(file: ExplainedFile): string[] {
  const line = ({ text, source, mark, carriedFrom, note }: ExplainedClause): string => {
    const carried = carriedFrom ? `; ${ruleText('carried', { pack: carriedFrom })}` : '';
    const origin = text === source ? ruleCode(mark) : `${source}; ${ruleCode(mark)}`;
    return `  - ${text}\n      (${origin}${carried}${note ? `; ${note}` : ''})`;
  };
  return [
    `${file.id} v${file.version}: ${file.title}`,
    ...file.sections.flatMap(({ heading, clauses }) => ['', heading, ...clauses.map(line)]),
  ];
}

/** Every value with a source, by its pointer: for the kinds whose keys speak for themselves. */
function sourcedClauses(content: RuleFile): ExplainedClause[] {
  const found: ExplainedClause[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('source' in node && 'mark' in node) {
      const {
        source: _source,
        mark: _mark,
        carriedFrom: _carried,
        note: _note,
        ...rest
      } = node as Record<string, unknown>;
      const value = 'value' in rest ? rest['value'] : rest;
      found.push(clause(path, `${path.slice(1)}: ${valueInWords(value)}`, node as Provenance));
      return;
    }
    for (const [key, member] of Object.entries(node))
      if (key !== 'sources') walk(member, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  };
  walk(content, '');
  return found;
}

function valueInWords(value: unknown): string {
  if (value === null || value === undefined) return ruleText('unconfirmed');
  if (typeof value === 'boolean') return ruleText(value ? 'yes' : 'no');
  if (typeof value === 'string') return ruleCode(value);
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  if (typeof value !== 'object') return String(value);
  if ('num' in value && 'den' in value) {
    const part = share(value as { num: number; den: number });
    return 'strict' in value ? ruleText(value.strict === true ? 'moreThan' : 'atLeast', { share: part }) : part;
  }
  return Object.entries(value)
    .map(([key, member]) => `${key} ${valueInWords(member)}`)
    .join(', ');
}
