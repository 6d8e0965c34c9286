import type { Kind } from '../../../model/kind.ts';
import { kinds } from '../../../model/kinds/index.ts';
import { kindOfType } from '../../kind-of-type.ts';
import type { Probe } from '../probe.ts';
import { probeOf } from '../probe-of.ts';
import { probes } from '../probes/index.ts';
import { configService } from '../services/config-service.ts';
import { recorderTask } from '../sources/config/recorder.ts';
import { groupsOf } from '../sources/config/groups.ts';
import { aggregatedRefusedTask, censusTask, groupTask, itemsTask, refusedTask, type Aggregator, type ConfigTasks } from '../sources/config/tasks.ts';
import { explorerTask } from '../sources/explorer.ts';
import { databaseClasses, databaseOffersTask, instanceOffersTask, instanceTypes, reservationsTask } from '../sources/offers/classes.ts';
import { quotaServices, quotasTask } from '../sources/offers/quotas.ts';
import { engineOffersTask } from '../sources/offers/engines.ts';
import { modelOffersTask } from '../sources/offers/models.ts';
import { tokensTask } from '../sources/offers/tokens.ts';
import { isToldByTree, serviceOffersTask, servicesInUse } from '../sources/offers/services.ts';
import { regionsTask } from '../sources/regions.ts';
import { taggingTask } from '../sources/tagging.ts';
import { scannedRegions, type Context } from './context.ts';
import type { At } from './knowledge.ts';
import { probeTask } from './probe-task.ts';
import type { Task } from './task.ts';

/** A part of the scan that needs what the parts before it have learned. */
export interface Stage {
  readonly title: string;
  /** Cheap, and done by a dry run too. */
  readonly census?: true;
  tasks(): Promise<readonly Task[]> | readonly Task[];
}

export interface StageOptions {
  readonly context: Context;
  /** Whether AWS Config is asked. */
  readonly config: boolean;
  readonly aggregator?: Aggregator | undefined;
  /** Accounts whose resources are stated when an aggregator tells of more; every one if undefined. */
  readonly only?: readonly string[] | undefined;
  readonly home: readonly string[];
}

