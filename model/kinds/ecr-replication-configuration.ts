import { z } from 'zod';
import { kind } from '../kind.ts';
import type { Properties } from '../properties.ts';
import { setOf, told } from '../reading.ts';

const replicationRule = z.object({
  regions: z.array(z.string()).optional().describe('Regions that images are copied to'),
  registries: z.array(z.string()).optional().describe('Accounts that images are copied to'),
  prefixes: z.array(z.string()).optional().describe('Name prefixes of the repositories that are copied; empty for every repository'),
});

export const ecrReplicationConfiguration = kind({
  id: 'ecr-replication-configuration',
  title: 'ECR registry replication',
  traits: ['artifact'],
  names: { cloudformation: 'AWS::ECR::ReplicationConfiguration', terraform: ['aws_ecr_replication_configuration'] },
  name: {},
  attributes: z.object({
    rules: z.array(replicationRule).describe('Replication rules of the account’s registry in the region'),
  }),
  read: {
    cloudformation: (from) => ({
      rules: from.items('ReplicationConfiguration.Rules[]')?.map((rule) => ruleOf(rule, { regions: 'Destinations[].Region', registries: 'Destinations[].RegistryId', prefixes: 'RepositoryFilters[].Filter' })),
    }),
    terraform: (from) => ({
      rules: from.items('replication_configuration.rule[]')?.map((rule) => ruleOf(rule, { regions: 'destination[].region', registries: 'destination[].registry_id', prefixes: 'repository_filter[].filter' })),
    }),
    describe: (from) => ({
      rules: from.items('replicationConfiguration.rules[]')?.map((rule) => ruleOf(rule, { regions: 'destinations[].region', registries: 'destinations[].registryId', prefixes: 'repositoryFilters[].filter' })),
    }),
  },
});

function ruleOf(from: Properties, at: Record<'regions' | 'registries' | 'prefixes', string>): z.infer<typeof replicationRule> {
  return told({ regions: setOf(from.texts(at.regions, [])), registries: setOf(from.texts(at.registries, [])), prefixes: setOf(from.texts(at.prefixes, [])) });
}
