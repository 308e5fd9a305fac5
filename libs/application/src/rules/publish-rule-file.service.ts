import { AppError, type RuleFilePin } from '@binhxet/domain';
import { packInvalid, type RulePacks } from '@binhxet/rule-packs';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock } from '../ports/clock.port.js';
import { type Rules } from '../ports/rules.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { assertNew } from './draft-rule-file.service.js';
import { loadStored } from './rule-file-shelf.js';

export interface PublishRuleFile {
  readonly id: string;
  readonly version: number;
  /** Hash of the draft that was looked at: what is published is what was read. */
  readonly sha256: string;
  readonly reason: string;
  /** Number of the document that orders the change. */
  readonly document: string;
}

/** Makes a draft a rule file of this installation, for cycles that open from now on. Cycles that run keep what they are pinned to. */
export class PublishRuleFileService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly packs: RulePacks,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws AppError PACK.NOT_FOUND; PACK.DRAFT_CHANGED (stale): the draft is not the one that was read; PACK.VERSION_EXISTS (conflict);
   *   PACK.INVALID (invalid): it contradicts what was published meanwhile
   */
  async publish(actor: Actor, { id, version, sha256, reason, document }: PublishRuleFile): Promise<RuleFilePin> {
    await this.rules.refresh();
    const pin = await this.uow.run(async (tx) => {
      const draft = await tx.ruleFiles.find(id, version);
      if (!draft) throw new AppError('PACK.NOT_FOUND', 'not-found', 'no such draft', { id, version });
      const loaded = loadStored(draft);
      assertNew(this.packs, loaded);
      const problems = this.packs.problemsWith(loaded);
      if (problems.length > 0) throw packInvalid(problems);
      const at = this.clock.now();
      const published = await tx.ruleFiles.publish({ id, version, sha256 }, { reason, document, by: actor.accountId, at });
      if (!published) throw new AppError('PACK.DRAFT_CHANGED', 'stale', 'The draft is not the one that was read: read it again', { id, version, sha256: draft.sha256 });
      tx.ledger.append({ type: 'rule-pack.published', payload: { by: actedBy(actor), id, version, kind: published.kind, sha256, reason, document } });
      return loaded.pin;
    });
    await this.rules.refresh();
    return pin;
  }
}
