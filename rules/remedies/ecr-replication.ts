import type { MakeRemedy } from '../remedy.ts';
import { homeOf, label } from './words.ts';

/** A replication rule of the registry for the repository. */
export const ecrReplication: MakeRemedy = (repository, { intent: { home, target } }) => {
  if (repository.kind !== 'ecr-repository') return undefined;
  const { name, account } = repository;
  const registry = account ?? '000000000000';
  const from = homeOf(repository, home);
  return {
    title: `Replicate the images of ${name} to ${target}`,
    cloudformation: [{ region: from, merge: true, note: 'a registry has one replication configuration: merge the rule into the one that exists', resources: { ImageReplication: { Type: 'AWS::ECR::ReplicationConfiguration', Properties: { ReplicationConfiguration: { Rules: [{ Destinations: [{ Region: target, RegistryId: registry }], RepositoryFilters: [{ Filter: name, FilterType: 'PREFIX_MATCH' }] }] } } } } }],
    terraform: [{
      type: 'resource', labels: ['aws_ecr_replication_configuration', label(name)],
      blocks: [{ type: 'replication_configuration', blocks: [{ type: 'rule', blocks: [{ type: 'destination', body: { region: target, registry_id: registry } }, { type: 'repository_filter', body: { filter: name, filter_type: 'PREFIX_MATCH' } }] }] }],
    }],
    cli: [{ region: from, words: ['ecr', 'put-replication-configuration', '--replication-configuration', JSON.stringify({ rules: [{ destinations: [{ region: target, registryId: registry }], repositoryFilters: [{ filter: name, filterType: 'PREFIX_MATCH' }] }] })], note: 'Replaces the rules that the registry has' }],
    limits: [
      ...(account === undefined ? ['Put the account in place of 000000000000.'] : []),
      'The filter is a prefix: other repositories whose names begin alike are replicated too.',
      'Only images that are pushed afterwards are replicated: run a replication backfill for the others. Settings of the repository come from a creation template.',
    ],
  };
};
