import { probe } from '../probe.ts';
import { keyspaces } from '../services/keyspaces.ts';

/** Tags are left to the inventories: the permission to list them here is the one to read rows. */
export const keyspacesKeyspace = probe({
  kind: 'keyspaces-keyspace',
  lists: [[keyspaces, 'ListKeyspaces']],
  async *list(place) {
    for await (const { keyspaces: found = [] } of place.pages(keyspaces, 'ListKeyspaces', {})) {
      for (const each of found) {
        if (each.keyspaceName !== undefined && !isSystem(each.keyspaceName)) yield { name: each.keyspaceName, arn: each.resourceArn, document: each };
      }
    }
  },
  beyondConfig: ['strategy', 'replicaRegions'],
});

/** Keyspaces that every account has: system, system_schema, system_schema_mcs, system_multiregion_info. */
const isSystem = (name: string): boolean => name === 'system' || name.startsWith('system_');
