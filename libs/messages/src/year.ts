import { type Label } from './states.js';

const label = (vi: string, en: string): Label => ({ vi, en });

/** Kinds of work records. */
export const WORK_KIND_LABELS = {
  ADMISSION: label('Kết nạp đảng viên', 'Admissions'),
  INSPECTION: label('Kiểm tra', 'Inspection'),
  SUPERVISION: label('Giám sát', 'Supervision'),
  TRAINING: label('Bồi dưỡng', 'Training'),
  STUDY: label('Học tập nghị quyết', 'Study of resolutions'),
  TRANSFER: label('Chuyển sinh hoạt', 'Transfer'),
  LEAVE: label('Nghỉ', 'Leave'),
  FIGURE: label('Số liệu do nơi khác báo', 'Figure reported by others'),
  DISCIPLINE: label('Kỷ luật', 'Discipline'),
} as const;

/** Figures of the first half-year. */
export const MID_YEAR_LABELS = {
  ...WORK_KIND_LABELS,
  plan: label('Thực hiện so với kế hoạch năm', 'Done of the year’s plan'),
  none: label('Chưa thực hiện kiểm tra, giám sát', 'Have done no inspection or supervision'),
  late: label('Tổ chức còn chậm khi sơ kết', 'Organisations late at mid-year'),
  stillLate: label('Tổ chức còn chậm sau thời hạn', 'Organisations still late after the deadline'),
  needed: label('cần ít nhất', 'at least needed'),
} as const;
