import { classify, type CompiledPack, type FactValue, type RatingPack } from '@binhxet/domain';
import { loadRulePacks } from '@binhxet/rule-packs';
import { settingsFile } from '../scenarios/settings.js';
import { type Figure, rounded } from './figures.js';

const MEBIBYTE = 2 ** 20;
const SAMPLES = 20;
const FLOOR_SECONDS = 10;
const MILLION = 1_000_000;
/** A year whose pack has many gates. */
const RATING_YEAR = 2023;

/** Classifies generated members one after the other on this thread, proofs included; nothing of a member is kept. */
export function benchClassification({ members }: { readonly members: number }): Figure[] {
  const packs = loadRulePacks();
  const pack = packs.forYear(RATING_YEAR).content;
  const compiled = packs.compile(pack, settingsFile('KHOI-BENCH-2023') as never);
  const facts = factMaker(pack);
  run(compiled, facts, Math.min(members, 20_000)); // warm-up
  globalThis.gc?.();
  const rss: number[] = [];
  const began = performance.now();
  const usage = process.cpuUsage();
  let nodes = 0;
  for (let part = 0; part < SAMPLES; part++) {
    nodes += run(compiled, facts, Math.ceil(members / SAMPLES));
    rss.push(Math.round(process.memoryUsage.rss() / MEBIBYTE));
  }
  const done = Math.ceil(members / SAMPLES) * SAMPLES;
  const seconds = (performance.now() - began) / 1000;
  // One thread that waits for nothing: its processor time is what it takes on a core of its own, however busy the machine is.
  const { user, system } = process.cpuUsage(usage);
  const processorSeconds = (user + system) / 1e6;
  return [
    {
      key: 'classification.million',
      label: { vi: 'Xếp loại 1.000.000 đảng viên kèm chứng minh, thời gian một nhân', en: 'classify 1,000,000 members with proofs, time of one core' },
      reached: rounded((processorSeconds * MILLION) / done),
      unit: 's',
      hold: { operator: '<', value: FLOOR_SECONDS },
      from: { members: done, seconds: rounded(seconds), processorSeconds: rounded(processorSeconds), proofNodes: nodes, pack: `${pack.id}@${pack.version}` },
    },
    {
      key: 'classification.memory',
      label: { vi: 'Bộ nhớ tăng thêm từ nửa đầu sang nửa sau', en: 'memory grown from the first half to the second' },
      reached: Math.max(...rss.slice(SAMPLES / 2)) - Math.max(...rss.slice(0, SAMPLES / 2)),
      unit: 'MiB',
      hold: { operator: '<=', value: 32 },
      from: { rssMiB: rss },
    },
  ];
}

/** @returns nodes of the proofs, so that none is optimised away */
function run(compiled: CompiledPack, facts: () => Record<string, FactValue>, count: number): number {
  let nodes = 0;
  for (let n = 0; n < count; n++) {
    const { proof } = classify({ subject: 'MEMBER', facts: facts(), decision: { decisionId: 'd', clause: null, level: 2 } }, compiled);
    for (const child of proof.children ?? []) nodes += 1 + (child.children?.length ?? 0);
  }
  return nodes;
}

/** Facts as the pack declares them, every kind drawn from a fixed sequence; one in eight is not known. */
function factMaker(pack: RatingPack): () => Record<string, FactValue> {
  const declared = Object.entries(pack.facts?.MEMBER ?? {});
  let state = 0x2545f491;
  const draw = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  return () => {
    const facts: Record<string, FactValue> = {};
    for (const [name, { type }] of declared) {
      const drawn = draw();
      facts[name] = drawn % 8 === 0 ? null : type === 'bool' ? (drawn & 256) === 0 : type === 'int' ? (drawn >>> 8) % 20 : 1 + ((drawn >>> 8) % 4);
    }
    return facts;
  };
}
