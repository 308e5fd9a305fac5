/** Everything the verifier can say, and what it means in both languages. `{name}` stands for a fact. */
export const FINDINGS = {
  CHECKPOINT_MALFORMED: ['Điểm kiểm (checkpoint) sai định dạng', 'The checkpoint is malformed'],
  SIGNATURE_INVALID: ['Chữ ký của điểm kiểm không đúng với khóa đã tin cậy', 'The checkpoint is not signed by the trusted key'],
  KEY_MALFORMED: ['Khóa kiểm chữ ký sai định dạng', 'The verifier key is malformed'],
  KEY_CHANGED: ['Khóa của sổ khác với khóa đã thấy trước đây', 'The log shows another key than the one seen before'],
  LOG_SHRANK: ['Sổ chỉ còn {size} bút toán, trước đây đã có {earlier}', 'The log has {size} entries, it had {earlier} before'],
  NOT_AN_EXTENSION: [
    'Sổ hiện nay không nối tiếp điểm kiểm đã thấy trước đây (cỡ {size})',
    'The log is not an extension of the checkpoint seen before (size {size})',
  ],
  ROOT_MISMATCH: [
    'Gốc cây không khớp điểm kiểm cỡ {size}; sai khác nằm sau bút toán thứ {since}',
    'The tree does not lead to the root signed at size {size}; the difference is after entry {since}',
  ],
  HEAD_CHANGED: ['Dòng điểm kiểm khác với nội dung đã ký', 'The row of the head differs from what was signed'],
  TILE_CHANGED: ['Mảnh băm {level}/{tile} đã bị sửa', 'Hash tile {level}/{tile} was changed'],
  TILE_MISSING: ['Thiếu mảnh băm {level}/{tile}', 'Hash tile {level}/{tile} is missing'],
  BUNDLE_DAMAGED: ['Gói bút toán {tile} bị hỏng', 'Entry bundle {tile} is damaged'],
  ENTRY_CHANGED: ['Nội dung bút toán đã bị sửa', 'The data of the entry was changed'],
  ENTRY_MISSING: ['Bút toán đã bị xóa', 'The entry was removed'],
  ENTRY_ADDED: ['Bút toán thừa: không có trong cây và không chờ ghi', 'The entry was added: not in the tree and not waiting for it'],
  ENTRY_PASSED_OVER: ['Bút toán chờ ghi từ {since} nhưng các điểm kiểm sau đó bỏ qua', 'The entry waits since {since} and later heads passed it over'],
  ENTRY_NOT_CANONICAL: ['Bút toán không ở dạng chuẩn', 'The entry is not in canonical form'],
  ENTRY_REPEATED: ['Mã bút toán xuất hiện hai lần', 'The id of the entry appears twice'],
  COLUMN_CHANGED: ['Cột {column} khác với nội dung bút toán', 'Column {column} differs from the data of the entry'],
  TYPE_UNKNOWN: ['Loại bút toán {type} không có trong danh mục', 'Entry type {type} is not in the closed list'],
  LEAF_CHANGED: ['Lá đã bị sửa', 'The leaf was changed'],
  LEAF_MISSING: ['Lá đã bị xóa', 'The leaf was removed'],
  LEAF_ADDED: ['Lá nằm ngoài mọi điểm kiểm đã ký', 'No signed checkpoint covers the leaf'],
  PAYLOAD_CHANGED: ['Nội dung mở không khớp cam kết của bút toán', 'The payload or its salt does not match the commitment of the entry'],
  PAYLOAD_NOT_CANONICAL: ['Nội dung mở không ở dạng chuẩn', 'The payload is not canonical JSON'],
  PAYLOAD_MISSING: ['Nội dung mở đã mất mà không có bút toán xóa', 'The payload is gone and no entry says that it was erased'],
  PAYLOAD_ADDED: ['Nội dung mở không thuộc bút toán nào', 'The payload belongs to no entry'],
  PAYLOAD_NOT_ERASED: ['Bút toán xóa đã ghi nhưng nội dung vẫn còn', 'An entry says that the payload was erased, and it is still there'],
  PROOF_WRONG: ['Chứng minh không dẫn tới gốc đã ký', 'The proof does not lead to the signed root'],
  PREV_UNKNOWN: ['Bút toán dẫn tới bút toán {prev} không có trong sổ', 'The entry refers to {prev}, which is not in the log'],
  PREV_LATER: ['Bút toán dẫn tới bút toán {prev} đứng sau nó', 'The entry refers to {prev}, which stands after it'],
  STEP_UNKNOWN: ['Bước {step} chưa từng được mở ({count} bút toán)', 'Step {step} was never opened ({count} entries)'],
  STEP_ELSEWHERE: ['Bước {step} thuộc kỳ {cycle}', 'Step {step} belongs to cycle {cycle}'],
  CYCLE_UNKNOWN: ['Kỳ {cycle} chưa từng được mở ({count} bút toán)', 'Cycle {cycle} was never opened ({count} entries)'],
  STATE_CHANGED: ['Cột {column} khác với điều sổ ghi', 'Column {column} differs from what the log says'],
  STATE_ROW_ADDED: ['Dòng không có trong sổ', 'The log knows nothing of this row'],
  STATE_ROW_MISSING: ['Dòng có trong sổ nhưng đã mất', 'The log has this row and it is gone'],
  FILE_DAMAGED: ['Tệp {file}, dòng {line}: không đọc được', 'File {file}, line {line}: unreadable'],
  FILE_INCOMPLETE: ['Tệp {file} có {found} dòng, bản kê ghi {expected}', 'File {file} has {found} lines, the manifest says {expected}'],
} as const;

export type FindingCode = keyof typeof FINDINGS;

/** One thing that is wrong, and where. */
export interface Finding {
  readonly code: FindingCode;
  readonly entry?: string | undefined;
  /** Leaf index. */
  readonly index?: number | undefined;
  readonly table?: string | undefined;
  /** Primary key of the row. */
  readonly row?: string | undefined;
  readonly facts?: Readonly<Record<string, string | number>> | undefined;
}

/** One line: code, place, sentence. @param lang Vietnamese first */
export function describeFinding({ code, facts = {}, ...place }: Finding, lang: 'vi' | 'en' = 'vi'): string {
  const where = (['entry', 'index', 'table', 'row'] as const).filter((name) => place[name] !== undefined).map((name) => ` ${name}=${place[name]}`);
  const sentence = FINDINGS[code][lang === 'vi' ? 0 : 1].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '?'));
  return `${code}${where.join('')}: ${sentence}`;
}
