import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mskReplicator } from '../../../model/kinds/msk-replicator.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('msk-replicator', () => {
  it('reads the same attributes from both, and links source and destination', () => {
    const source = 'arn:aws:kafka:eu-west-1:123456789012:cluster/events/1';
    const destination = 'arn:aws:kafka:eu-central-1:123456789012:cluster/events/2';
    const read = sameAttributes(mskReplicator, {
      cloudformation: { ServiceExecutionRoleArn: 'arn:aws:iam::123456789012:role/msk', ReplicationInfoList: [{ SourceKafkaClusterArn: source, TargetKafkaClusterArn: destination, TopicReplication: { TopicsToReplicate: ['.*'], TopicNameConfiguration: { Type: 'IDENTICAL' } }, ConsumerGroupReplication: { ConsumerGroupsToReplicate: ['.*'] } }] },
      terraform: { service_execution_role_arn: 'arn:aws:iam::123456789012:role/msk', replication_info_list: [{ source_kafka_cluster_arn: source, target_kafka_cluster_arn: destination, topic_replication: [{ topics_to_replicate: ['.*'], topic_name_configuration: [{ type: 'IDENTICAL' }] }], consumer_group_replication: [{ consumer_groups_to_replicate: ['.*'] }] }] },
    });
    assert.deepEqual(read['replications'], [{ source, destination, topics: ['.*'], excludedTopics: [], identicalNames: true, consumerGroups: ['.*'] }]);
    assert.deepEqual(referencesOf(mskReplicator, read), [
      { edge: 'replicates', from: source, to: destination, target: 'AWS::MSK::Cluster' },
      { edge: 'uses-role', to: 'arn:aws:iam::123456789012:role/msk', target: 'AWS::IAM::Role' },
    ]);
  });

  it('finds clusters by the aliases that the service gave them', () => {
    const [source, destination, role] = ['arn:aws:kafka:eu-west-1:123456789012:cluster/events/1', 'arn:aws:kafka:eu-central-1:123456789012:cluster/events/2', 'arn:aws:iam::123456789012:role/msk'];
    sameDescribed(mskReplicator, {
      like: { role, replications: [{ source, destination, topics: ['.*'], excludedTopics: [], identicalNames: true, consumerGroups: ['.*'] }] },
      describe: {
        ReplicatorName: 'dr', ServiceExecutionRoleArn: role,
        KafkaClusters: [{ KafkaClusterAlias: 'events-1', AmazonMskCluster: { MskClusterArn: source } }, { KafkaClusterAlias: 'events-2', AmazonMskCluster: { MskClusterArn: destination } }],
        ReplicationInfoList: [{
          SourceKafkaClusterAlias: 'events-1', TargetKafkaClusterAlias: 'events-2', TopicReplication: { TopicsToReplicate: ['.*'], TopicNameConfiguration: { Type: 'IDENTICAL' } },
          ConsumerGroupReplication: { ConsumerGroupsToReplicate: ['.*'] },
        }],
      },
    });
  });
});
