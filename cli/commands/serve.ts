import { resolve } from 'node:path';
import { UserError } from '../../model/errors.ts';
import { isLoopback } from '../../server/access.ts';
import { defaultLimits } from '../../server/options.ts';
import type { Listening } from '../../server/server.ts';
import type { Store } from '../../server/store/store.ts';
import { byteLimit } from '../byte-limit.ts';
import { computeThreads } from '../compute-threads.ts';
import { command, type Io } from '../command.ts';
import { loadConfig } from '../config.ts';
import { configOptions, snapshotOptions } from '../options.ts';
import { ruleRegistry } from '../registry.ts';
import { builtPages } from '../pages.ts';
import { serverOptions } from '../server-options.ts';
import { today } from '../today.ts';

const defaultPort = '7373';

export const serve = command({
  name: 'serve',
  description:
    'Keeps snapshots and answers for them over HTTP: readiness, findings, remedies, plans, losses, candidates and the graph, as JSON that /api/openapi.json describes. Everything is kept in a folder, or in a PostgreSQL database where several servers share it. On 127.0.0.1 nobody is asked who they are; on any other address every request needs a token. It runs until it is interrupted.',
  arguments: [],
  options: {
    port: { type: 'string', value: '<port>', describe: `Port to listen on (default ${defaultPort}; 0 for any that is free)` },
    host: { type: 'string', value: '<address>', describe: 'Address to listen on (default 127.0.0.1)' },
    data: { type: 'string', value: '<folder>', describe: 'Folder that everything is kept in, made where there is none (default .regionready)' },
    databaseUrl: { type: 'string', value: '<url>', describe: 'Keep everything in this PostgreSQL database instead: postgres://user@host/name. REGIONREADY_DATABASE_URL says the same without showing a password in the list of processes' },
    threadMegabytes: { type: 'string', value: '<megabytes>', describe: 'Memory that each thread may take that keeps and judges estates (default 4096); there is one for each processor, and two at least' },
    token: { type: 'boolean', describe: 'Ask for a token with every request. Where the store has none with the scope admin, one is made and printed once' },
    ...configOptions,
    ...snapshotOptions,
  },
  examples: [
    { command: 'regionready serve', describe: 'For yourself, on http://127.0.0.1:7373' },
    { command: 'regionready serve --host 0.0.0.0 --token --data /var/lib/regionready', describe: 'For others, behind a proxy that ends TLS' },
    { command: 'regionready serve --config infra/regionready.config.yaml --port 8080', describe: 'Judge what is handed to it (scan --push) as this configuration says' },
  ],
  async run({ port = defaultPort, host = '127.0.0.1', data = '.regionready', databaseUrl, token = false, ...values }, _args, io) {
    const number = portOf(port);
    const snapshotBytes = byteLimit(values.maxSnapshotBytes);
    const threadMegabytes = megabytesOf(values.threadMegabytes);
    if (!isLoopback(host) && !token) throw new UserError('RR902', `${host} can be reached from other machines, and no token is asked for.`);
    const loaded = await loadConfig({ cwd: io.cwd, rules: ruleRegistry, explicit: values.config, lookup: values.configLookup ?? true });
    today(io.env);
    // Loaded here: every other command does without the server.
    const [{ listen }, { openFolder, openUrl }] = await Promise.all([import('../../server/server.ts'), import('../../server/store/open.ts')]);
    const url = databaseUrl ?? io.env['REGIONREADY_DATABASE_URL'];
    const store = url === undefined || url === '' ? await openFolder(resolve(io.cwd, data)) : await openUrl(url);
    let server: Listening;
    try {
      if (token) await firstToken(store, io);
      const options = serverOptions({ store, loaded, access: token ? 'token' : 'open', log: io.stderr, snapshotBytes }, io);
      const limits = { ...options.limits, threadMegabytes };
      server = await listen({ ...options, limits, threads: computeThreads(loaded, { cwd: io.cwd, limits }), pages: await builtPages() }, { host, port: number });
    } catch (thrown) {
      await store.close();
      throw thrown;
    }
    io.stdout.write(`Listening on ${server.url}\n`);
    await interrupted();
    await server.close();
    return 0;
  },
});

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UserError('RR103', `--port ${text} is no port.`, { hint: 'Give a number from 0 to 65535.' });
}

function megabytesOf(text: string | undefined): number {
  if (text === undefined) return defaultLimits.threadMegabytes;
  if (/^[1-9]\d{1,6}$/.test(text)) return Number(text);
  throw new UserError('RR103', `--thread-megabytes ${text} is no number of megabytes.`);
}

/** Prints the secret of a token that was made because there was none to make others with. */
async function firstToken(store: Store, { stdout }: Io): Promise<void> {
  const tokens = await store.tokens.list();
  if (tokens.some(({ scopes, expires }) => scopes.includes('admin') && expires === undefined)) return;
  const made = await store.tokens.make({ name: 'first', scopes: ['admin'] }, { who: 'start', request: 'start' });
  if (made === undefined) throw new UserError('RR901', 'The store has a token "first" that does not allow to make others, and none that does.');
  stdout.write(`Admin token, shown this once: ${made.token}\n`);
}

/** Until the process is asked to end. Who asks twice ends it at once. */
function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}
