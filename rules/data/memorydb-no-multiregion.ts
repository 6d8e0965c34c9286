import { rule } from '../rule.ts';
import { spansTo } from '../support/global-database.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

export const dataMemorydbNoMultiregion = rule({
  id: 'data-memorydb-no-multiregion',
  title: 'MemoryDB cluster is not replicated to the target region',
  on: 'memorydb-cluster',
  needs: ['joinsMultiRegionCluster'],
  severity: severities('H/C/C/C'),
  why: 'MemoryDB is a durable store, and this one is in one region only.',
  fix: 'Create a Multi-Region cluster from a snapshot with a member in both regions. It needs Valkey 7.3 or later, node type R7g.xlarge or larger, the same shards in every region and regions that offer the feature. For backup & restore export snapshots to a bucket that is replicated.',
  effect: 'RPO is everything since the last snapshot that was exported to the target, or all of it, and RTO creating a cluster from it. A Multi-Region cluster is active in the target already; its RPO is the lag, for which AWS promises no number.',
  links: ['https://docs.aws.amazon.com/memorydb/latest/devguide/multi-region.prereq.html'],
  examples: {
    gap: [{ home: yaml`
      Ledger:
        Type: AWS::MemoryDB::Cluster
    ` }],
    ready: [{ home: yaml`
      Ledger:
        Type: AWS::MemoryDB::Cluster
        Properties: { ClusterName: ledger, MultiRegionClusterName: virx-ledger }
    `, target: yaml`
      Ledger:
        Type: AWS::MemoryDB::Cluster
        Properties: { ClusterName: ledger, MultiRegionClusterName: virx-ledger }
    ` }],
    unknown: [{ name: 'whether it joins depends on deployment', home: yaml`
      Ledger:
        Type: AWS::MemoryDB::Cluster
        Properties: { MultiRegionClusterName: '{{resolve:ssm:/ledger/multi-region}}' }
    ` }],
    exempt: [{ home: yaml`
      Ledger:
        Type: AWS::MemoryDB::Cluster
        Properties: { Tags: [{ Key: mr:data-class, Value: cache }] }
    ` }],
  },

  check(cluster, context) {
    return spansTo(cluster, context, 'Multi-Region cluster');
  },
});
