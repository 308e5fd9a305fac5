import { launcherText } from '@binhxet/messages';
import { loadConfig, temporalSection } from '@binhxet/platform';
import { RETENTION_DAYS } from '@binhxet/platform/servers';
import { EXIT } from '../launch-error.js';
import { runAction, type CommandContext, type RegisterCommand } from './command.js';

/** `temporal setup`: namespace, retention and search attributes on the server of BX_TEMPORAL_ADDRESS. */
export const registerTemporal: RegisterCommand = (program, context) => {
  program
    .command('temporal')
    .description('The Temporal server of BX_TEMPORAL_ADDRESS')
    .command('setup')
    .description('Make namespace and search attributes, set the retention; repeatable')
    .option('--retention-days <n>', 'how long closed workflows stay visible', String(RETENTION_DAYS))
    .action(
      runAction(context, (options: { readonly retentionDays: string }) =>
        setup(Number(options.retentionDays), context),
      ),
    );
};

async function setup(retentionDays: number, { terminal, env }: CommandContext): Promise<number> {
  const { prepareNamespace } = await import('../servers/prepare-namespace.js');
  const { temporal } = loadConfig({ temporal: temporalSection }, env);
  const added = await prepareNamespace({ address: temporal.address, namespace: temporal.namespace, retentionDays });
  terminal.say(launcherText('namespaceReady', { namespace: temporal.namespace, count: added.length }));
  return EXIT.OK;
}
