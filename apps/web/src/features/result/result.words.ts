import { words } from '../../words/words.js';

export const resultWords = words({
  title: ['Kết quả xếp loại của tôi', 'My results'],
  none: ['Chưa có đợt đánh giá nào có tên đồng chí.', 'No cycle has you in it yet.'],
  decided: ['Kết quả năm {year}: {level}', 'Result of {year}: {level}'],
  pending: ['Năm {year}: chưa có quyết định', '{year}: not decided yet'],
  by: ['Quyết định số {number} ngày {date}, {organisation}', 'Decision no. {number} of {date}, {organisation}'],
  why: ['Vì sao có kết quả này?', 'Why this result?'],
  vote: ['Bỏ phiếu tại {organisation} ngày {date}', 'Vote at {organisation}, {date}'],
  counts: ['{level}: {n} phiếu', '{level}: {n} votes'],
  reason: ['Lý do khác với phiếu bầu: {reason}', 'Why it differs from the vote: {reason}'],
  noVote: ['Chưa có kết quả bỏ phiếu.', 'No vote yet.'],
  open: ['Mở bản kiểm điểm', 'Open the self-review'],
  prove: ['Mục trong nhật ký', 'Entries in the log'],
  earlier: ['Các năm trước', 'Earlier years'],
  year: ['Năm', 'Year'],
  level: ['Mức (theo cách ghi khi đó)', 'Level (as then written)'],
  pack: ['Quy định', 'Rules'],
  decision: ['Quyết định', 'Decision'],
});
