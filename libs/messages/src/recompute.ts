import { type Label } from './states.js';

const label = (vi: string, en: string): Label => ({ vi, en });

/** What `recompute` says of a cycle. */
export const RECOMPUTE_MESSAGES = {
  agrees: label('{cycleId}: tính lại {tallies} kết quả kiểm phiếu xếp loại, {personBallots} kết quả bỏ phiếu về nhân sự và {levels} mức xếp loại từ sổ cái, khớp hoàn toàn.', '{cycleId}: {tallies} tallies, {personBallots} ballots about persons and {levels} levels made again from the log, all as stored.'),
  differs: label('{cycleId}: {differences} giá trị lưu trữ khác với kết quả tính lại từ sổ cái.', '{cycleId}: {differences} stored values differ from what the log gives.'),
  more: label('… và {count} khác biệt nữa.', '… and {count} more differences.'),
  erased: label('{count} mục sổ cái đã xóa nội dung, không tính lại được.', '{count} entries of the log have lost their payload and cannot be made again.'),
} as const;

export function recomputeText(key: keyof typeof RECOMPUTE_MESSAGES, values: Readonly<Record<string, string | number | boolean>> = {}): Label {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
  const { vi, en } = RECOMPUTE_MESSAGES[key];
  return { vi: fill(vi), en: fill(en) };
}
