import { words } from '../words/words.js';

export const shellWords = words({
  appeals: ['Khiếu nại, tố cáo, kiến nghị', 'Complaints and petitions'],
  reevaluations: ['Đánh giá lại các năm trước', 'Re-evaluations'],
  nav: ['Điều hướng', 'Navigation'],
  inbox: ['Việc của tôi', 'My tasks'],
  meetings: ['Cuộc họp', 'Meetings'],
  results: ['Kết quả', 'Results'],
  more: ['Thêm', 'More'],
  cycles: ['Đợt đánh giá', 'Cycles'],
  log: ['Nhật ký', 'Log'],
  notifications: ['Thông báo', 'Notifications'],
  notificationsNew: ['Thông báo, {n} chưa đọc', 'Notifications, {n} unread'],
  settings: ['Cài đặt', 'Settings'],
  textSize: ['Cỡ chữ', 'Text size'],
  normal: ['A, thường', 'A, normal'],
  large: ['A+, lớn', 'A+, large'],
  language: ['Ngôn ngữ', 'Language'],
  actingAs: ['Đang làm việc với tư cách', 'Acting as'],
  password: ['Mật khẩu', 'Password'],
  account: ['Tài khoản', 'Account'],
});
