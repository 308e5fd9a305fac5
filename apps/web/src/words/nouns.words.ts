import { words } from './words.js';

/** Names for the codes of the API; states have theirs in `@binhxet/messages`. */
export const taskTitles = words({
  WRITE_SELF_REVIEW: ['Viết bản kiểm điểm năm {year}', 'Write the self-review of {year}'],
  CHECK_SELF_REVIEWS: ['Xem các bản kiểm điểm đã nộp', 'Read the self-reviews handed in'],
  GIVE_OPINION: ['Cho ý kiến nhận xét: {subject}', 'Give an opinion: {subject}'],
  WRITE_COLLECTIVE_REVIEW: ['Soạn báo cáo kiểm điểm tập thể năm {year}', 'Write the collective report of {year}'],
  CONVENE_MEETING: ['Triệu tập hội nghị', 'Convene the meeting'],
  RUN_MEETING: ['Điều hành hội nghị', 'Run the meeting'],
  REVIEW_ABSENT: ['Kiểm điểm bổ sung: {subject}', 'Review a member who was absent: {subject}'],
  ENTER_PAPER_COUNT: ['Nhập kết quả kiểm phiếu giấy', 'Enter the paper count'],
  SIGN_MINUTES: ['Ký biên bản', 'Sign the minutes'],
  SUBMIT_RESULT: ['Gửi kết quả lên cấp trên', 'Hand the result to the level above'],
  SUBMIT_DOSSIER: ['Gửi hồ sơ', 'Hand in the dossier'],
  ANSWER_RETURN: ['Xử lý hồ sơ bị trả lại', 'Answer a returned dossier'],
  VERIFY_DOSSIER: ['Thẩm định hồ sơ: {subject}', 'Verify the dossier: {subject}'],
  ISSUE_DECISION: ['Ban hành quyết định', 'Issue the decision'],
  NOMINATE: ['Đề nghị khen thưởng', 'Nominate for commendation'],
  ACKNOWLEDGE_RESULT: ['Xem thông báo kết quả', 'Read the result'],
  REGISTER_LEVEL: ['Đăng ký mức phấn đấu năm {year}', 'Register the level aimed at in {year}'],
  CONCLUDE_MID_YEAR: ['Kết luận sơ kết 6 tháng năm {year}', 'Conclude the mid-year review of {year}'],
  CORRECT_LATE_WORK: ['Thực hiện việc còn chậm sau sơ kết', 'Do the work found late at mid-year'],
  COUNT_COMMENDATION: ['Nhập kết quả kiểm phiếu khen thưởng', 'Enter the count of a vote on commendations'],
  COUNT_PERSON_BALLOT: ['Nhập kết quả kiểm phiếu tín nhiệm hoặc bầu bổ sung', 'Enter the count of a ballot about persons'],
  HANDLE_APPEAL: ['Giải quyết đơn về kết quả năm {year}', 'Handle an appeal about the result of {year}'],
  VERIFY_APPEAL: ['Xác minh đơn về kết quả năm {year}', 'Verify an appeal about the result of {year}'],
  HANDLE_REEVALUATION: ['Đánh giá lại kết quả của năm trước', 'Re-evaluate a past year'],
  HANDLE_ESCALATION: ['Đơn vị cấp dưới chậm hạn', 'A lower unit is late'],
});

export const stepNames = words({
  SELF_REVIEW: ['Bản kiểm điểm cá nhân', 'Self-reviews'],
  OPINIONS: ['Ý kiến nhận xét', 'Opinions'],
  LATE_SELF_REVIEW: ['Bản kiểm điểm bổ sung', 'Late self-review'],
  COLLECTIVE_REPORT: ['Báo cáo kiểm điểm tập thể', 'Collective report'],
  MEETING: ['Hội nghị', 'Meeting'],
  PAPER_COUNT: ['Kiểm phiếu', 'Paper count'],
  SIGN_MINUTES: ['Ký biên bản', 'Signing the minutes'],
  SUBMISSION: ['Gửi kết quả', 'Handing in'],
  UNITS: ['Kết quả của đơn vị dưới', 'Results from below'],
  VERIFICATION: ['Thẩm định', 'Verification'],
  DECISION: ['Quyết định', 'Decision'],
  HEADS: ['Người đứng đầu', 'Heads'],
  COMMENDATION: ['Khen thưởng', 'Commendation'],
  REGISTRATION: ['Đăng ký mức phấn đấu', 'Registration'],
  MID_YEAR_REVIEW: ['Sơ kết 6 tháng', 'Mid-year review'],
  CORRECTION: ['Khắc phục việc còn chậm', 'Late work put right'],
  APPEAL: ['Giải quyết đơn', 'Appeal'],
  APPEAL_EVIDENCE: ['Cung cấp tài liệu, chứng cứ', 'Evidence of an appeal'],
  REEVALUATION: ['Đánh giá lại', 'Re-evaluation'],
});

export const closeCauses = words({
  ALL_IN: ['đã đủ', 'all in'],
  EARLY: ['kết thúc sớm', 'closed early'],
  TIME: ['hết hạn', 'time was up'],
  CYCLE_CLOSED: ['kỳ đã kết thúc', 'the cycle was closed'],
});

export const meetingNames = words({
  CELL_REVIEW: ['Hội nghị kiểm điểm chi bộ', 'Review meeting of the cell'],
  LATE_REVIEW: ['Hội nghị kiểm điểm bổ sung', 'Meeting for a late review'],
  COMMITTEE_SITTING: ['Hội nghị cấp ủy xét xếp loại', 'Committee sitting'],
  HEADS_SITTING: ['Hội nghị xét người đứng đầu', 'Sitting on heads'],
  STANDING_SITTING: ['Hội nghị ban thường vụ', 'Sitting of the standing committee'],
});

