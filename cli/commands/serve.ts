import { UserError } from '../../model/errors.ts';
import { isLoopback } from '../../server/access.ts';
import type { Listening } from '../../server/server.ts';
import type { Store } from '../../server/store/store.ts';
import { command, type Io } from '../command.ts';
import { builtPages } from '../pages.ts';
import { oidcOf, oidcOptions } from '../oidc-options.ts';
import { interrupted, processOptions, serverProcess } from '../server-process.ts';

const defaultPort = '7373';

export const serve = command({
  name: 'serve',
  description:
    'Keeps snapshots and answers for them over HTTP: readiness, findings, remedies, plans, losses, candidates and the graph, as JSON that /api/openapi.json describes. Everything is kept in a folder, or in a PostgreSQL database where several servers share it. On 127.0.0.1 nobody is asked who they are; on any other address every request needs a token, or people sign in through an identity provider (docs/server.md). It runs until it is interrupted.',
  arguments: [],
  options: {
    port: { type: 'string', value: '<port>', describe: `Port to listen on (default ${defaultPort}; 0 for any that is free)` },
    host: { type: 'string', value: '<address>', describe: 'Address to listen on (default 127.0.0.1)' },
    token: { type: 'boolean', describe: 'Ask for a token with every request. Where the store has none with the scope admin, one is made and printed once' },
    ...oidcOptions,
    prepare: { type: 'boolean', negated: true, describe: 'Leave what the pages begin with to be computed when somebody asks for it; otherwise it is computed as soon as a snapshot is there' },
    worker: { type: 'boolean', negated: true, describe: 'Leave scheduled scans to processes of `regionready work`' },
    ...processOptions,
  },
  examples: [
    { command: 'regionready serve', describe: 'For yourself, on http://127.0.0.1:7373' },
    { command: 'regionready serve --host 0.0.0.0 --token --data /var/lib/regionready', describe: 'For others, behind a proxy that ends TLS' },
    { command: 'regionready serve --host 0.0.0.0 --public-url https://readiness.example.com --oidc-issuer https://login.example.com --oidc-client regionready --oidc-group platform=admin --oidc-group everyone=read', describe: 'For an organization, whose people sign in' },
    { command: 'regionready serve --config infra/regionready.config.yaml --port 8080', describe: 'Judge what is handed to it (scan --push) as this configuration says' },
  ],
  async run({ port = defaultPort, host = '127.0.0.1', token = false, prepare = true, worker = true, ...values }, _args, io) {
    const number = portOf(port);
    const oidc = oidcOf(values, io);
    if (!isLoopback(host) && !token && oidc === undefined) throw new UserError('RR902', `${host} can be reached from other machines, and no token is asked for.`);
    const { options, threads, work } = await serverProcess(values, io, token || oidc !== undefined ? 'token' : 'open');
    const { store } = options;
    let server: Listening;
    try {
      if (token) await firstToken(store, io);
      const { listen } = await import('../../server/server.ts');
      server = await listen({ ...options, oidc, pages: await builtPages() }, { host, port: number });
    } catch (thrown) {
      await threads.close();
      await store.close();
      throw thrown;
    }
    io.stdout.write(`Listening on ${server.url}\n`);
    const jobs = worker ? await work() : undefined;
    const preparing = prepare ? (await import('../../server/preparing.ts')).startPreparing(options, threads) : undefined;
    await interrupted();
    await preparing?.close();
    await jobs?.close();
    await server.close();
    return 0;
  },
});

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UserError('RR103', `--port ${text} is no port.`, { hint: 'Give a number from 0 to 65535.' });
}

/** Prints the secret of a token that was made because there was none to make others with. */
async function firstToken(store: Store, { stdout }: Io): Promise<void> {
  const tokens = await store.tokens.list();
  if (tokens.some(({ scopes, expires }) => scopes.includes('admin') && expires === undefined)) return;
  const made = await store.tokens.make({ name: 'first', scopes: ['admin'] }, { who: 'start', request: 'start' });
  if (made === undefined) throw new UserError('RR901', 'The store has a token "first" that does not allow to make others, and none that does.');
  stdout.write(`Admin token, shown this once: ${made.token}\n`);
}
