import { probe } from '../probe.ts';
import { ecr } from '../services/ecr.ts';

/** Every account has a registry in every region; what it replicates is a resource once it has a rule. */
export const ecrReplicationConfiguration = probe({
  kind: 'ecr-replication-configuration',
  lists: [[ecr, 'DescribeRegistry']],
  async *list(place) {
    const registry = await place.call(ecr, 'DescribeRegistry', {});
    if ((registry.replicationConfiguration?.rules ?? []).length > 0) yield { name: registry.registryId ?? place.account, document: registry };
  },
});