export function stages({ context, config: asksConfig, aggregator, only, home }: StageOptions): readonly Stage[] {
  const { knowledge, accounts, regions, globalRegion } = context;
  const places = (): At[] => accounts.flatMap((account) => scannedRegions(context, account).map((region) => ({ account, region })));
  const isWanted = ({ account, region }: At): boolean => (only === undefined || only.includes(account)) && (region === 'global' || regions.length === 0 || regions.includes(region));
  const config: ConfigTasks = { context, aggregator, probeOf };
  const [first = ''] = accounts;
  const asking = { context, account: first };
  return [
    { title: 'Regions', census: true, tasks: () => accounts.map((account) => regionsTask(account, context)) },
    ...(asksConfig ? configStages() : []),
    { title: 'Tagged resources', tasks: () => places().map((at) => taggingTask(at, context)) },
    { title: 'Resource Explorer', census: true, tasks: () => accounts.map((account) => explorerTask(account, context)) },
    { title: 'Services', tasks: async () => probeTasks({ context, places: places(), supported: await supportedTypes() }) },
    {
      title: 'What the targets offer',
      tasks: () => {
        const services = servicesInUse(knowledge.types());
        const quotas = quotaServices(services);
        const types = instanceTypes(knowledge.classes());
        const databases = databaseClasses(knowledge.classes());
        const engines = knowledge.engines();
        const models = knowledge.models();
        const { targets } = context;
        const reachable = (account: string, target: string): boolean => knowledge.regions(account)?.get(target) === true;
        return [
          ...(services.length === 0 ? [] : targets.filter((target) => isToldByTree(target, context)).map((target) => serviceOffersTask(target, services, asking))),
          ...(types.length === 0 ? [] : targets.filter((target) => reachable(first, target)).map((target) => instanceOffersTask(target, types, asking))),
          ...(databases.length === 0 ? [] : targets.filter((target) => reachable(first, target)).map((target) => databaseOffersTask(target, databases, asking))),
          ...(quotas.length === 0 ? [] : accounts.flatMap((account) => [...new Set([...home, ...targets])].filter((region) => reachable(account, region)).map((region) => quotasTask({ account, region }, quotas, context)))),
          ...(engines.length === 0 ? [] : targets.filter((target) => reachable(first, target)).map((target) => engineOffersTask(target, engines, asking))),
          ...(models.length === 0 ? [] : targets.filter((target) => reachable(first, target)).map((target) => modelOffersTask(target, models, asking))),
          ...(targets.length === 0 ? [] : accounts.map((account) => tokensTask(account, { context, region: globalRegion }))),
          ...accounts.flatMap((account) => targets.filter((target) => reachable(account, target)).map((target) => reservationsTask(target, { context, account }))),
        ];
      },
    },
  ];

  function configStages(): Stage[] {
    return [
      { title: 'AWS Config: recorders', census: true, tasks: () => places().map((at) => recorderTask(at, context, (type) => hasProbe(type))) },
      {
        title: 'AWS Config: census',
        census: true,
        tasks: () => (aggregator !== undefined ? [censusTask(config, { account: aggregator.account, region: aggregator.region }, isWanted)] : places().filter((at) => knowledge.hasRecorder(at)).map((at) => censusTask(config, at, isWanted))),
      },
      {
        title: 'AWS Config: resources',
        tasks: () => {
          const counted = knowledge.counted().toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
          const told = counted.map((at) => ({ ...at, count: total(knowledge.census(at)) })).filter(({ count }) => count > 0);
          const items = aggregator === undefined ? told.map((at) => itemsTask(config, at)) : groupsOf(told, regions.length === 0 ? [] : [...regions, 'global']).map((group) => groupTask(config, aggregator, group));
          return [...items, ...(aggregator === undefined ? counted.filter((at) => knowledge.hasRecorder(at)).map((at) => refusedTask(config, at)) : [aggregatedRefusedTask(config, aggregator, { places: counted, wanted: isWanted })])];
        },
      },
    ];
  }
  function hasProbe(type: string): boolean {
    const kind = kindOfType(type)?.kind;
    return kind !== undefined && probeOf(kind.id) !== undefined && globalRegion !== '';
  }
}

const key = ({ account, region }: At): string => `${account}/${region}`;
const total = (counts: ReadonlyMap<string, number> | undefined): number => [...(counts ?? [])].reduce((sum, [, each]) => sum + each, 0);

async function supportedTypes(): Promise<ReadonlySet<string>> {
  return new Set(Object.values((await configService.sdk()).ResourceType) as string[]);
}

interface Probing {
  readonly context: Context;
  readonly places: readonly At[];
  /** Types that AWS Config can record. */
  readonly supported: ReadonlySet<string>;
}

/** Direct questions: where an inventory has told everything that is wanted, or has shown that there is nothing, none is asked. */
function probeTasks({ context, places, supported }: Probing): Task[] {
  const { accounts, globalRegion } = context;
  const informed = { ...context, supported };
  return probes.flatMap((probe) => {
    const asked = probe.global === true ? accounts.map((account) => ({ account, region: globalRegion })) : places.filter((at) => isWorthAsking(probe, at, { context, supported }));
    return asked.map((at) => probeTask(probe, at, informed));
  });
}

function isWorthAsking(probe: Probe, at: At, { context, supported }: Omit<Probing, 'places'>): boolean {
  const { knowledge, wanted } = context;
  const { names } = kinds[probe.kind] as Kind;
  const types = [names.cloudformation, ...(names.also ?? []), ...(names.config === undefined ? [] : [names.config])].filter((type) => supported.has(type));
  if (types.length > 0 && types.every((type) => knowledge.recorded(at, type)) && knowledge.census(at) !== undefined) {
    const counted = types.reduce((sum, type) => sum + (knowledge.census(at)?.get(type) ?? 0), 0);
    if (counted === 0) return false;
    const needed = [...(wanted(probe.kind) ?? [])];
    const known = knowledge.known(at, probe.kind);
    return known.length < counted || known.some((arn) => needed.some((name) => knowledge.told(arn)?.has(name) !== true));
  }
  // Explorer sees every type of resource of the services that it supports: where it knows of none at all, the region is empty.
  return knowledge.inUse(at) || !knowledge.explored(at);
}
