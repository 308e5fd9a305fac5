import { AppError } from '@binhxet/domain';
import { type LoadedRuleFile, packInvalid, parseRuleFile, type RulePacks } from '@binhxet/rule-packs';
import { type Actor } from '../access/actor.js';
import { type Clock } from '../ports/clock.port.js';
import { type Rules } from '../ports/rules.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { jsonOf } from './rule-file-shelf.js';

/** Name of an uploaded file in problems: paths are those of its content. */
const UPLOAD = 'draft';

/** A rule file as an administrator wrote it: checked in full, kept as a draft, used by nobody yet. */
export class DraftRuleFileService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly packs: RulePacks,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores a draft in the place of an older draft of the same id and version. A draft is nobody's record: no ledger entry.
   * @param text YAML or JSON
   * @throws AppError PACK.INVALID (invalid) with field errors, nothing kept; PACK.VERSION_EXISTS (conflict) naming the next version
   */
  async save(actor: Actor, text: string): Promise<LoadedRuleFile> {
    const parsed = parseRuleFile(UPLOAD, text);
    if ('problems' in parsed) throw packInvalid(parsed.problems);
    const { loaded } = parsed;
    await this.rules.refresh();
    assertNew(this.packs, loaded);
    const problems = this.packs.problemsWith(loaded);
    if (problems.length > 0) throw packInvalid(problems);
    const { content, pin } = loaded;
    await this.uow.run(async (tx) => {
      const kept = await tx.ruleFiles.putDraft({ ...pin, kind: content.kind, title: content.title, content: jsonOf(loaded), draftedBy: actor.accountId, draftedAt: this.clock.now() });
      if (!kept) throw versionExists(pin.id, pin.version);
    });
    return loaded;
  }
}

/** A change is a new version: what is installed is never written over. @throws AppError PACK.VERSION_EXISTS (conflict) */
export function assertNew(packs: RulePacks, { content }: LoadedRuleFile): void {
  const versions = packs.files.filter((other) => other.content.id === content.id).map((other) => other.content.version);
  const latest = Math.max(0, ...versions);
  if (content.version <= latest) throw versionExists(content.id, latest);
}

export function versionExists(id: string, latest: number): AppError {
  return new AppError('PACK.VERSION_EXISTS', 'conflict', 'Published rules are final: a change is a new version', { id, latest, accepted: latest + 1 });
}
