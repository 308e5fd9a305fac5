import { words } from './words.js';

/** Phases of the workflows of a cycle, its organisations and cells. */
export const phaseNames = words({
  PLANNED: ['Dự kiến', 'Planned'],
  OPENING: ['Chuẩn bị', 'Opening'],
  REGISTRATION: ['Đăng ký mức phấn đấu', 'Registration'],
  MID_YEAR: ['Sơ kết 6 tháng', 'Mid-year review'],
  AWAITING_REVIEW: ['Chờ mở kiểm điểm', 'Awaiting the review'],
  REVIEW: ['Kiểm điểm, đánh giá', 'Review'],
  CLASSIFICATION: ['Xếp loại tổ chức', 'Classification'],
  HEADS: ['Xét người đứng đầu', 'Heads'],
  COMMENDATION: ['Khen thưởng', 'Commendation'],
  CLOSED: ['Đã kết thúc', 'Closed'],
  UNITS: ['Chờ đơn vị dưới', 'Waiting for lower units'],
  SITTING: ['Họp cấp ủy', 'Committee sitting'],
  DECISION: ['Ban hành quyết định', 'Decision'],
  DOSSIER: ['Lập hồ sơ', 'Dossier'],
  SUBMITTED: ['Đã gửi cấp trên', 'Handed in'],
  HEADS_SITTING: ['Họp xét người đứng đầu', 'Sitting on heads'],
  HEADS_DECISION: ['Quyết định người đứng đầu', 'Decision on heads'],
  DONE: ['Hoàn tất', 'Done'],
  SELF_REVIEW: ['Viết bản kiểm điểm', 'Self-reviews'],
  OPINIONS: ['Lấy ý kiến', 'Opinions'],
  MEETING: ['Họp chi bộ', 'Cell meeting'],
  SUBMISSION: ['Gửi kết quả', 'Handing in'],
  CASES: ['Lập hồ sơ khen thưởng', 'Cases'],
});
