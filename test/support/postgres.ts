import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL server of the test's own, that can be killed and started again on the same data. */
export interface Postgres {
  readonly url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Folder of the newest binaries of the system's packages; undefined where there are none, or nobody to run them as. */
export async function postgresBinaries(): Promise<string | undefined> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  return newest === undefined || process.getuid?.() !== 0 ? undefined : `/usr/lib/postgresql/${newest}/bin`;
}

async function user(what: '-u' | '-g'): Promise<number> {
  return Number((await run('id', [what, 'postgres'])).stdout);
}

export async function startPostgres(binaries: string): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'regionready-postgres-'));
  const [uid, gid] = [await user('-u'), await user('-g')];
  await chown(folder, uid, gid);
  const as = { uid, gid, cwd: '/' };
  await run(join(binaries, 'initdb'), ['-D', join(folder, 'data'), '-A', 'trust', '-U', 'postgres', '--no-sync'], as);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;
  const postgres: Postgres = {
    url,
    async start() {
      for (let tries = 0; ; tries++) {
        // After a kill the first may end again: processes of the old one are still going.
        if (server === undefined || server.exitCode !== null || server.signalCode !== null) {
          server = spawn(join(binaries, 'postgres'), ['-D', join(folder, 'data'), '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=60'], { ...as, stdio: 'ignore' });
        }
        const ready = await run(join(binaries, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port), '-q']).then(() => true, () => false);
        if (ready) return;
        if (tries > 300) throw new Error('PostgreSQL does not start');
        await new Promise((done) => setTimeout(done, 100));
      }
    },
    async kill() {
      const dying = server;
      if (dying === undefined || dying.exitCode !== null || dying.signalCode !== null) return;
      const ended = new Promise((done) => dying.once('exit', done));
      dying.kill('SIGKILL');
      await ended;
    },
    async remove() {
      await postgres.kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  await postgres.start();
  return postgres;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { readonly port: number };
      probe.close(() => done(port));
    });
  });
}
