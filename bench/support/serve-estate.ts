import { availableParallelism } from 'node:os';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { computeThreads } from '../../cli/compute-threads.ts';
import { builtPages } from '../../cli/pages.ts';
import { ruleRegistry } from '../../cli/registry.ts';
import { loadConfig } from '../../cli/config.ts';
import { serverOptions } from '../../cli/server-options.ts';
import { snapshotLines } from '../../model/snapshot.ts';
import { threadPool } from '../../server/compute/pool.ts';
import { listen } from '../../server/server.ts';
import { openFolder } from '../../server/store/open.ts';
import { estateFacts } from './estate-facts.ts';

/** A server with one generated estate, and without a limit of requests; with the pages that a folder has, if one is given. Prints where it listens, and how it fares when it is asked for it. */
const [folder = '', size = '0', processors = '2', built] = process.argv.slice(2);
const store = await openFolder(folder);
const { facts } = estateFacts(Number(size));
const text = gzipSync([...snapshotLines(facts, 'bench'), ''].join('\n'), { level: 1 });
const { snapshot } = await store.snapshots.put(Readable.from([text]), { name: 'bench', maxBytes: 1e10 }, { who: 'bench', request: 'bench' });
const loaded = await loadConfig({ cwd: folder, rules: ruleRegistry, lookup: false });
const options = serverOptions({ store, loaded, access: 'open' }, { cwd: folder, env: {}, stdout: process.stdout, stderr: process.stderr });
const limits = { ...options.limits, requestsPerMinute: 1e9 };
const compute = computeThreads(loaded, { cwd: folder, limits });
// As on a machine with so many processors, whatever this one has.
const threads = threadPool(Number(processors) === availableParallelism() ? compute : { ...compute, sizes: { browse: 1, judge: 1 } }, { store, limits, log: undefined });
const pages = built === undefined ? undefined : await builtPages([built]);
const server = await listen({ ...options, limits, threads, pages }, { host: '127.0.0.1', port: 0 });
const say = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`);
say({ url: server.url, snapshot: snapshot.id, ids: facts.filter((_, index) => index % Math.ceil(facts.length / 20_000) === 0).map(({ id }) => id) });
process.stdin.on('data', () => {
  const { user, system } = process.cpuUsage();
  say({ cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss(), heap: process.memoryUsage().heapUsed });
});
process.stdin.on('end', () => void server.close().then(() => process.exit(0)));
