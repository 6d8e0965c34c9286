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
import { startPreparing } from '../../server/preparing.ts';
import { listen } from '../../server/server.ts';
import { openFolder } from '../../server/store/open.ts';
import { estateFacts } from './estate-facts.ts';

/** A server with one generated estate, and without a limit of requests; with the pages that a folder has, if one is given, and what they begin with prepared as `regionready serve` does after an upload. Prints where it listens, and how it fares when it is asked for it. */
const [folder = '', size = '0', processors = '2', built] = process.argv.slice(2);
const store = await openFolder(folder);
const { facts } = estateFacts(Number(size));
const text = gzipSync([...snapshotLines(facts, 'bench'), ''].join('\n'), { level: 1 });
const { snapshot } = await store.snapshots.put(Readable.from([text]), { name: 'bench', maxBytes: 1e10 }, { who: 'bench', request: 'bench' });
const read = await loadConfig({ cwd: folder, rules: ruleRegistry, lookup: false });
// As somebody configures it who wants to know whether the estate can run elsewhere.
const loaded = { ...read, config: { ...read.config, home: 'eu-west-1', target: 'eu-central-1', strategy: 'warm-standby' as const } };
const options = serverOptions({ store, loaded, access: 'open' }, { cwd: folder, env: {}, stdout: process.stdout, stderr: process.stderr });
const limits = { ...options.limits, requestsPerMinute: 1e9 };
const compute = computeThreads(loaded, { cwd: folder, limits });
// As on a machine with so many processors, whatever this one has.
const threads = threadPool(Number(processors) === availableParallelism() ? compute : { ...compute, sizes: { browse: 1, judge: 1 } }, { store, limits, log: undefined });
const pages = built === undefined ? undefined : await builtPages([built]);
const server = await listen({ ...options, limits, threads, pages }, { host: '127.0.0.1', port: 0 });
const began = performance.now();
const preparing = built === undefined ? undefined : startPreparing({ ...options, limits }, threads);
await preparing?.settled();
const say = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`);
say({ url: server.url, preparedMs: performance.now() - began, snapshot: snapshot.id, ids: facts.filter((_, index) => index % Math.ceil(facts.length / 20_000) === 0).map(({ id }) => id) });
process.stdin.on('data', () => {
  const { user, system } = process.cpuUsage();
  say({ cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss(), heap: process.memoryUsage().heapUsed });
});
process.stdin.on('end', () => void (preparing?.close() ?? Promise.resolve()).then(() => server.close()).then(() => process.exit(0)));
