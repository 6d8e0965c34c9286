import { spawnSync } from 'node:child_process';

/**
 * Whether judging stays linear: every rule over estates of ten thousand and a hundred thousand resources, made of copies of the example
 * estate with names and accounts of their own, so that all kinds of rules have something to do.
 *
 *     node bench/judge.ts [--million | sizes…]
 *
 * `--million` measures a hundred thousand and a million resources, which takes long and is allowed 14 GB of heap. Each size runs in a
 * process of its own, which collects the garbage of making the estate before it judges. Times that are held to the limits are CPU time, of
 * all threads, since other work on the machine must not count; what passed on the clock, and how much of that was collecting garbage, stands
 * beside it.
 */
const limits = { ratio: 11, secondsAt100k: 5 };
const given = process.argv.slice(2);
const sizes = given.includes('--million') ? [100_000, 1_000_000] : given.length > 0 ? given.map(Number) : [10_000, 100_000];
/** Megabytes of heap. */
const heap = sizes.some((size) => size > 500_000) ? 14_000 : 8_000;

export interface JudgeMeasured {
  readonly resources: number;
  readonly verdicts: number;
  /** Milliseconds of CPU: all rules, then the whole document. */
  readonly rules: number;
  /** Milliseconds on the clock for all rules, and those of them in which garbage was collected. */
  readonly clock: number;
  readonly garbage: number;
  readonly document: number;
  readonly megabytes: number;
  /** The ten rules that take longest, in milliseconds. */
  readonly slowest: readonly (readonly [rule: string, ms: number])[];
}

const measured = sizes.map((size): JudgeMeasured => {
  const { stdout, status, stderr } = spawnSync(process.execPath, [`--max-old-space-size=${heap}`, '--expose-gc', 'bench/support/measure-judge.ts', String(size)], { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${size}: ${stderr}`);
  return JSON.parse(stdout) as JudgeMeasured;
});

const failures: string[] = [];
const expect = (holds: boolean, text: string): void => {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${text}`);
  if (!holds) failures.push(text);
};

for (const { resources, verdicts, rules, clock, garbage, document, megabytes, slowest } of measured) {
  console.log(`${resources} resources: ${verdicts} verdicts; rules ${(rules / 1000).toFixed(2)} s of CPU (${(clock / 1000).toFixed(2)} s on the clock, ${(garbage / 1000).toFixed(2)} s of them collecting garbage), with services, waves and outlooks ${(document / 1000).toFixed(2)} s of CPU, ${Math.round(megabytes)} MB`);
  console.log(`  slowest: ${slowest.map(([rule, ms]) => `${rule} ${Math.round(ms)} ms`).join(', ')}`);
}
for (const [index, each] of measured.slice(1).entries()) {
  const before = measured[index] as JudgeMeasured;
  const grown = each.resources / before.resources;
  expect(each.rules / before.rules <= (limits.ratio * grown) / 10, `${grown.toFixed(1)} × the resources take ${(each.rules / before.rules).toFixed(1)} × the time`);
}
const last = measured.at(-1) as JudgeMeasured;
const allowed = (limits.secondsAt100k * last.resources) / 100_000;
expect(last.rules / 1000 <= allowed, `all rules over ${last.resources} resources: ${(last.rules / 1000 / allowed).toFixed(2)} of the ${allowed.toFixed(1)} s that are allowed`);
if (failures.length > 0) process.exitCode = 1;
