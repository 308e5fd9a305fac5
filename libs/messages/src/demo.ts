import { type Label } from './states.js';

const label = (vi: string, en: string): Label => ({ vi, en });

/** What `start` says while it fills an empty database with a cycle to try out. */
export const DEMO_LABELS = {
  begin: label('Đang dựng kỳ đánh giá dùng thử (dữ liệu mô phỏng); trang đã dùng được', 'Building a demo cycle (generated data); the page is up already'),
  goesOn: label('Đang dựng tiếp kỳ đánh giá dùng thử', 'Going on with the demo cycle'),
  importing: label('Dùng thử: nhập tổ chức và đảng viên', 'Demo: importing organisations and members'),
  opening: label('Dùng thử: mở kỳ đánh giá của năm nay', 'Demo: opening the cycle of this year'),
  papers: label('Dùng thử: đảng viên viết kiểm điểm', 'Demo: members write their reviews'),
  bodies: label('Dùng thử: chi bộ họp, cấp ủy quyết định', 'Demo: cells meet, committees decide'),
  logins: label('Dùng thử: đặt mật khẩu', 'Demo: setting passwords'),
  ready: label('Kỳ đánh giá dùng thử đã sẵn sàng. Tài khoản:', 'The demo cycle is ready. Logins:'),
  failed: label(
    'Chưa dựng xong kỳ đánh giá dùng thử; lần khởi động sau sẽ dựng tiếp.',
    'The demo cycle is not complete; the next start goes on with it.',
  ),
} as const satisfies Record<string, Label>;

/** Whom a demo login plays, and what waits for that person. */
export const DEMO_POSTS = {
  member: label('Đảng viên: viết kiểm điểm', 'Member: own review'),
  cellConvene: label('Bí thư chi bộ: triệu tập hội nghị', 'Cell secretary: convene the meeting'),
  cellReturned: label('Bí thư chi bộ: kết quả bị trả lại', 'Cell secretary: returned result'),
  cellCounting: label('Bí thư chi bộ: đang kiểm phiếu', 'Cell secretary: ballot being counted'),
  teller: label('Người kiểm phiếu', 'Teller'),
  committeeSecretary: label('Bí thư đảng ủy cơ sở: hội nghị đang họp', 'Grassroots committee secretary: sitting'),
  committeeOffice: label('Văn phòng đảng ủy cơ sở: báo cáo tập thể', 'Grassroots committee office: report'),
  advisory: label('Cơ quan tham mưu: thẩm định', 'Advisory office: verification'),
  standing: label('Thường trực cấp trên: xếp loại', 'Superior standing committee: classification'),
  standingWaiting: label('Thường trực cấp trên: chờ đủ hồ sơ', 'Superior standing committee: dossiers awaited'),
  auditor: label('Giám sát: chỉ xem', 'Auditor: reads only'),
  administrator: label('Quản trị', 'Administrator'),
} as const satisfies Record<string, Label>;
