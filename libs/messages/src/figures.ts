import { type Label } from './states.js';

const label = (vi: string, en: string): Label => ({ vi, en });
const NOUNS = {
  organisations: label('Tổ chức cơ sở đảng', 'Grassroots organisations'),
  collectives: label('Tập thể lãnh đạo', 'Leading collectives'),
  members: label('Đảng viên', 'Members'),
} as const;
const WHAT = {
  goodOrBetter: label('hoàn thành tốt nhiệm vụ trở lên', 'good or better'),
  completedOrBetter: label('hoàn thành nhiệm vụ trở lên', 'completed or better'),
  total: label('tổng số', 'in total'),
  level1: label('mức 1 (cao nhất)', 'at level 1 (highest)'),
  level2: label('mức 2', 'at level 2'),
  level3: label('mức 3', 'at level 3'),
  level4: label('mức 4', 'at level 4'),
  level5: label('mức 5', 'at level 5'),
  level6: label('mức 6', 'at level 6'),
  notRated: label('không xếp loại', 'not rated'),
  exempt: label('được miễn', 'exempt'),
  notYetRated: label('chưa xếp loại', 'not yet rated'),
  admitted: label('kết nạp trong năm', 'admitted within the year'),
} as const;

export type FigureKey = `${keyof typeof NOUNS}.${keyof typeof WHAT}` | 'quota.breaches';

/** What a figure of a report counts. */
export function figureLabel(key: FigureKey): Label {
  if (key === 'quota.breaches')
    return label('Quyết định vượt tỷ lệ (có lý do)', 'Decisions that exceed a quota (with a reason)');
  const [noun, what] = key.split('.') as [keyof typeof NOUNS, keyof typeof WHAT];
  return label(`${NOUNS[noun].vi} ${WHAT[what].vi}`, `${NOUNS[noun].en} ${WHAT[what].en}`);
}

/** What a figure of a ballot about persons counts. @param level word of a level of confidence; null: who was elected */
export function personFigureLabel(title: string, level: string | null): Label {
  return level === null
    ? label(`${title}: số người trúng cử`, `${title}: elected`)
    : label(`${title}: số phiếu “${level}”`, `${title}: votes “${level}”`);
}

/** Words of a target's verdict. */
export const VERDICT_LABELS = {
  EXCEEDED: label('vượt', 'exceeded'),
  MET: label('đạt', 'met'),
  NOT_MET: label('không đạt', 'not met'),
  AT_RISK: label('có nguy cơ', 'at risk'),
  NOT_COMPARABLE: label('không so sánh được', 'not comparable'),
} as const;

/** Lines of a scenario run. */
export const RUN_LABELS = {
  tableHead: label(
    'Chỉ tiêu | Mục tiêu | Công bố | Đạt được | Kết luận | Khớp',
    'Figure | Target | Published | Reached | Verdict | Agrees',
  ),
  simulated: label('Dữ liệu mô phỏng', 'Generated data'),
  publishing: label('Ban hành tệp quy định', 'Publishing rule files'),
  importing: label('Nhập dữ liệu', 'Importing'),
  issuingCodes: label('Cấp mã kích hoạt', 'Issuing activation codes'),
  opening: label('Mở kỳ đánh giá', 'Opening the cycle'),
  living: label('Chạy kỳ đánh giá', 'Running the cycle'),
  commended: label('Được khen thưởng', 'Commended'),
  severalYears: label('Nhiều năm liền', 'Several years in a row'),
  refusals: label('Việc làm bị từ chối đúng quy định', 'Acts refused as they have to be'),
  checkpoint: label('Điểm kiểm tra của sổ cái', 'Checkpoint of the ledger'),
  quota: label('Vượt tỷ lệ, kèm lý do và văn bản', 'Beyond the quota, with reason and document'),
  registrations: label('Đăng ký → kết quả (* đăng ký chậm; 1 là mức cao nhất)', 'Registered → achieved (* late; 1 is the best)'),
  dataKept: label('Dữ liệu được giữ tại', 'The data are kept in'),
  refused: label('Thư mục kịch bản bị từ chối; chưa nhập gì', 'The scenario folder is refused; nothing was imported'),
  stopped: label('Đã dừng theo yêu cầu', 'Stopped as asked'),
  agrees: label('Mọi số liệu khai báo đều khớp', 'Every declared figure agrees'),
  differs: label('Có số liệu không khớp', 'Some figures differ'),
} as const;
