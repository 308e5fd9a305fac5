import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeFinding, type Finding } from '../core/findings.js';
import { parseCheckpoint, parseVerifierKey, type VerifierKey } from '../core/note.js';
import { type Opening } from '../core/opening.js';
import { ExportCheck } from './export-check.js';
import { isObject, openExport, Unreadable } from './export-files.js';
import { type SeenCheckpoint } from './heads-check.js';
import { nodeSha256 } from './node-crypto.js';
import { RowStream } from './rows.js';
import { say, type Lang } from './texts.js';
import { TrustFile } from './trust.js';
import { checkUrl, PublishedLog } from './url-check.js';

/** Where the command writes and reads from; a test gives its own. */
export interface VerifyIo {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly cwd: string;
  readonly fetch?: typeof fetch;
}

/** Findings printed; a log that is wrong from end to end need not be listed. */
const PRINTED = 1_000;

const OPTIONS = {
  export: { type: 'string' },
  openings: { type: 'string' },
  key: { type: 'string' },
  state: { type: 'string' },
  lang: { type: 'string', default: 'vi' },
  help: { type: 'boolean', default: false },
} as const;

/**
 * The command `verify`: checks a published log, an export of its tables, or both against each other. Offline but for the URL it is given.
 * @param argv arguments after the command's name
 * @returns exit code: 0 right, 1 findings (a line each on `out`), 2 bad arguments, 3 unreadable
 */
export async function verifyMain(argv: readonly string[], io: VerifyIo): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    io.err(error instanceof Error ? error.message : '');
    io.err(say('usage', 'vi'));
    return 2;
  }
  const { values, positionals } = parsed;
  const lang: Lang = values.lang === 'en' ? 'en' : 'vi';
  if (values.help) {
    io.out(say('usage', lang));
    return 0;
  }
  const [target] = positionals;
  if (target === undefined || positionals.length > 1 || !['vi', 'en'].includes(values.lang)) {
    io.err(say('usage', lang));
    return 2;
  }
  try {
    return await new Run(io, lang, target, values).run();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    io.err(say('unreadable', lang, { what: error.message }));
    return 3;
  }
}

class Run {
  private count = 0;
  private readonly trust: TrustFile;
  private readonly report = (finding: Finding): void => {
    if (++this.count <= PRINTED) this.io.out(describeFinding(finding, this.lang));
  };

  constructor(
    private readonly io: VerifyIo,
    private readonly lang: Lang,
    private readonly target: string,
    private readonly options: { export?: string; openings?: string; key?: string; state?: string },
  ) {
    this.trust = new TrustFile(this.file(options.state ?? path.join('.binhxet', 'verify.json')));
  }

  async run(): Promise<number> {
    const isUrl = /^https?:\/\//.test(this.target);
    const log = isUrl ? new PublishedLog(this.target.replace(/\/+$/, ''), this.io.fetch ?? fetch) : null;
    const folder = isUrl ? this.options.export : this.target;
    const exported = folder === undefined ? null : openExport(this.file(folder));
    const offered = log ? await log.text('key') : exported?.manifest.verifierKey;
    const key = this.key(offered ?? undefined);
    if (!key) return this.verdict(null, null);

    const earlier = this.trust.seen(key.name);
    let newest: SeenCheckpoint | null = null;
    if (exported) {
      const published = log && parseCheckpoint(await log.text('checkpoint'));
      const { size } = exported.manifest;
      // Beside the published log an export may be an older one; alone it stands for the log and must not be shorter than before.
      const asked = [earlier, published].filter((one) => one !== null).filter((one) => !log || one.size <= size);
      const { heads, ...counts } = await new ExportCheck(exported.folder, exported.manifest, this.report).run(key, asked);
      if (!log) this.say('log', { origin: key.name, size: heads.size });
      this.say('contents', counts);
      if (heads.root) newest = { size: heads.size, root: heads.root };
    }
    if (log) {
      const { checkpoint, openings } = await checkUrl(nodeSha256, log, key, [earlier, newest].filter((one) => one !== null), this.openings(), this.report);
      this.say('log', { origin: key.name, size: checkpoint?.size ?? 0 });
      if (openings > 0) this.say('openings', { count: openings });
      if (checkpoint && checkpoint.size >= (newest?.size ?? 0)) newest = checkpoint;
    }
    return this.verdict(key, newest);
  }

  /** The key to trust: given, else seen before, else the one offered now. */
  private key(offered: string | undefined): VerifierKey | null {
    const given = this.options.key;
    const text = given === undefined ? offered : existsSync(this.file(given)) ? readFileSync(this.file(given), 'utf8') : given;
    const key = text === undefined ? null : parseVerifierKey(nodeSha256, text);
    if (!key) {
      this.report({ code: 'KEY_MALFORMED' });
      return null;
    }
    const known = this.trust.keyOf(key.name);
    if (known !== undefined && known !== key.text) this.report({ code: 'KEY_CHANGED' });
    this.say(given !== undefined ? 'keyGiven' : known === key.text ? 'keyKnown' : 'keyFirst', { key: key.text });
    return key;
  }

  private *openings(): Generator<Opening> {
    if (this.options.openings === undefined) return;
    const file = this.file(this.options.openings);
    if (!existsSync(file)) throw new Unreadable(file);
    const isOpening = (value: unknown): value is Opening => isObject(value) && ['entry', 'salt', 'payload'].every((name) => typeof value[name] === 'string');
    yield* new RowStream(path.dirname(file), path.basename(file), this.report, isOpening).rest();
  }

  private verdict(key: VerifierKey | null, newest: SeenCheckpoint | null): number {
    if (this.count > PRINTED) this.say('more', { count: this.count - PRINTED });
    if (this.count > 0) {
      this.say('wrong', { count: this.count });
      return 1;
    }
    // Only what was found right is remembered, and never a smaller log than the one seen before.
    if (key && newest && newest.size >= (this.trust.seen(key.name)?.size ?? 0)) this.trust.remember(key, newest);
    this.say('right', {});
    return 0;
  }

  private say(key: Parameters<typeof say>[0], facts: Readonly<Record<string, string | number>>): void {
    this.io.out(say(key, this.lang, facts));
  }

  private file(name: string): string {
    return path.resolve(this.io.cwd, name);
  }
}
