import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memorydbMultiRegionCluster } from '../../../model/kinds/memorydb-multi-region-cluster.ts';
import { sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('memorydb-multi-region-cluster', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(memorydbMultiRegionCluster, {
      cloudformation: { MultiRegionClusterNameSuffix: 'ledger', NodeType: 'db.r7g.xlarge', EngineVersion: '7.3' },
      terraform: { multi_region_cluster_name_suffix: 'ledger', node_type: 'db.r7g.xlarge', engine_version: '7.3' },
    });
    assert.deepEqual(read, { suffix: 'ledger', engineVersion: '7.3', instanceClasses: ['db.r7g.xlarge'] });
    sameDescribed(memorydbMultiRegionCluster, { like: read, describe: { MultiRegionClusterName: 'abcde-ledger', NodeType: 'db.r7g.xlarge', Engine: 'valkey', EngineVersion: '7.3', NumberOfShards: 2 } });
  });
});
