import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { get, load, quantile, serverChild, type Loaded } from './support/load.ts';

/**
 * Whether looking around in the graph stays quick: the neighbourhoods of resources of an estate of a hundred thousand, asked for by fifty
 * clients at once, beside a bare Fastify route that returns the same bytes; alone, and while the same estate is judged. With `--soak`,
 * whether memory stays within bounds over so many minutes of everything at once.
 *
 *     node bench/server.ts [--resources 100000] [--seconds 15] [--soak 10]
 *
 * Latency is what the machine gives while others use it too, so that the peer's of the same minute stands beside it; CPU time is that of
 * the server's process.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const limits = { p99: 50, clients: 50 };
const [resources, seconds, soak] = [option('resources', 100_000), option('seconds', 15), option('soak', 0)];

const failures: string[] = [];
const expect = (holds: boolean, text: string): void => {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${text}`);
  if (!holds) failures.push(text);
};
const told = (name: string, { times, failures: refused, bytes }: Loaded, cpuMs: number): void =>
  console.log(`${name}: ${times.length} requests, ${Math.round(times.length / seconds)} a second, p50 ${quantile(times, 0.5).toFixed(1)}, p95 ${quantile(times, 0.95).toFixed(1)}, p99 ${quantile(times, 0.99).toFixed(1)} ms; ${(cpuMs / times.length).toFixed(2)} ms of CPU each, ${Math.round(bytes / times.length)} bytes, ${refused} refused; load ${(loadavg()[0] ?? 0).toFixed(1)}`);

const folder = await mkdtemp(join(tmpdir(), 'regionready-bench-'));
const [server, peer] = await Promise.all([serverChild('bench/support/serve-estate.ts', [folder, String(resources)]), serverChild('bench/support/bare-server.ts')]);
try {
  const { url, snapshot, ids } = server.served as { readonly url: string; readonly snapshot: string; readonly ids: readonly string[] };
  let turn = 0;
  const around = (): string => `${url}/api/snapshots/${snapshot}/graph/neighbourhood?limit=50&node=${encodeURIComponent(ids[(turn += 7) % ids.length] ?? '')}`;
  const built = performance.now();
  const first = await get(around());
  console.log(`${resources} resources: first answer after ${((performance.now() - built) / 1000).toFixed(1)} s, status ${first.status}`);
  const typical = await median(around);
  await fetch(`${peer.served.url}/bytes`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array(typical) });

  const measured = async (child: typeof server, path: () => string, pauseMs = 0): Promise<readonly [Loaded, number]> => {
    await load({ clients: limits.clients, seconds: 2, path });
    const before = await child.fares();
    const result = await load({ clients: limits.clients, seconds, pauseMs, path });
    return [result, (await child.fares()).cpuMs - before.cpuMs];
  };
  const bare = await measured(peer, () => `${peer.served.url}/x`);
  told('bare Fastify, without pause    ', ...bare);
  const closed = await measured(server, around);
  told('neighbourhood, without pause   ', ...closed);
  // Fifty people who look around: half a second between an answer and the next question is fast for a person.
  const paced = await measured(server, around, 500);
  told('neighbourhood, 500 ms of pause ', ...paced);
  const barePaced = await measured(peer, () => `${peer.served.url}/x`, 500);
  told('bare Fastify, 500 ms of pause  ', ...barePaced);

  let judged = 0;
  const judging = fetch(`${url}/api/snapshots/${snapshot}/readiness?home=eu-west-1&target=eu-west-3`).then((answer) => (judged = answer.status));
  const meanwhile = await load({ clients: limits.clients, seconds: Math.min(seconds, 10), pauseMs: 500, path: around });
  told('neighbourhood, while judging   ', meanwhile, 0);
  await judging;
  console.log(`the judgement was answered with ${judged}`);

  const [p99, peerP99] = [quantile(paced[0].times, 0.99), quantile(barePaced[0].times, 0.99)];
  expect(closed[0].failures + paced[0].failures + meanwhile.failures === 0, 'no request is refused or fails');
  expect(p99 <= limits.p99, `p99 of ${limits.clients} clients with half a second between their requests: ${p99.toFixed(1)} ms of ${limits.p99}; the peer's ${peerP99.toFixed(1)}`);
  expect(quantile(closed[0].times, 0.99) <= limits.p99, `p99 of ${limits.clients} clients without a pause: ${quantile(closed[0].times, 0.99).toFixed(1)} ms of ${limits.p99}; the peer's ${quantile(bare[0].times, 0.99).toFixed(1)}`);
  if (soak > 0) await soaked({ url, snapshot, around });
} finally {
  await Promise.all([server.end(), peer.end()]);
  await rm(folder, { recursive: true, force: true });
}
if (failures.length > 0) process.exitCode = 1;

/** The bytes of a typical answer. */
async function median(path: () => string): Promise<Buffer> {
  const bodies: Buffer[] = [];
  for (let index = 0; index < 21; index++) bodies.push((await get(path())).body);
  return bodies.sort((a, b) => a.length - b.length)[10] ?? Buffer.alloc(0);
}

/** Looks, judgements for changing targets, searches and uploads, all the time; memory twice a minute. */
async function soaked({ url, snapshot, around }: { readonly url: string; readonly snapshot: string; around(): string }): Promise<void> {
  const targets = ['eu-west-3', 'eu-north-1', 'us-east-1', 'ap-southeast-2', 'eu-south-1'];
  const of = `${url}/api/snapshots/${snapshot}`;
  const every = [
    around, around, around, around, around, around,
    () => `${of}/graph/services`,
    () => `${of}/search?text=${Math.floor(Math.random() * 1e5)}`,
    () => `${of}/findings?home=eu-west-1&target=${targets[Math.floor(Math.random() * targets.length)]}`,
    () => `${of}/graph/blast-radius?lost=${new URL(around()).searchParams.get('node')}`,
  ];
  const curve: number[] = [];
  const watch = setInterval(() => void server.fares().then(({ rss, heap }) => {
    curve.push(rss / 1e6);
    console.log(`soak: ${(curve.length / 2).toFixed(1)} min, ${Math.round(rss / 1e6)} MB resident, ${Math.round(heap / 1e6)} MB heap of the main thread`);
  }), 30_000);
  const { times, failures: refused } = await load({ clients: 10, seconds: soak * 60, pauseMs: 100, path: () => (every[Math.floor(Math.random() * every.length)] ?? around)() });
  clearInterval(watch);
  console.log(`soak: ${times.length} requests, ${refused} refused, p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`);
  // The first third fills caches.
  const settled = curve.slice(Math.floor(curve.length / 3));
  const [early, late] = [settled.slice(0, Math.ceil(settled.length / 2)), settled.slice(Math.ceil(settled.length / 2))].map((part) => part.toSorted((a, b) => a - b)[Math.floor(part.length / 2)] ?? 0) as [number, number];
  expect(late <= early * 1.15, `memory over ${soak} minutes: ${Math.round(early)} MB in the middle, ${Math.round(late)} MB at the end`);
  expect(refused === 0, 'no request of the soak is refused or fails');
}
