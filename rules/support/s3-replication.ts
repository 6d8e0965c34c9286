import type { EstateView, ResourceOf } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { placeOf, type Place } from './places.ts';

export type ReplicationRule = NonNullable<ResourceOf<'s3-bucket'>['attributes']['replication']>[number];

/** A replication rule with the bucket that it leads to. */
export interface Replication {
  readonly rule: ReplicationRule;
  readonly to: Place;
}

/** The bucket's replication rules, enabled or not, in their order. Bucket ARNs carry no region: it is known for buckets of the estate only. */
export function replicationsOf(graph: EstateView, bucket: Resource, rules: readonly ReplicationRule[]): Replication[] {
  return rules.map((rule) => ({
    rule,
    to: rule.destination === undefined ? { name: 'a bucket that nobody named' } : placeOf(graph, rule.destination, { from: bucket, type: 'AWS::S3::Bucket' }),
  }));
}

/** Rules that are not switched off and lead to the region; `possible` ones might, for all that anybody told us. */
export function leadingTo(replications: readonly Replication[], region: string): { readonly sure: readonly Replication[]; readonly possible: readonly Replication[] } {
  const on = replications.filter(({ rule }) => rule.enabled !== false);
  const sure = on.filter(({ rule, to }) => rule.enabled === true && to.region === region);
  return { sure, possible: on.filter((each) => !sure.includes(each) && (each.to.region === undefined || each.to.region === region)) };
}
