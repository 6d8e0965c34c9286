import { createHash } from 'node:crypto';
import { buildEstate } from '../graph/build.ts';
import type { Services } from '../graph/queries/services.ts';
import { viewOf, type EstateView } from '../graph/view.ts';
import type { Config } from '../model/config.ts';
import type { Fact } from '../model/fact.ts';
import type { Intent, ServiceIntent, Strategy } from '../model/intent.ts';
import { canonicalJson } from '../model/json.ts';
import type { Readiness } from '../model/readiness.ts';
import { snapshotDecoder } from '../model/snapshot.ts';
import { defaultStrategy, inferHome, intentOf, regionNote } from '../rules/intent.ts';
import { judge } from '../rules/judge.ts';
import { servicesFor } from '../rules/support/services-of.ts';
import { UserError } from '../model/errors.ts';
import type { Annotation, Waiver } from './api.ts';
import { inOneTurn } from './in-one-turn.ts';
import { lru } from './lru.ts';
import type { ServerOptions } from './options.ts';
import { HttpProblem } from './problem.ts';
import { snapshotTextLines } from './snapshot-text.ts';

/** What is wanted of a snapshot, as far as the request says it. */
export interface Wish {
  readonly home?: readonly string[] | undefined;
  readonly target?: string | undefined;
  readonly strategy?: Strategy | undefined;
}

/** The configuration with the waivers and annotations of the store laid over it. */
export interface Context {
  readonly config: Config;
  /** Same where it says the same. */
  readonly digest: string;
  readonly today: string;
  /** What the store says, of which the rest is made. */
  readonly said: Said;
}

/** What people said of gaps and services. */
export interface Said {
  readonly waivers: readonly Waiver[];
  readonly annotations: readonly Annotation[];
}

export interface Settled {
  readonly home: readonly string[];
  readonly target: string | undefined;
  readonly strategy: Strategy;
  readonly notes: readonly string[];
}

/** Everything that is computed of a stored snapshot; kept in memory within bounds. */
export interface Views {
  context(): Promise<Context>;
  /** Whether there is such a snapshot. */
  has(snapshot: string): Promise<boolean>;
  facts(snapshot: string): Promise<readonly Fact[]>;
  estate(snapshot: string): Promise<EstateView>;
  services(snapshot: string, context: Context): Promise<Services>;
  settle(snapshot: string, wish: Wish, context: Context): Promise<Settled>;
  intent(settled: Settled, target: string, context: Context): Intent;
  readiness(snapshot: string, wish: Wish, context: Context): Promise<Readiness>;
  /** Forgets what was computed of a snapshot. */
  forget(snapshot: string): void;
  /** Estimated bytes of what is kept. */
  bytes(): number;
}

/** Graph and indexes of a snapshot take about this many times its text. */
const estateFactor = 3;
const judgementBytes = 2000;

/** The configuration with what people said laid over it, as of a day. */
export function contextOf({ config, tool, program }: Pick<ServerOptions, 'config' | 'tool' | 'program'>, said: Said, today: string): Context {
  const exemptions = said.waivers.map(({ rule, subject, reason, until }) => ({ rule, subject, reason, ...(until === undefined ? {} : { until }) }));
  const over = { ...config, exemptions: [...(config.exemptions ?? []), ...exemptions], services: annotated(config.services ?? {}, said.annotations) };
  return { config: over, today, said, digest: createHash('sha256').update(canonicalJson([tool, program ?? '', today, over])).digest('hex') };
}

/** Where the views are computed, when it is not the process of the server itself. */
export interface Elsewhere {
  /** The context of the request that is being answered. */
  context(): Context;
  /** Throws where the answer is not wanted any more. Asked often. */
  checkpoint(): void;
}

