import { words } from '../../words/words.js';

export const notificationWords = words({
  title: ['Thông báo', 'Notifications'],
  empty: ['Chưa có thông báo nào.', 'No notification yet.'],
  unread: ['{n} chưa đọc', '{n} unread'],
  markRead: ['Đánh dấu đã đọc', 'Mark as read'],
  open: ['Mở', 'Open'],
  new: ['mới', 'new'],
});
