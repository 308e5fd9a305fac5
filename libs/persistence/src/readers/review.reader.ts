import { type OpinionView, type OwnReview, type PaperView, type ReviewPage, type ReviewPlace, ReviewReader } from '@binhxet/application';
import { type Sql } from '../sql.js';
import { stepJson } from './cycle.reader.js';
import { cycleToday, day, instant } from './fragments.js';
import { summaryColumns } from './unit.reader.js';

const PAPER = `w.review_id as "reviewId", w.version, w.form, w.sections, w.grades, w.self_level as "selfLevel", ${instant('w.saved_at')} as "savedAt",
  ${instant('w.submitted_at')} as "submittedAt", w.late, w.returned_reason as "returnedReason"`;
const unitName = (id: string, withId = true): string => `(select json_build_object(${withId ? `'id', x.organisation_id, ` : ''}'code', x.code, 'name', x.name) from app.cycle_unit x where x.cycle_id = r.cycle_id and x.organisation_id = ${id})`;

export class PgReviewReader extends ReviewReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async place(reviewId: string): Promise<ReviewPlace | null> {
    const rows = await this.sql.query<ReviewPlace>(
      `select id, cycle_id as "cycleId", subject_kind as "subjectKind", subject_id as "subjectId", organisation_id as "organisationId", unit_id as "unitId", decider_id as "deciderId", state
       from app.review where id = $1`,
      [reviewId],
    );
    return rows[0] ?? null;
  }

  async page(reviewId: string, now: Date): Promise<ReviewPage | null> {
    const rows = await this.sql.query<ReviewPage>(
      `select ${summaryColumns('r')}, r.cycle_id as "cycleId", c.rating_year as "ratingYear", ${day(cycleToday('c', '$2'))} as today, c.simulated,
         json_build_object('id', r.subject_id, 'code', coalesce(m.code, su.code), 'name', coalesce(m.full_name, su.name)) as subject,
         ${unitName('r.organisation_id')} as organisation, ${unitName('r.unit_id')} as unit, ${unitName('r.decider_id')} as decider,
         coalesce(cr.duty, 'NORMAL') as duty, cr.duty_clause as "dutyClause", r.note, r.proof,
         coalesce((select json_agg(${stepJson('$2')} order by s.opened_at) from app.step s
            where s.cycle_id = r.cycle_id and (s.ref_id = r.id or (s.organisation_id = r.organisation_id and s.ref_id is null and s.kind in ('SELF_REVIEW','OPINIONS','COLLECTIVE_REPORT')))), '[]') as steps,
         coalesce((select json_agg(json_build_object('ballotId', b.id, 'meetingId', b.meeting_id, 'kind', b.kind, 'organisation', ${unitName('b.organisation_id', false)},
              'heldOn', ${day('g.held_on')}, 'countedBody', b.counted_body, 'votes', t.votes, 'blank', t.blank, 'invalid', t.invalid, 'verdict', t.verdict, 'proof', t.proof) order by g.held_on, b.ordinal, b.round)
            from ballot.tally t join ballot.ballot b on b.id = t.ballot_id join app.meeting g on g.id = b.meeting_id
            where t.review_id = r.id and b.state in ('TALLIED','CERTIFIED') and b.subjects @> array[r.id]), '[]') as votes,
         coalesce((select json_agg(json_build_object('decisionId', d.id, 'kind', d.kind, 'number', d.number, 'decidedOn', ${day('d.decided_on')}, 'organisation', ${unitName('d.organisation_id', false)},
              'level', l.level, 'nonLevel', l.non_level, 'verdict', l.verdict, 'reason', l.reason) order by d.issued_at)
            from app.decision d join app.decision_line l on l.decision_id = d.id
            where d.cycle_id = r.cycle_id and (d.organisation_id = r.decider_id or d.kind in ('APPEAL','REEVALUATION')) and l.review_id = r.id), '[]') as decisions,
         coalesce((select json_agg(json_build_object('year', h.year, 'level', h.level, 'nonLevel', h.non_level, 'label', h.label, 'packId', h.pack_id, 'titleOutstanding', h.title_outstanding,
              'decisionNumber', h.decision_number, 'source', h.source, 'state', h.state, 'cancelledReason', h.cancelled_reason) order by h.year desc, h.recorded_at desc)
            from app.rating_history h where h.subject_kind = r.subject_kind and h.subject_id = r.subject_id and h.year < c.rating_year), '[]') as years
       from app.review r join app.cycle c on c.id = r.cycle_id
       left join app.member m on m.id = r.subject_id and r.subject_kind = 'MEMBER'
       left join app.cycle_unit su on su.cycle_id = r.cycle_id and su.organisation_id = r.subject_id and r.subject_kind <> 'MEMBER'
       left join app.cycle_roll cr on cr.cycle_id = r.cycle_id and cr.member_id = r.subject_id
       where r.id = $1`,
      [reviewId, now],
    );
    return rows[0] ?? null;
  }

  async paper(reviewId: string): Promise<PaperView | null> {
    const rows = await this.sql.query<PaperView>(`select ${PAPER} from app.review_paper w where w.review_id = $1`, [reviewId]);
    return rows[0] ?? null;
  }

  async paperOfYearBefore(reviewId: string): Promise<PaperView | null> {
    const rows = await this.sql.query<PaperView>(
      `select ${PAPER} from app.review r join app.cycle c on c.id = r.cycle_id
       join app.review e on e.subject_kind = r.subject_kind and e.subject_id = r.subject_id
       join app.cycle ec on ec.id = e.cycle_id and ec.rating_year = c.rating_year - 1
       join app.review_paper w on w.review_id = e.id and w.submitted_at is not null
       where r.id = $1 order by ec.opened_at desc limit 1`,
      [reviewId],
    );
    return rows[0] ?? null;
  }

  async opinions(reviewId: string): Promise<OpinionView[]> {
    return this.sql.query<OpinionView>(
      `select o.id, case when u.code is null then null else json_build_object('code', u.code, 'name', u.name) end as "from", o.body, o.state, o.late, ${instant('o.given_at')} as "givenAt"
       from app.opinion o join app.review r on r.id = o.review_id
       left join app.cycle_unit u on u.cycle_id = r.cycle_id and u.organisation_id = o.from_organisation_id
       where o.review_id = $1 order by o.given_at nulls last, o.id limit 100`,
      [reviewId],
    );
  }

  async own(memberId: string): Promise<OwnReview[]> {
    return this.sql.query<OwnReview>(
      `select ${summaryColumns('r')}, r.cycle_id as "cycleId", c.rating_year as "ratingYear", c.simulated, ${unitName('r.organisation_id', false)} as organisation
       from app.cycle c join app.review r on r.cycle_id = c.id and r.subject_kind = 'MEMBER' and r.subject_id = $1 order by c.opened_at desc, c.id limit 20`,
      [memberId],
    );
  }
}
