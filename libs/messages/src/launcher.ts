import { type Label } from './states.js';

const label = (vi: string, en: string): Label => ({ vi, en });

/** What the launcher says. `{name}` stands for a value that it fills in. */
export const LAUNCHER_MESSAGES = {
  startingPostgres: label('Khởi động PostgreSQL', 'Starting PostgreSQL'),
  findingTemporal: label('Tìm Temporal', 'Finding Temporal'),
  startingTemporal: label('Khởi động Temporal', 'Starting Temporal'),
  usingTemporal: label('Dùng Temporal tại {address}', 'Using Temporal at {address}'),
  migrating: label('Cập nhật cơ sở dữ liệu', 'Updating the database schema'),
  startingApps: label('Khởi động api, worker, jobs', 'Starting api, worker, jobs'),
  ready: label('Sẵn sàng. Nhấn Ctrl-C để dừng.', 'Ready. Press Ctrl-C to stop.'),
  stopping: label('Đang dừng …', 'Stopping …'),
  stopped: label('Đã dừng.', 'Stopped.'),
  stoppingAlready: label('Đang dừng, xin đợi.', 'Stopping already, please wait.'),
  portBusy: label(
    'Cổng {port} đang được chương trình khác dùng. Hãy dừng chương trình đó hoặc chọn cổng khác: npm start -- --port N',
    'Port {port} is in use by another program. Stop it, or choose another port: npm start -- --port N',
  ),
  alreadyRunning: label(
    'Bình Xét đang chạy trên thư mục dữ liệu {folder} (tiến trình {pid}). Hãy dừng nó trước, hoặc dùng --data để chọn thư mục khác.',
    'Bình Xét is already running on the data folder {folder} (process {pid}). Stop it first, or choose another folder with --data.',
  ),
  diskFull: label(
    'Ổ đĩa chứa {folder} chỉ còn {free} MiB; cần ít nhất {needed} MiB.',
    'The disk of {folder} has {free} MiB left; at least {needed} MiB are needed.',
  ),
  childDied: label(
    'Tiến trình {process} đã dừng bất ngờ ({reason}). Xem {log}',
    'The process {process} ended unexpectedly ({reason}). See {log}',
  ),
  childNotReady: label(
    'Tiến trình {process} không sẵn sàng sau {seconds} giây. Xem {log}',
    'The process {process} was not ready after {seconds} seconds. See {log}',
  ),
  programMissing: label(
    'Thiếu tệp chương trình của {process}. Chạy: npm run build',
    'The program file of {process} is missing. Run: npm run build',
  ),
  startFailed: label('Không khởi động được: {reason}', 'The start failed: {reason}'),
  webApp: label('Ứng dụng', 'Web app'),
  temporalUi: label('Temporal UI', 'Temporal UI'),
  apiDocs: label('Tài liệu API', 'API docs'),
  dataFolder: label('Thư mục dữ liệu', 'Data folder'),
  demoLogins: label('Tài khoản dùng thử', 'Demo logins'),
  noDemoLogins: label('chưa có', 'none yet'),
  resetAsk: label(
    'Xóa toàn bộ dữ liệu và khóa ký sổ cái trong {folder}? Gõ "xoa" hoặc "delete": ',
    'Delete all data and the ledger key in {folder}? Type "xoa" or "delete": ',
  ),
  resetDone: label('Đã xóa {folder}.', 'Deleted {folder}.'),
  resetCancelled: label('Không xóa gì.', 'Nothing was deleted.'),
  migrated: label('Đã chạy {count} bước cập nhật cơ sở dữ liệu.', '{count} migrations ran.'),
  packsSound: label('{count} tệp quy tắc hợp lệ.', '{count} rule files are sound.'),
  packsUnsound: label('{count} lỗi trong tệp quy tắc.', '{count} problems in rule files.'),
  packsUnconfirmed: label('chưa xác nhận: {count}', 'unconfirmed: {count}'),
  namespaceReady: label(
    'Không gian tên {namespace} đã sẵn sàng; thêm {count} thuộc tính tìm kiếm.',
    'The namespace {namespace} is ready; {count} search attributes added.',
  ),
  exported: label(
    'Đã xuất sổ cái ({count} mục) ra {folder}.',
    'The ledger ({count} entries) was exported to {folder}.',
  ),
} as const satisfies Record<string, Label>;

export type LauncherMessage = keyof typeof LAUNCHER_MESSAGES;

/**
 * Both languages of a launcher message, Vietnamese first.
 * @param values fill `{name}` in the text
 */
export function launcherText(key: LauncherMessage, values: Readonly<Record<string, string | number>> = {}): Label {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  const { vi, en } = LAUNCHER_MESSAGES[key];
  return { vi: fill(vi), en: fill(en) };
}
