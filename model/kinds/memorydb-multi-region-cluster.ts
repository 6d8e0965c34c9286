import { z } from 'zod';
import { kind } from '../kind.ts';
import type { Properties } from '../properties.ts';
import { filled, setOf } from '../reading.ts';

export const memorydbMultiRegionCluster = kind({
  id: 'memorydb-multi-region-cluster',
  title: 'MemoryDB Multi-Region cluster',
  traits: ['global'],
  names: { cloudformation: 'AWS::MemoryDB::MultiRegionCluster', terraform: ['aws_memorydb_multi_region_cluster'] },
  arn: 'arn:{partition}:memorydb::{account}:multiregioncluster/{id}',
  name: {},
  attributes: z.object({
    suffix: z.string().describe('Name without the letters that the service puts before it'),
    engineVersion: z.string().describe('Engine version that all members share'),
    instanceClasses: z.array(z.string()).describe('Node type of all members, as a list of one'),
  }),
  read: {
    cloudformation: (from) => ({ suffix: from.text('MultiRegionClusterNameSuffix'), ...declared(from) }),
    terraform: (from) => ({ suffix: from.text('multi_region_cluster_name_suffix'), engineVersion: filled(from.text('engine_version')), instanceClasses: setOf(from.texts('node_type')) }),
    describe: (from) => ({ suffix: from.text('MultiRegionClusterName')?.replace(/^[a-z]{5}-/, ''), ...declared(from) }),
  },
});

/** The service answers with the members that the template has. */
function declared(from: Properties) {
  return { engineVersion: from.text('EngineVersion'), instanceClasses: setOf(from.texts('NodeType')) };
}
