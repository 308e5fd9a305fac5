import { words } from '../../words/words.js';

export const importWords = words({
  title: ['Nhập dữ liệu', 'Imports'],
  lead: ['Tải tệp lên để kiểm tra từng dòng; chưa ghi gì cho đến khi đồng chí chấp nhận.', 'Upload files to have every row checked; nothing is written before you accept it.'],
  upload: ['Tải tệp', 'Upload'],
  kind: ['Loại bảng', 'Table'],
  file: ['Tệp CSV hoặc XLSX', 'CSV or XLSX file'],
  check: ['Kiểm tra', 'Check'],
  earlier: ['Các lần nhập', 'Earlier imports'],
  none: ['Chưa có lần nhập nào.', 'Nothing has been imported.'],
  written: ['{n} dòng đã ghi', '{n} rows written'],
  summary: ['{a} dòng đúng, {b} dòng lỗi', '{a} right, {b} wrong'],
  unchangedOnly: ['0 thay đổi: mọi dòng đã có sẵn.', '0 changes: every row is stored already.'],
  cancelled: ['Đã hủy', 'Cancelled'],
  rows: ['Dòng', 'Rows'],
  row: ['Dòng', 'Row'],
  what: ['Nội dung', 'Content'],
  difference: ['Đang có → Sẽ thành', 'Stored → Incoming'],
  fault: ['Lỗi', 'Fault'],
  state: ['Xử lý', 'Decision'],
  acceptClass: ['Chấp nhận tất cả “{name}”', 'Accept all “{name}”'],
  refuseClass: ['Từ chối tất cả “{name}”', 'Refuse all “{name}”'],
  accept: ['Chấp nhận', 'Accept'],
  refuse: ['Từ chối', 'Refuse'],
  write: ['Ghi {n} dòng', 'Write {n} rows'],
  writing: ['Đang ghi: {done} / {total}', 'Writing: {done} / {total}'],
  stop: ['Dừng', 'Stop'],
  waiting: ['{n} dòng chờ tổ chức hoặc đảng viên chưa có trong hệ thống.', '{n} rows wait for an organisation or member that is not stored.'],
  download: ['Tải dòng lỗi', 'Download faulty rows'],
  drop: ['Hủy lần nhập này', 'Cancel this import'],
  fileFault: ['{file}: {fault}', '{file}: {fault}'],
});

export const rowClasses = words({
  ADDED: ['Thêm mới', 'Added'],
  CHANGED: ['Thay đổi', 'Changed'],
  ENDED: ['Kết thúc', 'Ended'],
  UNCHANGED: ['Không đổi', 'Unchanged'],
  CONFLICT: ['Mâu thuẫn', 'Conflicting'],
  FAULTY: ['Lỗi', 'Faulty'],
});

export const tableNames = words({
  organisations: ['Tổ chức', 'Organisations'],
  members: ['Đảng viên', 'Members'],
  memberships: ['Quá trình sinh hoạt', 'Earlier memberships'],
  periods: ['Miễn, đình chỉ, nghỉ', 'Dated states'],
  posts: ['Chức vụ', 'Posts'],
  history: ['Kết quả các năm trước', 'Past results'],
  facts: ['Dữ kiện trong năm', 'Facts of a year'],
});

export const rowDecisions = words({ ACCEPTED: ['Đã chấp nhận', 'Accepted'], REFUSED: ['Đã từ chối', 'Refused'] });
