import { compareText } from '../../../../model/json.ts';
import type { Place } from '../../probe.ts';
import type { Context } from '../../scan/context.ts';
import type { ClassInUse } from '../../scan/knowledge.ts';
import type { Task, TaskLog } from '../../scan/task.ts';
import { ec2 } from '../../services/ec2.ts';
import { rds } from '../../services/rds.ts';
import { expected } from '../../scan/expected.ts';

const scanner = 'ec2';
/** Values that one filter takes. */
const filterLimit = 100;

/** EC2's own instance types, without a service's prefix: m7g.large, not db.m7g.large. */
export function instanceTypes(classes: readonly ClassInUse[]): string[] {
  return [...new Set(classes.map(({ name }) => name).filter((name) => /^[a-z0-9-]+\.[a-z0-9-]+$/.test(name) && name !== 'db.serverless'))].sort();
}

/** Classes of RDS with their engine. */
export function databaseClasses(classes: readonly ClassInUse[]): { readonly engine: string; readonly name: string }[] {
  const found = classes.flatMap(({ kind, name, engine }) => (kind.startsWith('rds-') && engine !== undefined && name.startsWith('db.') && name !== 'db.serverless' ? [{ engine, name }] : []));
  const unique = new Map(found.map((each) => [`${each.engine} ${each.name}`, each]));
  return [...unique].sort(([a], [b]) => compareText(a, b)).map(([, each]) => each);
}

interface Asking {
  readonly context: Context;
  readonly account: string;
}

/** Whether the target offers the instance types in use, and in how many zones. */
export function instanceOffersTask(target: string, types: readonly string[], { context, account }: Asking): Task {
  return {
    id: `offers-instances:${target}:${types.join(',')}`,
    title: `Instance types that ${target} offers`,
    account,
    region: target,
    scanner,
    calls: ['ec2:DescribeInstanceTypeOfferings'],
    expected: expected(Math.ceil(types.length / filterLimit), 2 * Math.ceil(types.length / filterLimit) + 1),
    async run(log) {
      const place = context.gateway.at(account, target);
      const zones = new Map<string, Set<string>>();
      for (let from = 0; from < types.length; from += filterLimit) {
        const input = { LocationType: 'availability-zone-id' as const, Filters: [{ Name: 'instance-type', Values: types.slice(from, from + filterLimit) }] };
        for await (const { InstanceTypeOfferings = [] } of place.pages(ec2, 'DescribeInstanceTypeOfferings', input)) {
          for (const { InstanceType, Location } of InstanceTypeOfferings) {
            if (InstanceType !== undefined && Location !== undefined) zones.set(InstanceType, (zones.get(InstanceType) ?? new Set()).add(Location));
          }
        }
      }
      // A region offers some type: where it seems to offer none at all of these, the answer is checked before it is believed.
      if (zones.size === 0 && !(await offersAny(place))) {
        log.miss({ account, region: target, scanner, asked: `instance types that ${target} offers`, reason: 'unresolved', message: 'EC2 names no instance type at all.' });
        return;
      }
      for (const type of types) state(log, { region: target, what: `instance:${type}`, count: zones.get(type)?.size ?? 0, asOf: context.asOf });
    },
  };
}

async function offersAny(place: Place): Promise<boolean> {
  const { InstanceTypeOfferings = [] } = await place.call(ec2, 'DescribeInstanceTypeOfferings', { LocationType: 'region', MaxResults: 5 });
  return InstanceTypeOfferings.length > 0;
}

/** Whether the target offers the database classes in use for their engines. */
export function databaseOffersTask(target: string, classes: readonly { readonly engine: string; readonly name: string }[], { context, account }: Asking): Task {
  return {
    id: `offers-databases:${target}:${classes.map(({ engine, name }) => `${engine}/${name}`).join(',')}`,
    title: `Database classes that ${target} offers`,
    account,
    region: target,
    scanner: 'rds',
    calls: ['rds:DescribeOrderableDBInstanceOptions'],
    expected: expected(classes.length, 4 * classes.length),
    async run(log) {
      const place = context.gateway.at(account, target);
      const offered = new Map<string, { all: boolean; zones: number }>();
      const silent = new Set<string>();
      for (const { engine, name } of classes) {
        if (silent.has(engine)) continue;
        const zones = new Set<string>();
        for await (const { OrderableDBInstanceOptions = [] } of place.pages(rds, 'DescribeOrderableDBInstanceOptions', { Engine: engine, DBInstanceClass: name, MaxRecords: 100 })) {
          for (const { AvailabilityZones = [] } of OrderableDBInstanceOptions) for (const zone of AvailabilityZones) if (zone.Name !== undefined) zones.add(zone.Name);
        }
        if (zones.size === 0 && !(await ordersAny(place, engine))) {
          silent.add(engine);
          log.miss({ account, region: target, scanner: 'rds', asked: `database classes of ${engine} that ${target} offers`, reason: 'unresolved', message: 'RDS names no class of the engine at all.' });
          continue;
        }
        const before = offered.get(name);
        // An offer speaks of a class: it is there if it is for every engine that uses it.
        offered.set(name, { all: (before?.all ?? true) && zones.size > 0, zones: Math.min(before?.zones ?? Infinity, zones.size) });
      }
      for (const [name, { all, zones }] of offered) state(log, { region: target, what: `instance:${name}`, count: all ? zones : 0, asOf: context.asOf, by: 'rds' });
    },
  };
}

async function ordersAny(place: Place, engine: string): Promise<boolean> {
  const { OrderableDBInstanceOptions = [] } = await place.call(rds, 'DescribeOrderableDBInstanceOptions', { Engine: engine, MaxRecords: 20 });
  return OrderableDBInstanceOptions.length > 0;
}

/** Capacity that is reserved in the target, by instance type. */
export function reservationsTask(target: string, { context, account }: Asking): Task {
  return {
    id: `offers-reservations:${account}/${target}`,
    title: `Capacity reservations of ${account} in ${target}`,
    account,
    region: target,
    scanner,
    calls: ['ec2:DescribeCapacityReservations'],
    expected: expected(1),
    async run(log) {
      const counts = new Map<string, number>();
      for await (const { CapacityReservations = [] } of context.gateway.at(account, target).pages(ec2, 'DescribeCapacityReservations', { Filters: [{ Name: 'state', Values: ['active'] }] })) {
        for (const { InstanceType, TotalInstanceCount = 0 } of CapacityReservations) if (InstanceType !== undefined) counts.set(InstanceType, (counts.get(InstanceType) ?? 0) + TotalInstanceCount);
      }
      for (const [type, count] of counts) log.fact({ type: 'offer', region: target, what: `reserved:${account}/${type}`, available: true, value: count, source: { scanner, path: account, asOf: context.asOf } });
    },
  };
}

function state(log: TaskLog, { region, what, count, asOf, by = scanner }: { readonly region: string; readonly what: string; readonly count: number; readonly asOf: string; readonly by?: string }): void {
  log.fact({ type: 'offer', region, what, available: count > 0, value: count, source: { scanner: by, asOf } });
}
