import { type CommandRow, CommandStore } from '@binhxet/application';
import { type CommandOutcome } from '@binhxet/contracts';
import { AppError } from '@binhxet/domain';
import { json, type Sql } from '../sql.js';

interface CommandRecord {
  id: string;
  name: CommandRow['name'];
  cycle_id: string;
  organisation_id: string;
  workflow_id: string;
  actor: CommandRow['actor'];
  payload: CommandRow['payload'];
  outcome: CommandOutcome | null;
}

export class PgCommandStore extends CommandStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async insert(command: Omit<CommandRow, 'outcome'>, at: Date): Promise<boolean> {
    const rows = await this.sql.query(
      `insert into app.command (id, name, cycle_id, organisation_id, workflow_id, actor, payload, created_at) values ($1,$2,$3,$4,$5,$6,$7,$8) on conflict (id) do nothing returning id`,
      [command.id, command.name, command.cycleId, command.organisationId, command.workflowId, json(command.actor), json(command.payload), at],
    );
    return rows.length === 1;
  }

  async lock(commandId: string): Promise<CommandRow> {
    const [r] = await this.sql.query<CommandRecord>('select id, name, cycle_id, organisation_id, workflow_id, actor, payload, outcome from app.command where id = $1 for update', [commandId]);
    if (!r) throw new AppError('COMMAND.NOT_FOUND', 'not-found', 'There is no such command', { commandId });
    return { id: r.id, name: r.name, cycleId: r.cycle_id, organisationId: r.organisation_id, workflowId: r.workflow_id, actor: r.actor, payload: r.payload, outcome: r.outcome };
  }

  async finish(commandId: string, outcome: CommandOutcome, at: Date): Promise<void> {
    await this.sql.query('update app.command set outcome = $2, done_at = $3 where id = $1', [commandId, json(outcome), at]);
  }

  async forget(commandId: string): Promise<void> {
    await this.sql.query('delete from app.command where id = $1 and done_at is null', [commandId]);
  }
}
