import { postgresUrl, tryLock, type DatabaseRole } from '@binhxet/platform/servers';
import path from 'node:path';
import { DataFolder } from '../stack/data-folder.js';
import { DATABASE, startInstallationDatabase } from './installation-database.js';

/**
 * Runs `work` with a role's connection to an installation's database: the running one, or one started for the time.
 * @param root folder of the installation
 */
export async function withInstallationDatabase<T>(
  root: string,
  role: DatabaseRole,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const folder = new DataFolder(root);
  const port = folder.readState().ports?.postgres;
  const held = tryLock(path.join(folder.root, 'launcher.lock'));
  if ('heldBy' in held)
    return work(
      postgresUrl({
        user: role,
        password: folder.secrets().get(`postgres.${role}`),
        port: port ?? 0,
        database: DATABASE,
      }),
    );
  try {
    const database = await startInstallationDatabase(folder, port);
    try {
      return await work(database.urls[role]);
    } finally {
      await database.server.stop();
    }
  } finally {
    held.release();
  }
}
