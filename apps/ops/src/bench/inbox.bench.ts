import { type Figure, quantile, rounded } from './figures.js';
import { lanes } from './wire.js';
import { type Someone, type World } from './world.js';

const SIGNED_IN = 48;
const FLOOR_MS = 20;

/** One in ten is still open; the rest was done by whoever held it. Each stands for the member's own review, as the task of a self-review does. */
const FILL = `
with people as (select row_number() over (order by r.id) - 1 as nth, r.id, r.subject_id, r.superior_id, r.organisation_id
                  from app.review r where r.cycle_id = $1 and r.subject_kind = 'MEMBER')
insert into app.task (id, kind, cycle_id, superior_id, organisation_id, ref_id, member_id, state, due_at, waiting_count, opened_at, done_at, done_by)
select gen_random_uuid(), 'WRITE_SELF_REVIEW', $1, p.superior_id, p.organisation_id, p.id, p.subject_id, case when g % 10 = 0 then 'OPEN' else 'DONE' end,
       timestamptz '2023-12-05' + (g % 500) * interval '1 hour', g % 7, timestamptz '2023-12-01', case when g % 10 = 0 then null else timestamptz '2023-12-02' end,
       case when g % 10 = 0 then null else p.subject_id end
  from generate_series(1, $2::int) g join people p on p.nth = (g / 10) % $3::int`;

/** Reads pages as signed-in people while that many tasks are stored. */
export async function benchInbox(world: World, people: readonly Someone[], load: { readonly tasks: number; readonly reads: number; readonly readers: number }): Promise<Figure[]> {
  const some = people.slice(0, SIGNED_IN);
  await world.signIn(some);
  const [members] = (await world.sql.query<{ n: number }>(`select count(*)::int as n from app.review where cycle_id = $1 and subject_kind = 'MEMBER'`, [world.cycleId])).rows;
  await world.sql.query(FILL, [world.cycleId, load.tasks, members?.n ?? 1]);
  await world.tidy();
  const [stored] = (await world.sql.query<{ n: string }>('select count(*) as n from app.task')).rows;
  const pages = [
    { key: 'inbox.mine', label: { vi: 'p99 đọc hộp việc', en: 'p99 of reading an inbox' }, path: () => '/tasks?tab=mine', session: (nth: number) => world.session(some[nth % some.length]!.code) },
    { key: 'inbox.done', label: { vi: 'p99 đọc việc đã xong', en: 'p99 of reading what is done' }, path: () => '/tasks?tab=done', session: (nth: number) => world.session(some[nth % some.length]!.code) },
    { key: 'inbox.progress', label: { vi: 'p99 đọc bảng tiến độ của chu kỳ', en: "p99 of reading a cycle's progress" }, path: () => `/cycles/${world.cycleId}/progress`, session: () => world.chair },
  ];
  const figures: Figure[] = [];
  for (const page of pages) {
    const read = async (count: number): Promise<number[]> => {
      const latencies: number[] = [];
      await lanes(Array.from({ length: count }, (_, nth) => nth), load.readers, async (nth) => {
        const began = performance.now();
        await world.wire.must({ method: 'GET', path: page.path(), session: page.session(nth) });
        latencies.push(performance.now() - began);
      });
      return latencies;
    };
    await read(Math.max(50, some.length));
    const latencies = await read(load.reads);
    figures.push({
      key: page.key,
      label: page.label,
      reached: rounded(quantile(latencies, 0.99)),
      unit: 'ms',
      hold: { operator: '<', value: FLOOR_MS },
      from: { tasksStored: Number(stored?.n ?? 0), reads: load.reads, readers: load.readers, p50: rounded(quantile(latencies, 0.5)) },
    });
  }
  return figures;
}
