import { type ImportIssue } from '@binhxet/application';
import { describeExpectation, IMPORT_FAULT_LABELS } from '@binhxet/messages';

/** A readable list: one line a fault in Vietnamese, the same in English below it. */
export function issueLines(issues: readonly ImportIssue[]): string[] {
  return issues.flatMap(({ file, row, column, code, facts }) => {
    const label = IMPORT_FAULT_LABELS[code];
    const words = (language: 'vi' | 'en') => {
      const place = [
        file,
        row > 0 ? `${language === 'vi' ? 'dòng' : 'row'} ${row}` : null,
        column === null ? null : `${language === 'vi' ? 'cột' : 'column'} ${column}`,
      ];
      const accepted = describeExpectation(facts, language);
      return `${place.filter((part) => part !== null).join(', ')}: ${label[language]}${accepted ? ` (${accepted})` : ''}`;
    };
    return [`${words('vi')} [${code}]`, `    ${words('en')}`];
  });
}
