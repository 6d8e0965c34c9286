import { isKind } from '../model/resource.ts';
import type { Connecting } from './connect.ts';
import type { EdgeCollector } from './edge-collector.ts';
import type { Edge } from './estate.ts';

/** A rule that more buckets than this could start says nothing of any of them, and pairs of all with all are too many to draw. */
const senderLimit = 200;

/** Rules for events of S3 that name no bucket are started by every bucket of their account and region that sends its events to EventBridge. */
export function proveBucketEvents(all: readonly Connecting[], edges: EdgeCollector<Edge>): void {
  const rules = all.flatMap(({ resource }) => (isKind(resource, 'events-rule') && resource.attributes.bucketEvents?.length === 0 ? [resource] : []));
  if (rules.length === 0) return;
  const senders = all.flatMap(({ resource }) => (isKind(resource, 's3-bucket') && resource.attributes.eventBridge === true ? [resource] : []));
  const near = Map.groupBy(senders, ({ region = '' }) => region);
  for (const rule of rules) {
    const source = rule.evidence['bucketEvents'] ?? rule.sources[0];
    const candidates = near.get(rule.region ?? '') ?? [];
    if (candidates.length > senderLimit) continue;
    for (const bucket of candidates) {
      if (bucket.account !== undefined && rule.account !== undefined && bucket.account !== rule.account) continue;
      // Several stacks of one account can be read from templates that do not say which account they are for.
      if (bucket.account === undefined && bucket.stack !== rule.stack) continue;
      edges.prove({ from: bucket.id, to: rule.id, type: 'triggers' }, { how: 'event pattern for every bucket that sends events', source, confidence: 'inferred' }, false);
    }
  }
}
