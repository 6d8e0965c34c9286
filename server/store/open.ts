import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf, UserError } from '../../model/errors.ts';
import { annotationStore } from './annotations.ts';
import { answerStore } from './answers.ts';
import { auditLog } from './audit.ts';
import { jobStore } from './jobs.ts';
import { migrate } from './migrations.ts';
import { readinessStore } from './readinesses.ts';
import { scanStore } from './scans.ts';
import { sessionStore } from './sessions.ts';
import { snapshotStore } from './snapshots.ts';
import type { Database } from './sql.ts';
import type { Store } from './store.ts';
import { tokenStore } from './tokens.ts';
import { waiverStore } from './waivers.ts';

/** The store in a folder of its own, made where there is none. Throws RR901. */
export async function openFolder(folder: string): Promise<Store> {
  const uploads = join(folder, 'uploads');
  try {
    await mkdir(uploads, { recursive: true, mode: 0o700 });
    await clear(uploads);
    // Loaded here: a store in PostgreSQL needs no other.
    const { openSqlite } = await import('./sqlite.ts');
    return await storeIn(openSqlite(join(folder, 'regionready.sqlite')), uploads);
  } catch (thrown) {
    throw new UserError('RR901', `The store in ${folder} cannot be opened: ${messageOf(thrown)}`, { cause: thrown });
  }
}

/** The store in a PostgreSQL database. Throws RR901. */
export async function openUrl(url: string): Promise<Store> {
  const { openPostgres } = await import('./postgres.ts');
  const uploads = await mkdtemp(join(tmpdir(), `${uploadsOf(process.pid)}`));
  await clearTemporary();
  const store = await storeIn(await openPostgres(url), uploads);
  return { ...store, close: () => store.close().finally(() => rm(uploads, { recursive: true, force: true })) };
}

async function storeIn(database: Database, uploads: string): Promise<Store> {
  await migrate(database);
  return {
    snapshots: snapshotStore(database, uploads),
    readinesses: readinessStore(database),
    answers: answerStore(database),
    waivers: waiverStore(database),
    annotations: annotationStore(database),
    tokens: tokenStore(database),
    sessions: sessionStore(database),
    scans: scanStore(database),
    jobs: jobStore(database),
    audit: (part) => auditLog(database, part),
    ping: async () => void (await database.all('SELECT 1 AS one')),
    close: () => database.close(),
  };
}

const uploadsOf = (pid: number | string): string => `regionready-uploads-${pid}-`;

/** The same for folders of uploads of processes that have a database elsewhere. */
async function clearTemporary(): Promise<void> {
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith(uploadsOf('').slice(0, -1)) && !isAlive(Number(name.split('-')[2])) && Number(name.split('-')[2]) !== process.pid);
  // What belongs to somebody else stays.
  await Promise.all(left.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined)));
}

/** Takes away what processes that are no more left of their uploads. */
async function clear(uploads: string): Promise<void> {
  for (const name of await readdir(uploads)) if (!isAlive(Number(name.split('-')[0]))) await rm(join(uploads, name), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    // In a container every life of the server has the same id, and this one takes nothing in yet.
    return pid !== process.pid && process.kill(pid, 0);
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
