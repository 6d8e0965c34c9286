import type { BlindSpot } from '../../model/blind-spot.ts';
import type { Probe } from '../../scanner/aws/probe.ts';
import { probeOf } from '../../scanner/aws/probe-of.ts';
import { callsOf } from '../../scanner/aws/scan/probe-task.ts';
import type { IamAction } from '../../scanner/scanner.ts';
import { kindOfType } from '../../scanner/kind-of-type.ts';
import type { Owned } from '../../test/support/aws/estate.ts';

/** Something of the estate that a snapshot does not tell, with the calls of which one would have told it. */
export interface Loss {
  readonly what: string;
  readonly account: string;
  readonly region: string;
  readonly calls: readonly IamAction[];
}

/** Names of the attributes that a snapshot tells of each resource, `tags` among them. */
export type Told = ReadonlyMap<string, ReadonlySet<string>>;

export const arnOf = ({ arn, account, region, id }: Owned): string => arn ?? `arn:aws:logs:${region}:${account}:log-group:${id}`;
const listing = ({ lists }: Probe): IamAction[] => lists.flatMap(([service, operation]) => service.operations[operation]?.actions ?? []);

/** Resources that are not told, and attributes that are told of others of their type: an estate of alike ones. */
export function lossesOf(resources: readonly Owned[], told: Told): Loss[] {
  const byType = Map.groupBy(resources, ({ type }) => type);
  return [...byType].flatMap(([type, alike]) => {
    const probe = probeOf(kindOfType(type)?.kind.id ?? '');
    if (probe === undefined) throw new Error(`${type} has no probe`);
    const names = new Set(alike.flatMap((each) => [...(told.get(arnOf(each)) ?? [])]));
    return alike.flatMap((each): Loss[] => {
      const { account, region } = each;
      const arn = arnOf(each);
      const known = told.get(arn);
      if (known === undefined) return [{ what: arn, account, region, calls: listing(probe) }];
      return [...names].filter((name) => !known.has(name)).map((name) => ({ what: `${name} of ${arn}`, account, region, calls: name === 'tags' ? [...callsOf(probe), 'tag:GetResources'] : callsOf(probe) }));
    });
  });
}

/** Calls without which nothing is known of an account. */
const entering = new Set(['sts:AssumeRole', 'account:ListRegions', 'ec2:DescribeRegions']);

/** Whether a blind spot says that the call which would have told it was not answered. */
export function namedBy(blindSpots: readonly BlindSpot[]): (loss: Loss) => boolean {
  const spots = Map.groupBy(blindSpots, ({ account }) => account);
  return ({ account, region, calls }) =>
    (spots.get(account) ?? []).some((spot) => {
      const asked = spot.asked.split(/, | and /);
      return asked.some((each) => entering.has(each)) || (spot.region === region && (spot.asked.endsWith(' more') || calls.some((call) => asked.includes(call))));
    });
}
