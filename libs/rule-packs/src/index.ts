export { checkPacks, unconfirmedValues, type CheckedFile, type Report, type UnconfirmedValue } from './check-packs.js';
export { compilePack } from './cel/compile-gates.js';
export { diffRuleFiles, type ChangedValue, type RuleChange } from './diff-rules.js';
export { explainRuleFile, explanationLines } from './explain/explain-rule-file.js';
export { type ExplainedClause, type ExplainedFile, type ExplainedSection } from './explain/explained.js';
export { loadRulePacks, readFolder, SHIPPED_RULES } from './load-rule-packs.js';
export { packInvalid } from './pack-invalid.js';
export { contentHash, parseRuleFile, ruleFileSchema, type ParsedRuleFile } from './parse-rule-file.js';
export {
  RULE_FILE_KINDS,
  type LoadedRuleFile,
  type RuleFile,
  type RuleFileKind,
  type RuleFileKinds,
  type RuleFileProblem,
  type RuleFileProblemCode,
} from './rule-file.js';
export { RulePacks, type DatedKind } from './rule-packs.js';
