import { z } from 'zod';
import { kind } from '../kind.ts';
import { usesRoles } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { is, setOf, told } from '../reading.ts';

const replication = z.object({
  source: z.string().optional().describe('Cluster that topics come from: ARN or symbol'),
  destination: z.string().optional().describe('Cluster that topics go to: ARN or symbol'),
  topics: z.array(z.string()).optional().describe('Patterns of topics that are replicated'),
  excludedTopics: z.array(z.string()).optional().describe('Patterns of topics that are not'),
  identicalNames: z.boolean().optional().describe('Topics keep their names'),
  consumerGroups: z.array(z.string()).optional().describe('Patterns of consumer groups whose offsets are replicated'),
});

export const mskReplicator = kind({
  id: 'msk-replicator',
  title: 'MSK Replicator',
  traits: ['messaging'],
  names: { cloudformation: 'AWS::MSK::Replicator', terraform: ['aws_msk_replicator'] },
  arn: 'arn:{partition}:kafka:{region}:{account}:replicator/{name}/{id}',
  name: { cloudformation: 'ReplicatorName', terraform: 'replicator_name' },
  attributes: z.object({
    replications: z.array(replication).describe('What is replicated from where to where'),
    role: z.string().describe('Role that it replicates with'),
  }),
  read: {
    cloudformation: (from) => ({
      replications: from.items('ReplicationInfoList[]')?.map((each) =>
        told({
          source: each.text('SourceKafkaClusterArn'),
          destination: each.text('TargetKafkaClusterArn'),
          topics: setOf(each.texts('TopicReplication.TopicsToReplicate[]', [])),
          excludedTopics: setOf(each.texts('TopicReplication.TopicsToExclude[]', [])),
          identicalNames: is(each.text('TopicReplication.TopicNameConfiguration.Type', 'PREFIXED_WITH_SOURCE_CLUSTER_ALIAS'), 'IDENTICAL'),
          consumerGroups: setOf(each.texts('ConsumerGroupReplication.ConsumerGroupsToReplicate[]', [])),
        }),
      ),
      role: from.text('ServiceExecutionRoleArn'),
    }),
    terraform: (from) => ({
      replications: from.items('replication_info_list[]')?.map((each) =>
        told({
          source: each.text('source_kafka_cluster_arn'),
          destination: each.text('target_kafka_cluster_arn'),
          topics: setOf(each.texts('topic_replication[].topics_to_replicate[]', [])),
          excludedTopics: setOf(each.texts('topic_replication[].topics_to_exclude[]', [])),
          identicalNames: is(each.text('topic_replication.topic_name_configuration.type', 'PREFIXED_WITH_SOURCE_CLUSTER_ALIAS'), 'IDENTICAL'),
          consumerGroups: setOf(each.texts('consumer_group_replication[].consumer_groups_to_replicate[]', [])),
        }),
      ),
      role: from.text('service_execution_role_arn'),
    }),
    describe: (from) => ({
      replications: from.items('ReplicationInfoList[]')?.map((each) =>
        told({
          source: clusterOf(from, each.text('SourceKafkaClusterAlias')),
          destination: clusterOf(from, each.text('TargetKafkaClusterAlias')),
          topics: setOf(each.texts('TopicReplication.TopicsToReplicate[]', [])),
          excludedTopics: setOf(each.texts('TopicReplication.TopicsToExclude[]', [])),
          identicalNames: is(each.text('TopicReplication.TopicNameConfiguration.Type', 'PREFIXED_WITH_SOURCE_CLUSTER_ALIAS'), 'IDENTICAL'),
          consumerGroups: setOf(each.texts('ConsumerGroupReplication.ConsumerGroupsToReplicate[]', [])),
        }),
      ),
      role: from.text('ServiceExecutionRoleArn'),
    }),
  },
  references: ({ replications = [], role }) => [
    ...replications.flatMap(({ source, destination }) =>
      source === undefined || destination === undefined ? [] : [{ edge: 'replicates' as const, from: source, to: destination, target: 'AWS::MSK::Cluster' }],
    ),
    ...usesRoles(role),
  ],
});

/** The API names clusters by an alias that holds within the replicator. */
const clusterOf = (from: Properties, alias: string | undefined): string | undefined =>
  alias === undefined ? undefined : from.items('KafkaClusters[]')?.find((each) => each.text('KafkaClusterAlias') === alias)?.text('AmazonMskCluster.MskClusterArn');
