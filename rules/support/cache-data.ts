import { tagged } from '../../model/tag-table.ts';
import type { ResourceOf } from '../../graph/view.ts';

/** Whether a cache holds data of its own: it keeps snapshots, is durable, or is tagged as a system of record. */
export function holdsOwnData({ tags, attributes }: Pick<ResourceOf<'elasticache-replication-group'>, 'tags' | 'attributes'>): boolean {
  const durable = attributes.durability === 'async' || attributes.durability === 'sync';
  return durable || (attributes.snapshotRetentionDays ?? 0) > 0 || ['record', 'session'].includes(tagged({ tags }, 'mr:data-class') ?? '');
}
