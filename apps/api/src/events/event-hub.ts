import { createHash } from 'node:crypto';
import { type Actor, type ChangeMark, type ChangeReader } from '@binhxet/application';
import { type Logger } from '@binhxet/platform';
import { Observable } from 'rxjs';

export interface ChangeEvent {
  readonly topic: ChangeMark['topic'];
  /** opaque; another one means that something of the topic changed */
  readonly version: string;
}

interface Watcher {
  readonly memberId: string | null;
  readonly organisationIds: readonly string[];
  readonly told: Map<string, string>;
  tell(event: ChangeEvent): void;
}

const TOPICS = ['tasks', 'notifications'] as const;

/**
 * Tells open pages that their inbox changed: one query every period for all of them, none while nobody watches. What is told is a version,
 * never a content; the page asks again with its own rights.
 */
export class EventHub {
  private readonly watchers = new Set<Watcher>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly reader: ChangeReader,
    private readonly logger: Logger,
    /** milliseconds between two looks */
    private readonly periodMs: number,
  ) {}

  /** @returns the present versions first, then every change; ends watching when it is unsubscribed */
  watch(actor: Actor): Observable<ChangeEvent> {
    return new Observable((subscriber) => {
      const organisationIds = [...new Set(actor.capacities.flatMap((capacity) => (capacity.kind === 'POST' ? [capacity.organisationId] : [])))];
      const watcher: Watcher = { memberId: actor.memberId, organisationIds, told: new Map(), tell: (event) => subscriber.next(event) };
      this.watchers.add(watcher);
      void this.look([watcher]);
      this.timer ??= setInterval(() => void this.look([...this.watchers]), this.periodMs).unref();
      return () => {
        this.watchers.delete(watcher);
        if (this.watchers.size > 0) return;
        clearInterval(this.timer);
        this.timer = undefined;
      };
    });
  }

  /** A database that is away is no reason to end a stream: the next look tells what was missed. */
  private async look(watchers: readonly Watcher[]): Promise<void> {
    try {
      const members = [...new Set(watchers.flatMap(({ memberId }) => memberId ?? []))];
      const marks = await this.reader.marks(members, [...new Set(watchers.flatMap(({ organisationIds }) => organisationIds))]);
      const byScope = new Map(marks.map((mark) => [`${mark.topic} ${mark.id}`, mark.mark]));
      for (const watcher of watchers) tellChanges(watcher, byScope);
    } catch (error) {
      this.logger.warn({ err: error }, 'changes could not be looked for');
    }
  }
}

function tellChanges(watcher: Watcher, byScope: ReadonlyMap<string, string>): void {
  const scopes = [...(watcher.memberId === null ? [] : [watcher.memberId]), ...watcher.organisationIds];
  for (const topic of TOPICS) {
    const version = createHash('sha256')
      .update(JSON.stringify(scopes.map((id) => byScope.get(`${topic} ${id}`) ?? null)))
      .digest('base64url')
      .slice(0, 12);
    if (watcher.told.get(topic) === version) continue;
    watcher.told.set(topic, version);
    watcher.tell({ topic, version });
  }
}
