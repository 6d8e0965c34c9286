import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mskCluster } from '../../../model/kinds/msk-cluster.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('msk-cluster', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(mskCluster, {
      cloudformation: { ClusterName: 'events', KafkaVersion: '3.6.0', NumberOfBrokerNodes: 3, BrokerNodeGroupInfo: { InstanceType: 'kafka.m7g.large', ClientSubnets: ['subnet-2', 'subnet-1'], SecurityGroups: ['sg-1'] }, ClientAuthentication: { Sasl: { Iam: { Enabled: true } } }, EncryptionInfo: { EncryptionAtRest: { DataVolumeKMSKeyId: 'alias/events' } }, LoggingInfo: { BrokerLogs: { CloudWatchLogs: { Enabled: true, LogGroup: 'kafka' } } } },
      terraform: { cluster_name: 'events', kafka_version: '3.6.0', number_of_broker_nodes: 3, broker_node_group_info: [{ instance_type: 'kafka.m7g.large', client_subnets: ['subnet-1', 'subnet-2'], security_groups: ['sg-1'] }], client_authentication: [{ sasl: [{ iam: true }] }], encryption_info: [{ encryption_at_rest_kms_key_arn: 'alias/events' }], logging_info: [{ broker_logs: [{ cloudwatch_logs: [{ enabled: true, log_group: 'kafka' }] }] }] },
    });
    assert.deepEqual(read, {
      engineVersion: '3.6.0', instanceClasses: ['kafka.m7g.large'], brokers: 3, iamAuthentication: true, multiVpc: false, kmsKey: 'alias/events', subnets: ['subnet-1', 'subnet-2'],
      securityGroups: ['sg-1'], certificateAuthorities: [], logGroup: 'kafka',
    });
    sameDescribed(mskCluster, {
      like: read,
      describe: {
        ClusterType: 'PROVISIONED', ClusterName: 'events', State: 'ACTIVE',
        Provisioned: {
          BrokerNodeGroupInfo: { InstanceType: 'kafka.m7g.large', ClientSubnets: ['subnet-2', 'subnet-1'], SecurityGroups: ['sg-1'] }, CurrentBrokerSoftwareInfo: { KafkaVersion: '3.6.0' }, NumberOfBrokerNodes: 3,
          ClientAuthentication: { Sasl: { Iam: { Enabled: true } } }, EncryptionInfo: { EncryptionAtRest: { DataVolumeKMSKeyId: 'alias/events' } }, LoggingInfo: { BrokerLogs: { CloudWatchLogs: { Enabled: true, LogGroup: 'kafka' } } },
        },
      },
    });
    assert.deepEqual(
      attributesOf(mskCluster, 'describe', { ClusterType: 'SERVERLESS', Serverless: { VpcConfigs: [{ SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] }], ClientAuthentication: { Sasl: { Iam: { Enabled: true } } } } }),
      { instanceClasses: [], iamAuthentication: true, subnets: ['subnet-1'], securityGroups: ['sg-1'] },
    );
    assert.deepEqual(referencesOf(mskCluster, read).map((reference) => (reference as { edge: string }).edge), ['uses-key', 'attaches', 'attaches', 'attaches', 'writes']);
  });
});
