import { type NewReview, type OpinionRow, type PaperRow, type ReviewChange, type ReviewRow, ReviewStore } from '@binhxet/application';
import { AppError, collectiveReviewMachine, type Level, memberReviewMachine, type NonLevelState, type QuarterResult, orgClassificationMachine, type StateMachine, type SubjectKind } from '@binhxet/domain';
import { insertRows, json, type Sql } from '../sql.js';

interface ReviewRecord {
  id: string;
  cycle_id: string;
  superior_id: string;
  subject_kind: SubjectKind;
  subject_id: string;
  organisation_id: string;
  unit_id: string | null;
  decider_id: string;
  is_head: boolean;
  state: string;
  self_level: Level | null;
  proposed_level: Level | null;
  verified_level: Level | null;
  decided_level: Level | null;
  non_level: NonLevelState | null;
  non_level_clause: string | null;
  ceiling: Level | null;
  note: string | null;
  version: number;
}
const COLUMNS =
  'id, cycle_id, superior_id, subject_kind, subject_id, organisation_id, unit_id, decider_id, is_head, state, self_level, proposed_level, verified_level, decided_level, non_level, non_level_clause, ceiling, note, version';

const toRow = (r: ReviewRecord): ReviewRow => ({
  id: r.id,
  cycleId: r.cycle_id,
  superiorId: r.superior_id,
  subjectKind: r.subject_kind,
  subjectId: r.subject_id,
  organisationId: r.organisation_id,
  unitId: r.unit_id,
  deciderId: r.decider_id,
  isHead: r.is_head,
  state: r.state,
  selfLevel: r.self_level,
  proposedLevel: r.proposed_level,
  verifiedLevel: r.verified_level,
  decidedLevel: r.decided_level,
  nonLevel: r.non_level,
  nonLevelClause: r.non_level_clause,
  ceiling: r.ceiling,
  note: r.note,
  version: r.version,
});

const MACHINES: Readonly<Record<SubjectKind, StateMachine<string>>> = {
  MEMBER: memberReviewMachine as StateMachine<string>,
  COLLECTIVE: collectiveReviewMachine as StateMachine<string>,
  ORGANISATION: orgClassificationMachine as StateMachine<string>,
};

const CHANGE_COLUMNS: Readonly<Record<keyof ReviewChange, string>> = {
  selfLevel: 'self_level',
  proposedLevel: 'proposed_level',
  verifiedLevel: 'verified_level',
  decidedLevel: 'decided_level',
  nonLevel: 'non_level',
  nonLevelClause: 'non_level_clause',
  ceiling: 'ceiling',
  note: 'note',
  proof: 'proof',
};

interface PaperRecord {
  review_id: string;
  version: number;
  form: string;
  sections: Record<string, string>;
  grades: Record<string, string>;
  self_level: Level | null;
  saved_at: Date;
  submitted_at: Date | null;
  late: boolean;
  returned_reason: string | null;
}
const toPaper = (r: PaperRecord): PaperRow => ({
  reviewId: r.review_id,
  version: r.version,
  form: r.form,
  sections: r.sections,
  grades: r.grades,
  selfLevel: r.self_level,
  savedAt: r.saved_at,
  submittedAt: r.submitted_at,
  late: r.late,
  returnedReason: r.returned_reason,
});

