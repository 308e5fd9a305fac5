export { type Column, type Columns, EVERY_VOTER, MEMBER_CODE, ORGANISATION_CODE, type RecordOf } from './column.js';
export * from './import-columns.js';
export * from './import-data.service.js';
export * from './import-issue.js';
export * from './known-codes.js';
export * from './scenario-columns.js';
export * from './subject.js';
export * from './validate-import.js';
export * from './validate-scenario.js';
