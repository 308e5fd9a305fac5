import { type Label } from './states.js';

/** What a readiness check found, and what to do about it. `{name}` is filled from count and facts. */
export const READINESS_TEXTS: Readonly<Record<string, { readonly found: Label; readonly remedy: Label }>> = {
  PACK_MISSING: { found: { vi: 'Chưa có bộ quy định áp dụng cho năm này.', en: 'No rule pack rules this year.' }, remedy: { vi: 'Công bố bộ quy định của năm hoặc chọn đúng bộ.', en: 'Publish the pack of the year or choose the right one.' } },
  CALENDAR_MISSING: { found: { vi: 'Chưa có bảng ngày làm việc của năm.', en: 'There is no table of working days for the year.' }, remedy: { vi: 'Bổ sung lịch nghỉ lễ của năm và năm kế tiếp.', en: 'Add the calendars of the year and of the next one.' } },
  SETTING_MISSING: { found: { vi: '{count} lựa chọn còn để trống trong tệp thiết lập.', en: '{count} choices are open in the settings file.' }, remedy: { vi: 'Cấp trên chọn và ghi căn cứ trong tệp thiết lập.', en: 'The superior chooses and notes the grounds in the settings file.' } },
  STANDING_COMMITTEE_TOO_SMALL: { found: { vi: 'Cấp trên có ít hơn {needed} người trong ban thường vụ hoặc cấp ủy.', en: 'The superior has fewer than {needed} people in its standing committee.' }, remedy: { vi: 'Cập nhật chức vụ của ban thường vụ.', en: 'Record the posts of the standing committee.' } },
  COMMITTEE_MISSING: { found: { vi: '{count} đảng bộ chưa có cấp ủy.', en: '{count} organisations have no committee.' }, remedy: { vi: 'Nhập chức vụ cấp ủy đương nhiệm.', en: 'Record the posts of the committee in office.' } },
  COMMITTEE_TOO_SMALL: { found: { vi: '{count} cấp ủy có ít hơn {needed} người: không đủ chủ trì và hai người kiểm phiếu.', en: '{count} committees have fewer than {needed} people: no chair and two tellers.' }, remedy: { vi: 'Kiện toàn cấp ủy hoặc cập nhật chức vụ.', en: 'Complete the committee or record its posts.' } },
  CELL_WITHOUT_SECRETARY: { found: { vi: '{count} chi bộ chưa có bí thư.', en: '{count} cells have no secretary.' }, remedy: { vi: 'Chỉ định hoặc nhập bí thư chi bộ.', en: 'Appoint or record the secretary.' } },
  CELL_TOO_SMALL: { found: { vi: '{count} chi bộ có ít hơn {needed} đảng viên chính thức.', en: '{count} cells have fewer than {needed} official members.' }, remedy: { vi: 'Xem lại việc ghép chi bộ hoặc dữ liệu đảng viên.', en: 'Look at merging cells, or at the data of members.' } },
  MEMBER_WITHOUT_CELL: { found: { vi: '{count} đảng viên không thuộc chi bộ nào.', en: '{count} members belong to no cell.' }, remedy: { vi: 'Nhập nơi sinh hoạt mới hoặc ngày ra khỏi Đảng.', en: 'Record the new cell, or the day the member left.' } },
  ADVISORY_BODY_MISSING: { found: { vi: 'Cấp trên chưa có cơ quan tham mưu để thẩm định hồ sơ.', en: 'The superior has no advisory body to verify dossiers.' }, remedy: { vi: 'Nhập chức vụ của cơ quan tham mưu.', en: 'Record the posts of the advisory body.' } },
  CIVIL_RATING_MISSING: { found: { vi: '{count} cán bộ, công chức, viên chức chưa có mức xếp loại của cơ quan.', en: '{count} civil servants have no civil rating.' }, remedy: { vi: 'Nhập kết quả xếp loại của cơ quan, đơn vị.', en: 'Import the ratings of their agencies.' } },
  PREVIOUS_RESULT_MISSING: { found: { vi: '{count} đảng viên thiếu kết quả trong các năm {from}–{to}: chuỗi năm liên tục có khoảng trống.', en: '{count} members lack a result within {from}–{to}: chains of years have gaps.' }, remedy: { vi: 'Nhập kết quả các năm trước từ quyết định đã có.', en: 'Import earlier results from their decisions.' } },
  BIRTH_DATE_MISSING: { found: { vi: '{count} đảng viên thiếu ngày sinh.', en: '{count} members have no date of birth.' }, remedy: { vi: 'Bổ sung ngày sinh từ hồ sơ đảng viên.', en: 'Add the date from the member file.' } },
  QUOTA_UNKNOWN: { found: { vi: '{count} tỷ lệ khống chế chưa xác nhận, không áp dụng.', en: '{count} quotas are not confirmed and not enforced.' }, remedy: { vi: 'Bổ sung căn cứ vào phiên bản mới của bộ quy định.', en: 'Add the source in a new version of the pack.' } },
  GATE_UNKNOWN: { found: { vi: '{count} điều kiện chưa xác nhận, không xét.', en: '{count} conditions are not confirmed and not asked.' }, remedy: { vi: 'Bổ sung căn cứ vào phiên bản mới của bộ quy định.', en: 'Add the source in a new version of the pack.' } },
  VALUE_UNKNOWN: { found: { vi: '{count} giá trị của bộ quy định chưa xác nhận.', en: '{count} values of the pack are not confirmed.' }, remedy: { vi: 'Chọn trong tệp thiết lập hoặc bổ sung căn cứ.', en: 'Choose in the settings file, or add the source.' } },
};

/** Severity as shown. */
export const READINESS_SEVERITY_LABELS: Readonly<Record<string, Label>> = {
  BLOCKING: { vi: 'Phải xử lý trước khi mở', en: 'Before the opening' },
  WARNING: { vi: 'Nên xử lý', en: 'Should be mended' },
  NOTE: { vi: 'Chưa xác nhận', en: 'Not confirmed' },
};
