import { type Actor, loadStored, rolesOf, RuleFileReader, type RuleFileRow, Rules } from '@binhxet/application';
import { AppError, PERMISSIONS } from '@binhxet/domain';
import { type LoadedRuleFile, type RuleFileKind, RulePacks, unconfirmedValues } from '@binhxet/rule-packs';
import { type WireOf } from '../common/schemas.js';
import { type ruleFile, type ruleFileSummary } from './rule-files.schemas.js';

/** A rule file with what is known of its publication. */
export interface FoundRuleFile {
  readonly loaded: LoadedRuleFile;
  readonly row: RuleFileRow | null;
}

/** Rule files as pages: shipped, published, and for who manages them the drafts. */
export class RuleFilePages {
  constructor(
    private readonly packs: RulePacks,
    private readonly reader: RuleFileReader,
    private readonly rules: Rules,
  ) {}

  async list(actor: Actor, kind: RuleFileKind | undefined): Promise<WireOf<typeof ruleFileSummary>[]> {
    await this.rules.refresh();
    const rows = new Map((await this.reader.published()).map((row) => [row.sha256, row]));
    const drafts = manages(actor) ? await this.reader.drafts() : [];
    const found: FoundRuleFile[] = [
      ...this.packs.files.map((loaded) => ({ loaded, row: rows.get(loaded.pin.sha256) ?? null })),
      ...drafts.map((row) => ({ loaded: loadStored(row), row })),
    ];
    return found
      .filter(({ loaded }) => kind === undefined || loaded.content.kind === kind)
      .map((one) => this.summary(one))
      .sort((one, other) => one.kind.localeCompare(other.kind, 'en') || one.id.localeCompare(other.id, 'en') || one.version - other.version);
  }

  /** @param version the newest installed one by default. @throws AppError PACK.NOT_FOUND: also for a draft that the actor may not see */
  async find(actor: Actor, id: string, version?: number): Promise<FoundRuleFile> {
    await this.rules.refresh();
    const installed = this.packs.files.find(({ content }) => content.id === id && content.version === (version ?? this.packs.get(id).content.version));
    if (installed) return { loaded: installed, row: await this.reader.find(id, installed.content.version) };
    const row = version === undefined || !manages(actor) ? null : await this.reader.find(id, version);
    if (!row) throw new AppError('PACK.NOT_FOUND', 'not-found', 'no such rule file', { id, ...(version !== undefined && { version }) });
    return { loaded: loadStored(row), row };
  }

  /** The version before another one; the newest installed for a draft. @throws AppError PACK.NOT_FOUND */
  before({ loaded }: FoundRuleFile): LoadedRuleFile {
    const { id, version } = loaded.content;
    const older = this.packs.files.filter(({ content }) => content.id === id && content.version < version).sort((one, other) => other.content.version - one.content.version)[0];
    if (!older) throw new AppError('PACK.NOT_FOUND', 'not-found', 'there is no version before this one: name a file to compare with', { id, version });
    return older;
  }

  summary({ loaded: { content, pin }, row }: FoundRuleFile): WireOf<typeof ruleFileSummary> {
    const rating = content.kind === 'rating-pack' ? content : null;
    return {
      ...pin,
      kind: content.kind,
      title: content.title,
      state: row?.state ?? 'SHIPPED',
      newest: row?.state !== 'DRAFT' && !this.packs.files.some((other) => other.content.id === content.id && other.content.version > content.version),
      ratingYears: rating?.ratingYears ?? null,
      period: rating ? (rating.period ?? 'YEAR') : null,
      inForceFrom: 'inForceFrom' in content ? content.inForceFrom : null,
      historyOnly: rating?.use === 'HISTORY',
      unconfirmed: unconfirmedValues(content).length,
      reason: row?.reason ?? null,
      document: row?.document ?? null,
      at: (row?.publishedAt ?? row?.draftedAt)?.toISOString() ?? null,
    };
  }

  detail(found: FoundRuleFile): WireOf<typeof ruleFile> {
    return { ...this.summary(found), content: found.loaded.content, unconfirmedValues: unconfirmedValues(found.loaded.content) };
  }
}

function manages(actor: Actor): boolean {
  const roles: readonly string[] = PERMISSIONS['rules.manage'];
  return actor.capacities.some((capacity) => rolesOf(capacity).some((role) => roles.includes(role)));
}
