import { detail, probe } from '../probe.ts';
import { keyspaces } from '../services/keyspaces.ts';

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
  details: {
    Tags: detail(keyspaces, 'ListTagsForResource', { input: ({ arn }) => ({ resourceArn: arn }), take: ({ tags }) => tags, answers: ['tags'] }),
  },
  beyondConfig: ['strategy', 'replicaRegions'],
});

/** Keyspaces that every account has: system, system_schema, system_schema_mcs, system_multiregion_info. */
const isSystem = (name: string): boolean => name === 'system' || name.startsWith('system_');
