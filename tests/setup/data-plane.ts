import { type Actor, Access, type Capacity, createControlPlane, EnterPaperCountService, ImportDataService, MoveClockService, OpenCycleService, PinnedRules, QuotaBoard, QuotaWhatIf, RecomputeCycleService, RecordAttendanceService, SignMinutesService, SimulateCycleService, VerifyDossierService, WritePaperService, type Clock, type Ids } from '@binhxet/application';
import { type SettingsFile } from '@binhxet/domain';
import { onPool, openDataSource, PgRecords, PgSubtreeReader, PgUnitOfWork } from '@binhxet/persistence';
import { newId, newSecretId } from '@binhxet/platform';
import { loadRulePacks } from '@binhxet/rule-packs';
import { startTestDatabase } from '@binhxet/testing';
import { smallOrganisation, type SmallOrganisation } from './small-organisation.js';

/** Real services on a real database with the real roles; only the engine is left out: the test is the engine. */
export async function startDataPlane(label: string, organisation: SmallOrganisation = {}) {
  const database = await startTestDatabase(label);
  const open = (role: 'bx_api' | 'bx_worker' | 'bx_read') => openDataSource({ url: database.urls[role], poolSize: 24, applicationName: `test-${role}`, onPoolError: () => undefined });
  const [api, worker, reader] = [await open('bx_api'), await open('bx_worker'), await open('bx_read')];
  const time = { now: new Date('2026-12-01T02:00:00Z') };
  const clock: Clock = { now: () => time.now };
  const ids: Ids = { next: newId, secret: newSecretId };
  const packs = loadRulePacks();
  const rules = new PinnedRules(packs);
  const uow = new PgUnitOfWork(api, clock, ids);
  const sql = onPool(api);
  const access = new Access(new PgSubtreeReader(sql));
  const engine = createControlPlane({ uow: new PgUnitOfWork(worker, clock, ids), rules, clock, ids, publicUrl: 'http://localhost' });
  const administrator: Actor = { accountId: newId(), memberId: null, capacities: [{ kind: 'GRANT', role: 'ADMINISTRATOR', organisationId: null }] };
  await new ImportDataService(uow, clock, ids).run(administrator, smallOrganisation(organisation));

  /** The person as the session would build it: membership and posts from the database. */
  const as = async (memberCode: string): Promise<Actor> => {
    const [member] = await sql.query<{ id: string; account: string; cell: string }>(
      'select m.id, a.id as account, ms.organisation_id as cell from app.member m join app.account a on a.member_id = m.id join app.membership ms on ms.member_id = m.id where m.code = $1',
      [memberCode],
    );
    if (!member) throw new Error(`no member ${memberCode}`);
    const posts = await sql.query<{ organisation_id: string; role: string; body: string; kind: string; is_head: boolean }>(
      `select p.organisation_id, v.role, b.kind as body, p.kind, p.is_head from app.post p join app.body b on b.id = p.body_id
       join app.organisation_version v on v.organisation_id = p.organisation_id where p.member_id = $1`,
      [member.id],
    );
    const capacities: Capacity[] = [
      { kind: 'MEMBER', organisationId: member.cell },
      ...posts.map((p): Capacity => ({ kind: 'POST', organisationId: p.organisation_id, organisationRole: p.role, body: p.body, post: p.kind, isHead: p.is_head })),
    ];
    return { accountId: member.account, memberId: member.id, capacities };
  };
  const organisationId = async (code: string): Promise<string> => {
    const [row] = await sql.query<{ id: string }>('select id from app.organisation where code = $1', [code]);
    if (!row) throw new Error(`no organisation ${code}`);
    return row.id;
  };
  const settings = packs.ofKind('settings')[0]?.content as SettingsFile;
  return {
    superuserUrl: database.superuserUrl,
    sql,
    uow,
    time,
    engine,
    as,
    organisationId,
    settings,
    openCycles: new OpenCycleService(uow, rules, access, clock, { production: false, publicUrl: 'http://localhost' }),
    clocks: new MoveClockService(uow, access, clock),
    papers: new WritePaperService(uow, rules, access, clock),
    verify: new VerifyDossierService(uow, access, clock, rules),
    attendance: new RecordAttendanceService(uow, access, clock),
    counts: new EnterPaperCountService(uow, access, clock),
    signatures: new SignMinutesService(uow, access, clock),
    quotas: new QuotaBoard(uow, rules),
    whatIf: new QuotaWhatIf(uow, rules),
    recompute: new RecomputeCycleService(new PgRecords(reader), rules),
    simulations: new SimulateCycleService(new PgRecords(reader), rules),
    async stop() {
      await Promise.all([api.destroy(), worker.destroy(), reader.destroy()]);
      await database.drop();
    },
  };
}
export type DataPlane = Awaited<ReturnType<typeof startDataPlane>>;
