import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { loadConfig } from '../../cli/config.ts';
import { ruleRegistry } from '../../cli/registry.ts';
import { serverOptions } from '../../cli/server-options.ts';
import type { Config } from '../../model/config.ts';
import type { Fact } from '../../model/fact.ts';
import { snapshotLines } from '../../model/snapshot.ts';
import { threadPool, type ThreadPool } from '../../server/compute/pool.ts';
import type { Limits, Pages, ServerOptions, Threads } from '../../server/options.ts';
import { startPreparing, type Preparing } from '../../server/preparing.ts';
import type { OidcOptions } from '../../server/oidc/options.ts';
import { createServer } from '../../server/server.ts';
import { openFolder } from '../../server/store/open.ts';
import type { Store } from '../../server/store/store.ts';
import { memoryIo, runCli } from './io.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const shopConfig = join(root, 'examples/shop/regionready.config.yaml');

export const temporary = (): Promise<string> => mkdtemp(join(tmpdir(), 'regionready-server-'));

let shop: Promise<Buffer> | undefined;

/** The example estate as a snapshot, through the command; scanned once by a process. */
export const shopSnapshot = (): Promise<Buffer> => (shop ??= scanShop());

async function scanShop(): Promise<Buffer> {
  const path = join(await temporary(), 'shop.snapshot.gz');
  const { code, stderr } = await runCli(['scan', 'examples/shop', '--config', shopConfig, '-o', path, '--quiet'], { cwd: root });
  if (code !== 0) throw new Error(stderr);
  return readFile(path);
}

export const snapshotOf = (facts: readonly Fact[]): Buffer => gzipSync([...snapshotLines(facts, 'test'), ''].join('\n'));

export interface TestServer {
  readonly app: FastifyInstance;
  readonly store: Store;
  /** Lines of the log. */
  readonly log: string[];
  /** What computes what pages begin with, where that was asked for. */
  readonly preparing?: Preparing | undefined;
  readonly pool?: ThreadPool | undefined;
  readonly options: ServerOptions;
  close(): Promise<void>;
}

export interface Given {
  readonly access?: ServerOptions['access'];
  readonly limits?: Partial<Limits>;
  readonly store?: Store;
  readonly pages?: Pages;
  /** Threads that compute; the server's own if not given. */
  readonly threads?: Threads;
  readonly oidc?: OidcOptions;
  readonly prepare?: boolean;
  /** Instead of the example's. */
  readonly config?: Config;
}

/** A server with a new store, configured for the example estate. */
export async function testServer({ access = 'open', limits = {}, store: given, pages, threads, oidc, config, prepare = false }: Given = {}): Promise<TestServer> {
  const store = given ?? (await openFolder(await temporary()));
  const log: string[] = [];
  const loaded = await loadConfig({ cwd: root, rules: ruleRegistry, explicit: shopConfig, lookup: false });
  const options = serverOptions({ store, loaded, access, log: { write: (line) => void log.push(line) } }, memoryIo({ cwd: root }).io);
  const own = { ...options.limits, requestsPerMinute: 100_000, ...limits };
  const pool = threads === undefined ? undefined : threadPool(threads, { store, limits: own, log: options.log });
  const app = await createServer({ ...options, ...(config === undefined ? {} : { config }), pages, oidc, threads: pool, limits: own });
  const preparing = prepare && pool !== undefined ? startPreparing({ ...options, limits: own }, pool, { everyMs: 50 }) : undefined;
  return { app, store, log, preparing, pool, options, close: () => (preparing?.close() ?? Promise.resolve()).then(() => app.close()).then(() => pool?.close()).then(() => store.close()) };
}

/** Uploads and gives the id. */
export async function upload(app: FastifyInstance, body: Buffer, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/api/snapshots', headers: { host: 'localhost', 'content-type': 'application/gzip', ...headers }, body });
  if (answer.statusCode >= 300) throw new Error(answer.body);
  return answer.json<{ id: string }>().id;
}
