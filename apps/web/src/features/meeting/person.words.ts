import { words } from '../../words/words.js';

export const personWords = words({
  heading: ['Lấy phiếu tín nhiệm và bầu bổ sung', 'Confidence and by-elections'],
  lead: ['Bỏ phiếu về nhân sự tại hội nghị này; không tính vào kết quả xếp loại.', 'Ballots about persons at this meeting; they are no part of the rating.'],
  none: ['Chưa có nội dung bỏ phiếu về nhân sự.', 'There is no ballot about persons.'],
  CONFIDENCE: ['Lấy phiếu tín nhiệm', 'Vote of confidence'],
  ELECTION: ['Bầu bổ sung', 'By-election'],
  seats: ['Cần bầu {n}', '{n} to be elected'],
  filled: ['Trúng cử {filled}/{of}', 'Elected {filled} of {of}'],
  person: ['Họ và tên', 'Person'],
  votes: ['Phiếu bầu', 'Votes'],
  outcome: ['Kết quả', 'Result'],
  share: ['{votes}/{of} = {share}', '{votes}/{of} = {share}'],
  formula: ['{votes}/{of} = {share} {sign} {num}/{den}', '{votes}/{of} = {share} {sign} {num}/{den}'],
  base: ['Tỷ lệ tính trên số được tính: {n} người', 'Shares are of those counted: {n}'],
  majorityOpen: ['Đa số cần đạt: chưa xác nhận', 'Majority needed: not confirmed'],
  add: ['Thêm cuộc bỏ phiếu về nhân sự', 'Add a ballot about persons'],
  kind: ['Loại', 'Kind'],
  title: ['Nội dung', 'Subject'],
  document: ['Văn bản căn cứ', 'Document'],
  codes: ['Mã đảng viên, mỗi dòng một mã, theo thứ tự trên phiếu', 'Member codes, one a line, in the order of the paper'],
  seatsField: ['Số lượng cần bầu', 'Posts to be filled'],
  put: ['Đưa vào chương trình', 'Put on the agenda'],
  recount: ['Hai lần nhập không khớp, đếm lại toàn bộ. Dòng khác nhau: {names}', 'The two entries differ: count everything again. They differ in: {names}'],
  totalsDiffer: ['số phiếu chung', 'the totals'],
});

export const outcomeNames = words({
  LEVEL: ['Đạt đa số', 'Has the majority'],
  NO_MAJORITY: ['Không mức nào đủ đa số', 'No level has the majority'],
  ELECTED: ['Trúng cử', 'Elected'],
  NOT_ELECTED: ['Không trúng cử', 'Not elected'],
  TIED: ['Bằng phiếu, chưa xác định', 'Tied, not settled'],
  UNCONFIRMED: ['Chưa xác nhận', 'Not confirmed'],
});
