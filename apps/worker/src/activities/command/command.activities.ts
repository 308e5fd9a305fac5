import { type CommandActivities, type CommandName, COMMANDS } from '@binhxet/contracts';
import { type Logger } from '@binhxet/platform';
import { guarded } from '../guarded-activity.js';

/** Requests of people, one activity each; the command id ties every log line to the request it came from. */
export function commandActivities(services: CommandActivities, logger: Logger): CommandActivities {
  const activity = (name: CommandName) =>
    guarded(logger, 'request', (body: Parameters<CommandActivities[CommandName]>[0], ref: Parameters<CommandActivities[CommandName]>[1]) => services[name](body, ref), (_body, ref) => ref.commandId);
  return Object.fromEntries(COMMANDS.map((name) => [name, activity(name)])) as unknown as CommandActivities;
}