export function viewsOf(options: ServerOptions, elsewhere?: Elsewhere): Views {
  const { store, rules, config, settingsOf, tool, today, limits } = options;
  const cache = lru(limits.cacheBytes);
  const atOnce = inOneTurn();
  /** The last one: most requests find the same. */
  let last: { readonly key: string; readonly context: Context } | undefined;
  const views: Views = {
    async context() {
      if (elsewhere !== undefined) return elsewhere.context();
      return atOnce.get('context', async () => {
        const [waivers, annotations] = await Promise.all([store.waivers.standing(), store.annotations.all()]);
        const day = today();
        const key = JSON.stringify([day, waivers, annotations]);
        if (last?.key !== key) last = { key, context: contextOf(options, { waivers, annotations }, day) };
        return last.context;
      });
    },
    has: (snapshot) => atOnce.get(snapshot, async () => (await store.snapshots.get(snapshot)) !== undefined),
    async facts(snapshot) {
      const source = await store.snapshots.read(snapshot);
      if (source === undefined) throw new HttpProblem(404, `There is no snapshot ${snapshot}.`);
      const decoder = snapshotDecoder(snapshot);
      const facts: Fact[] = [];
      for await (const line of snapshotTextLines(source, snapshot, { maxBytes: limits.snapshotBytes, maxLine: 32 * 1024 ** 2 })) {
        elsewhere?.checkpoint();
        const fact = decoder.line(line);
        if (fact !== undefined) facts.push(fact);
      }
      decoder.finish();
      return facts;
    },
    async estate(snapshot) {
      let bytes = 0;
      const make = async (): Promise<EstateView> => {
        bytes = ((await store.snapshots.get(snapshot))?.bytes ?? 0) * estateFactor;
        return viewOf(buildEstate(await views.facts(snapshot)));
      };
      return cache.get(`${snapshot} estate`, make, () => bytes);
    },
    async services(snapshot, { config: over, digest }) {
      const view = await views.estate(snapshot);
      return cache.get(`${snapshot} services ${digest}`, async () => servicesFor(view, over.services), () => view.adjacency.ids.length * 100);
    },
    async settle(snapshot, wish, { config: over }) {
      const given = wish.home ?? listed(over.home);
      const target = wish.target ?? listed(over.target)[0];
      const inferred = given.length > 0 ? undefined : homeOf(await views.estate(snapshot));
      const home = inferred === undefined ? given : [inferred.region];
      if (home.length === 0) throw new UserError('RR102', 'The home region was not given and cannot be told from the resources.', { hint: 'Give it with the parameter home.' });
      const notes = [...home, ...(target === undefined ? [] : [target])].flatMap((code) => regionNote(code) ?? []);
      if (target !== undefined && home.includes(target)) throw new UserError('RR103', `${target} is home and target at once.`, { hint: 'Give another region with the parameter home or target.' });
      const assumed = inferred === undefined ? [] : [`Home was not given: ${inferred.region} is assumed, which ${inferred.count} of the ${inferred.of} resources that name a region are in.`];
      return { home, target, strategy: wish.strategy ?? over.strategy ?? defaultStrategy, notes: [...notes, ...assumed] };
    },
    intent: ({ home, strategy }, target, { config: over, today: day }) => intentOf({ home, target, strategy, config: over, today: day }),
    async readiness(snapshot, wish, context) {
      const settled = await views.settle(snapshot, wish, context);
      const { target } = settled;
      if (target === undefined) throw new UserError('RR102', 'No target region was given.', { hint: 'Give the region that must be able to take over or join with the parameter target.' });
      const view = await views.estate(snapshot);
      const make = async (): Promise<Readiness> => judge({ view, rules: [...rules.values()], intent: views.intent(settled, target, context), settings: config.rules ?? {}, settingsOf, tool, notes: settled.notes });
      const key = canonicalJson([settled.home, target, settled.strategy, context.digest]);
      return cache.get(`${snapshot} readiness ${key}`, make, ({ judgements, services }) => (judgements.length + services.length) * judgementBytes);
    },
    forget: (snapshot) => cache.drop(`${snapshot} `),
    bytes: () => cache.bytes,
  };
  return views;
}

const homeOf = ({ estate }: EstateView): ReturnType<typeof inferHome> =>
  inferHome([...estate.resources.values()].map(({ region }) => ({ type: 'resource' as const, region })), []);

const listed = (value: string | readonly string[] | undefined): readonly string[] => (value === undefined ? [] : typeof value === 'string' ? [value] : value);

/** What the store says of a service outranks the configuration, member by member. */
function annotated(configured: Readonly<Record<string, ServiceIntent>>, annotations: readonly ({ readonly service: string } & Partial<ServiceIntent>)[]): Record<string, ServiceIntent> {
  const services = new Map(Object.entries(configured));
  for (const { service, tier, rto, rpo, pause, consistency, strategy } of annotations) {
    const said = Object.fromEntries(Object.entries({ tier, rto, rpo, pause, consistency, strategy }).filter(([, value]) => value !== undefined));
    services.set(service, { include: [], ...services.get(service), ...said });
  }
  return Object.fromEntries(services);
}
