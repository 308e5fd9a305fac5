import { words } from '../../words/words.js';

export const notificationWords = words({
  title: ['Thông báo', 'Notifications'],
  empty: ['Chưa có thông báo nào.', 'No notification yet.'],
  unread: ['{n} chưa đọc', '{n} unread'],
  markRead: ['Đánh dấu đã đọc', 'Mark as read'],
  open: ['Mở', 'Open'],
  new: ['mới', 'new'],
});

/** Sentences by kind; facts are codes, dates and numbers, never names. */
export const notices = words({
  'meeting.convened': ['Đồng chí được triệu tập họp ngày {heldOn}.', 'You are summoned to a meeting on {heldOn}.'],
  'meeting.postponed': ['Cuộc họp đã hoãn đến ngày {newDate}.', 'The meeting is postponed to {newDate}.'],
  'decision.result': ['Đã có kết quả xếp loại năm {year} của đồng chí.', 'Your result of {year} is decided.'],
  'decision.units-decided': ['Đã có quyết định xếp loại năm {year} cho đơn vị của đồng chí.', 'The levels of {year} for your unit are decided.'],
  'commendation.decided': ['Đồng chí có quyết định khen thưởng.', 'A commendation of yours is decided.'],
  RESULT_DECIDED: ['Đã có kết quả xếp loại năm {year} của đồng chí.', 'Your result of {year} is decided.'],
  COMMENDATION_DECIDED: ['Đồng chí có quyết định khen thưởng.', 'A commendation of yours is decided.'],
  COMMENDATION_REVOKED: ['Quyết định khen thưởng của đồng chí đã bị hủy.', 'A commendation of yours was taken back.'],
  APPEAL_MOVED: ['Đơn về kết quả năm {year} có bước giải quyết mới.', 'A case about the result of {year} has moved on.'],
  RESULT_REEVALUATED: ['Kết quả năm {year} của đồng chí đã được đánh giá lại.', 'Your result of {year} was re-evaluated.'],
  CASE_REMINDED: ['Nhắc hạn: có vụ việc sắp đến hạn giải quyết.', 'The deadline of a case is near.'],
  CASE_ESCALATED: ['Có vụ việc chậm hạn giải quyết.', 'A case is late.'],
  'deadline.reminded': ['Nhắc hạn: có việc sắp đến hạn.', 'A deadline is near.'],
  RECOMPUTATION_DIFFERS: ['Kỳ {cycleId}: {differences} giá trị lưu trữ khác với kết quả tính lại từ sổ cái.', '{cycleId}: {differences} stored values differ from what the log gives.'],
  'deadline.escalated': ['Một đơn vị cấp dưới chậm hạn.', 'A lower unit is late.'],
});
