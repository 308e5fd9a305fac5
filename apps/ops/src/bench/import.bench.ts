import { readFileSync } from 'node:fs';
import { type Figure, rounded } from './figures.js';
import { type World } from './world.js';

const ROWS_A_REQUEST = 10_000;
const CELLS = 2_000;
const COLUMNS = ['code', 'fullName', 'bornOn', 'status', 'admittedOn', 'officialOn', 'civilServant', 'organisation', 'joinedOn'];

/** Files of a province as an administrator uploads them: organisations, then members, staged, accepted and written over HTTP. */
export async function benchImport(world: World, { members }: { readonly members: number }, say: (line: string) => void): Promise<Figure[]> {
  const organisations = csv(
    ['code', 'name', 'role', 'parent', 'from'],
    [
      ['IMPORT-TOP', 'Đảng bộ đo tốc độ nhập (sinh tự động)', 'SUPERIOR_ORG', '', '2015-01-01'],
      ...Array.from({ length: CELLS }, (_, at) => [cellOf(at), `Chi bộ ${cellOf(at)}`, 'GRASSROOTS_CELL', 'IMPORT-TOP', '2015-01-01']),
    ],
  );
  const people = csv(
    COLUMNS,
    Array.from({ length: members }, (_, at) => [`IMP-${at + 1}`, `Đảng viên sinh tự động ${at + 1}`, '1980-05-19', 'OFFICIAL', '2012-03-01', '2013-03-01', 'yes', cellOf(at % CELLS), '2015-01-01']),
  );
  const before = peakMiB(world.stack.api.pid);
  const began = performance.now();
  await bring(world, 'to-chuc.csv', 'organisations', organisations, say);
  const { staged, applied } = await bring(world, 'dang-vien.csv', 'members', people, say);
  const seconds = (performance.now() - began) / 1000;
  const peak = peakMiB(world.stack.api.pid);
  const again = await timed(() => bring(world, 'dang-vien.csv', 'members', people, say));
  return [
    {
      key: 'import.seconds',
      label: { vi: 'Nhập 100.000 đảng viên từ CSV: tải lên, kiểm tra, ghi', en: 'import of 100,000 members from CSV: upload, check, write' },
      reached: rounded((seconds * 100_000) / members),
      unit: 's',
      hold: { operator: '<', value: 60 },
      from: { members, seconds: rounded(seconds), stagedSeconds: rounded(staged), writtenSeconds: rounded(applied), againSeconds: rounded(again.seconds), againWritten: again.value.written },
    },
    ...(peak === null
      ? []
      : [
          {
            key: 'import.memory',
            label: { vi: 'Bộ nhớ cao nhất của tiến trình api', en: 'peak memory of the api process' },
            reached: peak,
            unit: 'MiB',
            hold: { operator: '<', value: 1024 } as const,
            from: { beforeMiB: before ?? 0 },
          },
        ]),
  ];
}

async function bring(world: World, name: string, kind: string, content: string, say: (line: string) => void): Promise<{ readonly staged: number; readonly applied: number; readonly written: number }> {
  const staging = await timed(() => world.admin<{ batchId: string }>('POST', '/import-batches', { files: [{ name, kind, content: Buffer.from(content).toString('base64') }] }));
  const { batchId } = staging.value;
  const applying = await timed(async () => {
    await world.admin('POST', `/import-batches/${batchId}/decisions`, { decision: 'ACCEPTED', classes: ['ADDED'] });
    let total = 0;
    for (;;) {
      const { written, remaining, waiting } = await world.admin<{ written: number; remaining: number; waiting: number }>('POST', `/import-batches/${batchId}/apply`, { limit: ROWS_A_REQUEST });
      total += written;
      say(`${name}: ${total} / ${total + remaining}`);
      if (remaining <= waiting) return total;
    }
  });
  return { staged: staging.seconds, applied: applying.seconds, written: applying.value };
}

const cellOf = (at: number): string => `IC-${String(at + 1).padStart(5, '0')}`;
const csv = (columns: readonly string[], rows: readonly (readonly string[])[]): string => [columns, ...rows].map((row) => row.join(',')).join('\n');

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const began = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - began) / 1000 };
}

/** Most memory the process has ever had resident; null where the kernel does not tell. */
function peakMiB(pid: number): number | null {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Math.round(Number(found[1]) / 1024) : null;
  } catch {
    return null;
  }
}
