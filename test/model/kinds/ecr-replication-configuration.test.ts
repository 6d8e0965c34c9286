import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ecrReplicationConfiguration } from '../../../model/kinds/ecr-replication-configuration.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('ecr-replication-configuration', () => {
  it('reads the same rules from both', () => {
    const read = sameAttributes(ecrReplicationConfiguration, {
      cloudformation: { ReplicationConfiguration: { Rules: [{ Destinations: [{ Region: 'eu-central-1', RegistryId: '123456789012' }], RepositoryFilters: [{ Filter: 'shop/', FilterType: 'PREFIX_MATCH' }] }, { Destinations: [{ Region: 'us-east-1', RegistryId: '123456789012' }] }] } },
      terraform: { replication_configuration: [{ rule: [{ destination: [{ region: 'eu-central-1', registry_id: '123456789012' }], repository_filter: [{ filter: 'shop/', filter_type: 'PREFIX_MATCH' }] }, { destination: [{ region: 'us-east-1', registry_id: '123456789012' }] }] }] },
    });
    assert.deepEqual(read, { rules: [{ regions: ['eu-central-1'], registries: ['123456789012'], prefixes: ['shop/'] }, { regions: ['us-east-1'], registries: ['123456789012'], prefixes: [] }] });
    sameDescribed(ecrReplicationConfiguration, {
      like: read,
      describe: {
        registryId: '123456789012',
        replicationConfiguration: {
          rules: [
            { destinations: [{ region: 'eu-central-1', registryId: '123456789012' }], repositoryFilters: [{ filter: 'shop/', filterType: 'PREFIX_MATCH' }] },
            { destinations: [{ region: 'us-east-1', registryId: '123456789012' }] },
          ],
        },
      },
    });
  });

  it('leaves an unresolved destination untold', () => {
    assert.deepEqual(attributesOf(ecrReplicationConfiguration, 'cloudformation', { ReplicationConfiguration: { Rules: [{ Destinations: [{ Region: unresolved('parameter') }] }] } }), { rules: [{ registries: [], prefixes: [] }] });
  });
});
