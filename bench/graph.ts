import { spawnSync } from 'node:child_process';

/**
 * Whether the graph stays linear: builds estates of ten thousand, a hundred thousand and a million resources with about three edges each,
 * groups them into services and asks every query; and has graphology build the same nodes and edges, as the peer.
 *
 *     node bench/graph.ts [sizes…]
 *
 * Each size runs in processes of its own, so that the heap of one does not slow the next, and the median of three runs counts for each step.
 * Times are CPU time of the process, its collector included, since other work on the machine must not count; `wall` says how long one waits.
 */
const limits = { ratio: 11, buildSeconds: 60, gigabytes: 6, neighbourhoodMs: 5, blastMs: 100 };
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000, 1_000_000];
/**
 * Megabytes that the heap may have, for every size: whenever it is half-way from what it held to this limit, V8 goes through all of it. What
 * the process takes in the end is measured, and must stay below six gigabytes.
 */
const heap = 8_192;
const repeated = 3;

export interface Measured {
  readonly resources: number;
  readonly edges: number;
  /** Milliseconds of CPU and of wall time by step. */
  readonly steps: Readonly<Record<string, { readonly cpu: number; readonly wall: number }>>;
  readonly megabytes: number;
}

function measure(script: string, size: number): Measured | undefined {
  const { stdout, status, stderr } = spawnSync(process.execPath, [`--max-old-space-size=${heap}`, '--expose-gc', `bench/support/${script}`, String(size)], { encoding: 'utf8', maxBuffer: 1e8 });
  if (status === 0) return JSON.parse(stdout) as Measured;
  console.log(`${script} ${size}: failed\n${stderr.split('\n').slice(0, 5).join('\n')}`);
  return undefined;
}

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The medians of several runs. Undefined if one of them failed. */
function medians(script: string, size: number): Measured | undefined {
  const runs = Array.from({ length: repeated }, () => measure(script, size)).filter((run) => run !== undefined);
  const [first] = runs;
  if (first === undefined || runs.length < repeated) return undefined;
  const names = Object.keys(first.steps);
  const steps = names.map((name) => [name, { cpu: middle(runs.map((run) => run.steps[name]?.cpu ?? 0)), wall: middle(runs.map((run) => run.steps[name]?.wall ?? 0)) }] as const);
  return { ...first, steps: Object.fromEntries(steps), megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)) };
}

const own = sizes.flatMap((size) => medians('measure-graph.ts', size) ?? []);
const peer = sizes.flatMap((size) => medians('measure-graphology.ts', size) ?? []);
const failures: string[] = own.length < sizes.length ? ['a size did not finish'] : [];
const expect = (holds: boolean, text: string): void => {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${text}`);
  if (!holds) failures.push(text);
};

const cell = (text: string): string => text.padStart(14);
const seconds = (ms: number | undefined): string => (ms === undefined ? '–' : ms < 1000 ? `${ms.toFixed(1)} ms` : `${(ms / 1000).toFixed(2)} s`);
const total = ({ steps }: Measured): number => Object.entries(steps).reduce((sum, [name, { cpu }]) => sum + (name.startsWith('one ') ? 0 : cpu), 0);

console.log(['CPU time'.padEnd(34), ...own.map(({ resources, edges }) => cell(`${resources / 1000}k/${Math.round(edges / 1000)}k`)), ...own.slice(1).map(() => cell('ratio'))].join(''));
for (const name of Object.keys(own[0]?.steps ?? {})) {
  const times = own.map(({ steps }) => steps[name]?.cpu);
  const ratios = times.slice(1).map((time = 0, index) => cell(`× ${(time / Math.max(0.01, times[index] ?? 0)).toFixed(1)}`));
  console.log([name.padEnd(34), ...times.map((time) => cell(seconds(time))), ...ratios].join(''));
}
console.log(['all together'.padEnd(34), ...own.map((each) => cell(seconds(total(each))))].join(''));
console.log(['memory of the process, at most'.padEnd(34), ...own.map(({ megabytes }) => cell(`${Math.round(megabytes)} MB`))].join(''));
for (const [index, { resources, steps, megabytes }] of peer.entries()) {
  const { build, view } = own[index]?.steps ?? {};
  const ours = (build?.cpu ?? 0) + (view?.cpu ?? 0);
  console.log(`graphology ${resources / 1000}k: nodes and edges ${seconds(steps['build']?.cpu)}, ${Math.round(megabytes)} MB; ours from facts to adjacency ${seconds(ours)} = ${(ours / (steps['build']?.cpu ?? 1)).toFixed(2)} of it; adjacency alone ${seconds(view?.cpu)} = ${((view?.cpu ?? 0) / (steps['build']?.cpu ?? 1)).toFixed(2)} of it`);
}
for (const [index, each] of own.slice(1).entries()) {
  const before = own[index];
  if (before === undefined) continue;
  const grown = each.resources / before.resources;
  const ratio = total(each) / total(before);
  const machine = (peer[index + 1]?.steps['build']?.cpu ?? 0) / (peer[index]?.steps['build']?.cpu ?? 1);
  console.log(`     graphology takes ${machine.toFixed(1)} × the time for ${grown.toFixed(1)} × the nodes and edges`);
  expect(ratio <= (limits.ratio * grown) / 10, `${grown} × the resources take ${ratio.toFixed(1)} × the time (at most ${(limits.ratio * grown) / 10})`);
}
const largest = own.at(-1);
if (largest !== undefined) {
  const wall = (name: string): number => largest.steps[name]?.wall ?? Infinity;
  expect(wall('build') <= limits.buildSeconds * 1000, `built in ${seconds(wall('build'))} of wall time (at most ${limits.buildSeconds} s)`);
  expect(largest.megabytes <= limits.gigabytes * 1000, `${Math.round(largest.megabytes)} MB (at most ${limits.gigabytes} GB)`);
  expect(wall('one neighbourhood') <= limits.neighbourhoodMs, `a neighbourhood of two steps takes ${seconds(wall('one neighbourhood'))} (at most ${limits.neighbourhoodMs} ms)`);
  expect(wall('one blast radius') <= limits.blastMs, `a blast radius takes ${seconds(wall('one blast radius'))} (at most ${limits.blastMs} ms)`);
}
if (failures.length > 0) process.exitCode = 1;
