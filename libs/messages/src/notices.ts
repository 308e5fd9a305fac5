import { type Label } from './states.js';

const label = (vi: string, en: string): Label => ({ vi, en });

/**
 * Kind of notification → its sentence. `{name}` is filled from its facts: codes, dates and numbers, never names. Keys are those of
 * `NOTICE_KINDS` in the domain; a test keeps both equal.
 */
export const NOTICE_TEXTS: Readonly<Record<string, Label>> = {
  APPEAL_MOVED: label('Đơn về kết quả năm {year} có bước giải quyết mới.', 'A case about the result of {year} has moved on.'),
  CASE_ESCALATED: label('Có vụ việc chậm hạn giải quyết.', 'A case is late.'),
  CASE_REMINDED: label('Nhắc hạn: có vụ việc sắp đến hạn giải quyết.', 'The deadline of a case is near.'),
  COMMENDATION_DECIDED: label('Đồng chí có quyết định khen thưởng.', 'A commendation of yours is decided.'),
  COMMENDATION_REVOKED: label('Quyết định khen thưởng của đồng chí đã bị hủy.', 'A commendation of yours was taken back.'),
  MEETING_CONVENED: label('Đồng chí được triệu tập họp ngày {heldOn} ({organisation}).', 'You are summoned to a meeting on {heldOn} ({organisation}).'),
  MEETING_POSTPONED: label('Cuộc họp của {organisation} đã chuyển sang ngày {heldOn}.', 'The meeting of {organisation} is moved to {heldOn}.'),
  PAPER_RETURNED: label('Bản tự kiểm điểm được trả lại để bổ sung, kèm lý do.', 'The self-review was returned to be completed, with the reason.'),
  RECOMPUTATION_DIFFERS: label('Kỳ {cycleId}: {differences} giá trị lưu trữ khác với kết quả tính lại từ sổ cái.', '{cycleId}: {differences} stored values differ from what the log gives.'),
  RESULT_DECIDED: label('Đã có kết quả xếp loại năm {year} của đồng chí.', 'Your result of {year} is decided.'),
  RESULT_REEVALUATED: label('Kết quả năm {year} của đồng chí đã được đánh giá lại.', 'Your result of {year} was re-evaluated.'),
  RESULT_RETURNED: label('Cấp trên trả lại kết quả của {organisation}, kèm lý do.', 'The level above returned the result of {organisation}, with the reason.'),
  STEP_DUE_SOON: label('Nhắc hạn: việc của {organisation} sắp đến hạn.', 'Reminder: the deadline of {organisation} is near.'),
  STEP_OVERDUE: label('{organisation} chậm hạn: đồng chí cần xử lý.', '{organisation} is late: it is for you to act.'),
  UNITS_DECIDED: label('Đã có quyết định xếp loại năm {year} cho đơn vị của đồng chí.', 'The levels of {year} for your unit are decided.'),
};