export class PgReviewStore extends ReviewStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async insert(reviews: readonly NewReview[]): Promise<void> {
    await insertRows(
      this.sql,
      'app.review',
      ['id', 'cycle_id', 'superior_id', 'subject_kind', 'subject_id', 'organisation_id', 'unit_id', 'decider_id', 'is_head', 'state', 'non_level', 'non_level_clause', 'proof'],
      reviews.map((r) => [r.id, r.cycleId, r.superiorId, r.subjectKind, r.subjectId, r.organisationId, r.unitId, r.deciderId, r.isHead, r.state, r.nonLevel, r.nonLevelClause, r.proof === undefined ? null : json(r.proof)]),
    );
  }

  async get(reviewId: string): Promise<ReviewRow> {
    const [row] = await this.sql.query<ReviewRecord>(`select ${COLUMNS} from app.review where id = $1`, [reviewId]);
    if (!row) throw new AppError('REVIEW.NOT_FOUND', 'not-found', 'There is no such review', { reviewId });
    return toRow(row);
  }

  async getMany(reviewIds: readonly string[]): Promise<ReviewRow[]> {
    const rows = await this.sql.query<ReviewRecord>(`select ${COLUMNS} from app.review where id = any($1::uuid[])`, [reviewIds]);
    const byId = new Map(rows.map((row) => [row.id, toRow(row)]));
    return reviewIds.map((id) => {
      const row = byId.get(id);
      if (!row) throw new AppError('REVIEW.NOT_FOUND', 'not-found', 'There is no such review', { reviewId: id });
      return row;
    });
  }

  async ofSubject(cycleId: string, kind: SubjectKind, subjectId: string): Promise<ReviewRow | null> {
    const [row] = await this.sql.query<ReviewRecord>(`select ${COLUMNS} from app.review where cycle_id = $1 and subject_kind = $2 and subject_id = $3 order by state = 'TRANSFERRED_OUT', id desc limit 1`, [cycleId, kind, subjectId]);
    return row ? toRow(row) : null;
  }

  atOrganisation(cycleId: string, organisationId: string, kind?: SubjectKind): Promise<ReviewRow[]> {
    return this.list('cycle_id = $1 and organisation_id = $2 and ($3::text is null or subject_kind = $3)', [cycleId, organisationId, kind ?? null]);
  }

  decidedBy(cycleId: string, deciderId: string): Promise<ReviewRow[]> {
    return this.list('cycle_id = $1 and decider_id = $2', [cycleId, deciderId]);
  }

  quartersOf(memberIds: readonly string[], year: number): Promise<(QuarterResult & { readonly memberId: string })[]> {
    return this.sql.query<QuarterResult & { memberId: string }>(
      `select r.subject_id as "memberId", right(c.period, 1)::int as quarter, r.decided_level as level from app.review r join app.cycle c on c.id = r.cycle_id
       where r.subject_kind = 'MEMBER' and r.subject_id = any($1::uuid[]) and c.rating_year = $2 and c.period like '%-Q_' and r.state <> 'TRANSFERRED_OUT'
         and (r.decided_level is not null or r.non_level is not null) order by r.subject_id, c.period`,
      [memberIds, year],
    );
  }

  inUnit(cycleId: string, unitId: string): Promise<ReviewRow[]> {
    return this.list('cycle_id = $1 and unit_id = $2', [cycleId, unitId]);
  }

  /** In id order: several reviews are always locked the same way round. */
  private async list(where: string, params: readonly unknown[]): Promise<ReviewRow[]> {
    const rows = await this.sql.query<ReviewRecord>(`select ${COLUMNS} from app.review where ${where} order by id`, params);
    return rows.map(toRow);
  }

  async move(review: ReviewRow, to: string, change: ReviewChange = {}): Promise<ReviewRow> {
    const [moved] = await this.moveMany([review], to, () => change);
    if (!moved) throw new Error('moveMany returned nothing');
    return moved;
  }

  async moveMany(reviews: readonly ReviewRow[], to: string, change: (review: ReviewRow) => ReviewChange = () => ({})): Promise<ReviewRow[]> {
    const moved = new Map<string, ReviewRow>();
    const groups = new Map<string, { from: string; change: ReviewChange; ids: string[] }>();
    for (const review of reviews) {
      MACHINES[review.subjectKind].move(review.state, to);
      const what = change(review);
      const key = `${review.state} ${JSON.stringify(what)}`;
      const group = groups.get(key) ?? { from: review.state, change: what, ids: [] };
      group.ids.push(review.id);
      groups.set(key, group);
    }
    for (const group of groups.values()) {
      const params: unknown[] = [group.ids.sort(), group.from, to];
      const sets = assignments(group.change, params);
      const rows = await this.sql.query<ReviewRecord>(
        `update app.review set state = $3, version = version + 1 ${sets} where id in (select id from app.review where id = any($1::uuid[]) and state = $2 order by id for update) returning ${COLUMNS}`,
        params,
      );
      if (rows.length !== group.ids.length) throw new AppError('REVIEW.CHANGED', 'stale', 'Somebody moved a review first', { expectedState: group.from, to, moved: rows.length, expected: group.ids.length });
      for (const row of rows) moved.set(row.id, toRow(row));
    }
    return reviews.map((review) => moved.get(review.id) ?? review);
  }

  async change(reviewId: string, change: ReviewChange): Promise<void> {
    const params: unknown[] = [reviewId];
    await this.sql.query(`update app.review set version = version + 1 ${assignments(change, params)} where id = $1`, params);
  }

  async paper(reviewId: string): Promise<PaperRow | null> {
    const [row] = await this.sql.query<PaperRecord>('select * from app.review_paper where review_id = $1', [reviewId]);
    return row ? toPaper(row) : null;
  }

  async savePaper(paper: Pick<PaperRow, 'reviewId' | 'form' | 'sections' | 'grades' | 'selfLevel'>, expectedVersion: number, at: Date): Promise<number> {
    const values = [paper.reviewId, paper.form, json(paper.sections), json(paper.grades), paper.selfLevel, at];
    const rows =
      expectedVersion === 0
        ? await this.sql.query<{ version: number }>(
            `insert into app.review_paper (review_id, form, sections, grades, self_level, saved_at) values ($1,$2,$3,$4,$5,$6) on conflict (review_id) do nothing returning version`,
            values,
          )
        : await this.sql.query<{ version: number }>(
            `update app.review_paper set form = $2, sections = $3, grades = $4, self_level = $5, saved_at = $6, version = version + 1 where review_id = $1 and version = $7 returning version`,
            [...values, expectedVersion],
          );
    const [saved] = rows;
    if (!saved) {
      const current = await this.paper(paper.reviewId);
      throw new AppError('RECORD.CHANGED', 'stale', 'The paper was saved elsewhere in between', { expectedVersion, currentVersion: current?.version ?? 0, savedAt: current?.savedAt.toISOString() });
    }
    return saved.version;
  }

  async submitPaper(reviewId: string, expectedVersion: number, at: Date, late: boolean): Promise<PaperRow> {
    const [row] = await this.sql.query<PaperRecord>(
      `update app.review_paper set submitted_at = $3, late = $4, returned_reason = null, version = version + 1 where review_id = $1 and version = $2 returning *`,
      [reviewId, expectedVersion, at, late],
    );
    if (!row) {
      const current = await this.paper(reviewId);
      throw new AppError('RECORD.CHANGED', 'stale', 'The paper was saved elsewhere in between', { expectedVersion, currentVersion: current?.version ?? 0 });
    }
    return toPaper(row);
  }

  async returnPaper(reviewId: string, reason: string): Promise<void> {
    await this.sql.query('update app.review_paper set submitted_at = null, returned_reason = $2, version = version + 1 where review_id = $1', [reviewId, reason]);
  }

  async insertOpinions(opinions: readonly OpinionRow[]): Promise<void> {
    await insertRows(this.sql, 'app.opinion', ['id', 'review_id', 'from_organisation_id', 'state'], opinions.map((o) => [o.id, o.reviewId, o.fromOrganisationId, o.state]));
  }

  async opinionsAsked(cycleId: string, organisationId: string): Promise<OpinionRow[]> {
    const rows = await this.sql.query<OpinionRecord>(
      `select o.id, o.review_id, o.from_organisation_id, o.state from app.opinion o join app.review r on r.id = o.review_id
       where r.cycle_id = $1 and r.organisation_id = $2 and o.from_organisation_id is not null order by o.id`,
      [cycleId, organisationId],
    );
    return rows.map(toOpinion);
  }

  async opinion(opinionId: string): Promise<OpinionRow | null> {
    const [row] = await this.sql.query<OpinionRecord>('select id, review_id, from_organisation_id, state from app.opinion where id = $1', [opinionId]);
    return row ? toOpinion(row) : null;
  }

  async giveOpinion(opinionId: string, text: string, by: string, at: Date, late: boolean): Promise<void> {
    const rows = await this.sql.query(`update app.opinion set state = 'GIVEN', body = $2, given_by = $3, given_at = $4, late = $5 where id = $1 and state = 'REQUESTED' returning id`, [opinionId, text, by, at, late]);
    if (rows.length === 0) throw new AppError('OPINION.GIVEN', 'conflict', 'This opinion has been given', { opinionId });
  }

  async addOpinion(opinion: OpinionRow, text: string, by: string, at: Date): Promise<void> {
    await this.sql.query('insert into app.opinion (id, review_id, from_organisation_id, state, body, given_by, given_at) values ($1,$2,$3,$4,$5,$6,$7)', [
      opinion.id,
      opinion.reviewId,
      opinion.fromOrganisationId,
      opinion.state,
      text,
      by,
      at,
    ]);
  }
}

interface OpinionRecord {
  id: string;
  review_id: string;
  from_organisation_id: string | null;
  state: OpinionRow['state'];
}
const toOpinion = (r: OpinionRecord): OpinionRow => ({ id: r.id, reviewId: r.review_id, fromOrganisationId: r.from_organisation_id, state: r.state });

function assignments(change: ReviewChange, params: unknown[]): string {
  return (Object.keys(change) as (keyof ReviewChange)[])
    .filter((key) => change[key] !== undefined)
    .map((key) => `, ${CHANGE_COLUMNS[key]} = $${params.push(key === 'proof' ? json(change[key]) : change[key])}`)
    .join(' ');
}
