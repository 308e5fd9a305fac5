import { type Label } from './states.js';

const label = (vi: string, en: string): Label => ({ vi, en });

/** What a fault of an imported table means. What would be accepted follows from its facts: see {@link describeExpectation}. */
export const IMPORT_FAULT_LABELS = {
  'IMPORT.FILE_MISSING': label('thiếu tệp', 'the file is missing'),
  'IMPORT.FILE_UNREADABLE': label('không đọc được tệp', 'the file cannot be read'),
  'IMPORT.COLUMN_MISSING': label('thiếu cột', 'the column is missing'),
  'IMPORT.COLUMN_UNKNOWN': label('không có cột tên này', 'there is no such column'),
  'IMPORT.CELL_EMPTY': label('ô trống', 'the cell is empty'),
  'IMPORT.CELL_MALFORMED': label('giá trị viết sai', 'the value is malformed'),
  'IMPORT.CELL_TOO_LONG': label('giá trị quá dài', 'the value is too long'),
  'IMPORT.CELL_NOT_ALLOWED': label('giá trị không được phép ở đây', 'the value is not allowed here'),
  'IMPORT.HEAD_MALFORMED': label('phần đầu kịch bản viết sai', 'the head of the scenario is malformed'),
  'IMPORT.ROW_DUPLICATE': label('trùng với dòng đã có', 'the row repeats another'),
  'IMPORT.ROW_DIFFERS_FROM_STORED': label('đã có trong hệ thống với nội dung khác', 'it is stored already and differs'),
  'IMPORT.REFERENCE_UNKNOWN': label('mã không tồn tại', 'the code is not known'),
  'IMPORT.PARENT_MISSING': label('thiếu tổ chức cấp trên', 'the organisation above is missing'),
  'IMPORT.PARENT_NOT_ALLOWED': label('tổ chức cấp trên không đúng loại', 'the organisation above is of a wrong kind'),
  'IMPORT.TREE_CYCLE': label(
    'các tổ chức trực thuộc nhau thành vòng',
    'the organisations stand above each other in a circle',
  ),
  'IMPORT.DATES_REVERSED': label('thứ tự ngày không đúng', 'the dates are in the wrong order'),
  'IMPORT.PERIODS_OVERLAP': label('thời gian chồng lên dòng khác', 'the period overlaps another row'),
  'IMPORT.NOT_A_CELL': label('đảng viên phải thuộc một chi bộ', 'a member belongs to a cell'),
  'IMPORT.NOT_A_MEMBER_THEN': label('khi đó chưa phải đảng viên', 'not yet a member at that time'),
  'IMPORT.BODY_NOT_ALLOWED': label(
    'tổ chức loại này không có cơ quan lãnh đạo đó',
    'an organisation of this kind has no such body',
  ),
  'IMPORT.HEAD_DUPLICATE': label('đã có người đứng đầu khác trong thời gian này', 'there is another head at that time'),
  'IMPORT.LEVEL_OR_STATE': label(
    'phải có đúng một trong hai: mức xếp loại hoặc trạng thái',
    'exactly one of level and state is needed',
  ),
  'IMPORT.OUT_OF_YEARS': label('ngoài các năm của kịch bản', 'outside the years of the scenario'),
} as const satisfies Record<string, Label>;

const EXPECTATIONS: Readonly<Record<string, (value: string) => Label>> = {
  allowed: (value) => label(`chấp nhận: ${value}`, `accepted: ${value}`),
  oneOf: (value) => label(`một trong: ${value}`, `one of: ${value}`),
  expected: (value) => EXPECTED_WORDS[value] ?? label(`cần: ${value}`, `expected: ${value}`),
  pattern: (value) => label(`dạng ${value}`, `pattern ${value}`),
  separator: (value) => label(`nhiều mã cách nhau bằng ${value}`, `several separated by ${value}`),
  maxLength: (value) => label(`dài nhất ${value} ký tự`, `at most ${value} characters`),
  min: (value) => label(`nhỏ nhất ${value}`, `at least ${value}`),
  max: (value) => label(`lớn nhất ${value}`, `at most ${value}`),
  from: (value) => label(`từ ${value}`, `from ${value}`),
  to: (value) => label(`đến ${value}`, `to ${value}`),
  firstRow: (value) => label(`xem dòng ${value}`, `see row ${value}`),
  otherRow: (value) => label(`xem dòng ${value}`, `see row ${value}`),
  otherFile: (value) => label(`xem tệp ${value}`, `see file ${value}`),
  notBefore: (value) => label(`không trước ${value}`, `not before ${value}`),
  after: (value) => label(`sau ${value}`, `after ${value}`),
  onlyWith: (value) => label(`chỉ đi với ${value}`, `only with ${value}`),
  length: (value) => label(`vòng gồm ${value} tổ chức`, `a circle of ${value}`),
  line: (value) => label(`dòng ${value}`, `line ${value}`),
};

const EXPECTED_WORDS: Readonly<Record<string, Label>> = {
  DATE: label('ngày dạng 2023-12-31 hoặc 31/12/2023', 'a date like 2023-12-31 or 31/12/2023'),
  ONE_LINE: label('một dòng chữ, không có ký tự điều khiển', 'one line without control characters'),
  SCALAR: label('số nguyên, true, false hoặc một từ', 'a whole number, true, false or a word'),
  EMPTY: label('để trống', 'leave it empty'),
  REASON: label('lý do', 'a reason'),
  MEMBER: label('mã đảng viên', 'a member code'),
  ORGANISATION: label('mã tổ chức', 'an organisation code'),
  ANY: label('mã đảng viên hoặc mã tổ chức', 'a member or organisation code'),
  ERROR_CODE: label('mã lỗi dạng STEP.CLOSED', 'an error code like STEP.CLOSED'),
  DECISION_OF_MERGER: label('số quyết định hợp nhất, sáp nhập', 'the number of the decision that merged them'),
  OTHER_ORGANISATION: label('mã một tổ chức khác', 'the code of another organisation'),
  REGISTERING_YEAR: label('năm có "registration" trong scenario.yaml', 'a year with "registration" in scenario.yaml'),
};

/** @param facts of an import fault: plain words, numbers and lists @returns what would be accepted, or null when the facts say nothing */
export function describeExpectation(facts: Readonly<Record<string, unknown>>, language: keyof Label): string | null {
  const parts = Object.entries(facts).flatMap(([key, value]) => {
    const words = EXPECTATIONS[key];
    return words && value != null ? [words(Array.isArray(value) ? value.join(', ') : String(value))[language]] : [];
  });
  return parts.length > 0 ? parts.join('; ') : null;
}
