import { AppError } from '@binhxet/domain';
import { type RuleFileProblem } from './rule-file.js';

/** Every problem as a field error: `pointer` is `file#/path`. */
export function packInvalid(problems: readonly RuleFileProblem[]): AppError {
  return new AppError(
    'PACK.INVALID',
    'invalid',
    `${problems.length} problem(s) in rule files; the first: ${problems[0]!.file}#${problems[0]!.path}: ${problems[0]!.reason}`,
    { problems: problems.length },
    problems.map(({ file, path, code, reason }) => ({
      pointer: `${file}#${path}`,
      code,
      facts: { file, path, reason },
    })),
  );
}