export const ballotNames = words({
  CELL_MEMBER_LEVEL: ['Đề xuất xếp loại đảng viên', 'Levels of members'],
  CELL_SELF_LEVEL: ['Tự xếp loại chi bộ', 'Own level of the cell'],
  COLLECTIVE_PROPOSAL: ['Tự xếp loại tập thể và tổ chức', 'Own level of collective and organisation'],
  COMMITTEE_DECISION: ['Quyết định của cấp ủy', 'Decision of the committee'],
  STANDING_DECISION: ['Quyết định của ban thường vụ', 'Decision of the standing committee'],
});

export const methods = words({
  SHOW_OF_HANDS: ['Biểu quyết giơ tay', 'Show of hands'],
  SECRET_BALLOT: ['Phiếu kín bằng giấy', 'Secret ballot on paper'],
});

export const decisionNames = words({
  MEMBERS_AND_UNITS: ['Xếp loại đảng viên và tổ chức trực thuộc', 'Levels of members and lower units'],
  HEADS: ['Xếp loại người đứng đầu', 'Levels of heads'],
  ORGANISATIONS: ['Xếp loại tổ chức', 'Levels of organisations'],
  COMMENDATION: ['Khen thưởng', 'Commendation'],
  APPEAL: ['Giải quyết khiếu nại, tố cáo, kiến nghị', 'Outcome of an appeal'],
  REEVALUATION: ['Đánh giá lại năm trước', 'Re-evaluation of a past year'],
  REVOCATION: ['Hủy quyết định khen thưởng', 'Awards taken back'],
});

export const attendanceNames = words({
  SUMMONED: ['Chưa điểm danh', 'Not recorded'],
  PRESENT: ['Có mặt', 'Present'],
  EXCUSED: ['Vắng có lý do', 'Absent with reason'],
  UNEXCUSED: ['Vắng không lý do', 'Absent without reason'],
});

export const signingRoles = words({
  CHAIR: ['Chủ trì', 'Chair'],
  MINUTE_TAKER: ['Thư ký', 'Minute-taker'],
  HEAD_TELLER: ['Trưởng ban kiểm phiếu', 'Head teller'],
});

export const subjectKinds = words({
  MEMBER: ['Đảng viên', 'Member'],
  COLLECTIVE: ['Tập thể lãnh đạo', 'Leading collective'],
  ORGANISATION: ['Tổ chức', 'Organisation'],
});

export const orgRoles = words({
  PROVINCIAL_ORG: ['Đảng bộ cấp tỉnh', 'Provincial organisation'],
  SUPERIOR_ORG: ['Cấp trên trực tiếp', 'Superior organisation'],
  GRASSROOTS_COMMITTEE_ORG: ['Đảng bộ cơ sở', 'Grassroots organisation with committee'],
  GRASSROOTS_CELL: ['Chi bộ cơ sở', 'Grassroots cell'],
  SUBCOMMITTEE_ORG: ['Đảng bộ bộ phận', 'Sub-committee organisation'],
  SUBORDINATE_CELL: ['Chi bộ trực thuộc', 'Subordinate cell'],
});

export const postNames = words({
  SECRETARY: ['Bí thư', 'Secretary'],
  DEPUTY_SECRETARY: ['Phó bí thư', 'Deputy secretary'],
  STANDING_MEMBER: ['Ủy viên ban thường vụ', 'Member of the standing committee'],
  COMMITTEE_MEMBER: ['Cấp ủy viên', 'Committee member'],
  COMMISSION_CHAIR: ['Chủ nhiệm ủy ban kiểm tra', 'Chair of the inspection commission'],
  COMMISSION_MEMBER: ['Ủy viên ủy ban kiểm tra', 'Member of the inspection commission'],
  OFFICER: ['Cán bộ tham mưu', 'Advisory officer'],
});

export const bodyNames = words({
  PARTY_COMMITTEE: ['Cấp ủy', 'Party committee'],
  STANDING_COMMITTEE: ['Ban thường vụ', 'Standing committee'],
  CELL_COMMITTEE: ['Chi ủy', 'Cell committee'],
  MEMBERS_MEETING: ['Hội nghị đảng viên', "Members' meeting"],
  INSPECTION_COMMISSION: ['Ủy ban kiểm tra', 'Inspection commission'],
  ADVISORY_BODY: ['Cơ quan tham mưu', 'Advisory body'],
});

export const grants = words({
  ADMINISTRATOR: ['Quản trị hệ thống', 'Administrator'],
  AUDITOR: ['Kiểm tra, đọc', 'Auditor'],
  MEMBER: ['Đảng viên', 'Member'],
});

export const columnNames = words({
  L1: ['Mức 1', 'Level 1'],
  L2: ['Mức 2', 'Level 2'],
  L3: ['Mức 3', 'Level 3'],
  L4: ['Mức 4', 'Level 4'],
  L5: ['Mức 5', 'Level 5'],
  L6: ['Mức 6', 'Level 6'],
  NOT_RATED: ['Không xếp loại', 'Not rated'],
  EXEMPT: ['Miễn', 'Exempt'],
  NOT_YET_RATED: ['Chưa xếp loại', 'Not yet rated'],
  OPEN: ['Đang xét', 'Open'],
});
