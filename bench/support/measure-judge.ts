import { performance, PerformanceObserver } from 'node:perf_hooks';
import { collect } from '../../cli/collect.ts';
import { loadConfig } from '../../cli/config.ts';
import { countArraysAsHeap } from '../../cli/memory.ts';
import { ruleRegistry } from '../../cli/registry.ts';
import { buildEstate } from '../../graph/build.ts';
import { services as servicesOf } from '../../graph/queries/services.ts';
import { viewOf } from '../../graph/view.ts';
import type { Fact } from '../../model/fact.ts';
import type { Intent } from '../../model/intent.ts';
import { judgeResources } from '../../rules/judge-resources.ts';
import { judge } from '../../rules/judge.ts';
import type { JudgeMeasured } from '../judge.ts';

/** Judges copies of the example estate and prints how long that took. */
countArraysAsHeap();
const size = Number(process.argv[2]);
const loaded = await loadConfig({ cwd: 'examples/shop', rules: ruleRegistry, explicit: undefined, lookup: true });
const example = (await collect({ paths: ['examples/shop'], cwd: process.cwd(), loaded, home: ['eu-west-1'], targets: ['eu-central-1'], parameters: [], progress: { show: () => undefined, clear: () => undefined } })).facts.filter(({ type }) => type === 'resource' || type === 'reference');
const text = JSON.stringify(example);
const perCopy = buildEstate(example).resources.size;
/** Only what is built of them is kept, as the commands keep it. */
const copies = (): Fact[] => Array.from({ length: Math.ceil(size / perCopy) }, (_, index) => JSON.parse(text.replaceAll('shop', `shop${index}`).replaceAll('111122223333', String(100_000_000_000 + index))) as Fact[]).flat();

const view = viewOf(buildEstate(copies()));
const intent: Intent = { home: ['eu-west-1'], target: 'eu-central-1', strategy: 'warm-standby', services: {}, exemptions: [], today: '2030-01-31' };
const services = servicesOf(view, {});
const cpu = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const collected: number[] = [];
const observer = new PerformanceObserver((list) => void collected.push(...list.getEntries().map(({ duration }) => duration)));
const rules = [...ruleRegistry.values()].filter(({ on }) => on !== 'code');
let verdicts = 0;
globalThis.gc?.();
observer.observe({ entryTypes: ['gc'] });
const start = performance.now();
const each = rules.map((rule) => [rule.id, cpu(() => (verdicts += judgeResources({ view, services, rules: [rule], settings: {}, intent }).length))] as const);
const clock = performance.now() - start;
// Pauses are told a turn later.
await new Promise((resolve) => setTimeout(resolve, 20));
const garbage = [...collected, ...observer.takeRecords().map(({ duration }) => duration)].reduce((sum, ms) => sum + ms, 0);
observer.disconnect();
const document = cpu(() => void judge({ view, rules, intent, tool: 'bench' }));
const measured: JudgeMeasured = {
  resources: view.estate.resources.size,
  verdicts,
  rules: each.reduce((sum, [, ms]) => sum + ms, 0),
  clock,
  garbage,
  document,
  megabytes: process.resourceUsage().maxRSS / 1024,
  slowest: [...each].sort((a, b) => b[1] - a[1]).slice(0, 10),
};
console.log(JSON.stringify(measured));
