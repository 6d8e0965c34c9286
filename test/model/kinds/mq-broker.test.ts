import assert from 'node:assert/strict';
import { it } from 'node:test';
import { itself } from '../../../model/linking.ts';
import { mqBroker } from '../../../model/kinds/mq-broker.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

it('mq-broker reads the same attributes from both, and is replicated by its primary', () => {
  const primary = 'arn:aws:mq:eu-central-1:123456789012:broker:orders:b-1';
  const read = sameAttributes(mqBroker, {
    cloudformation: { BrokerName: 'orders', EngineType: 'ActiveMQ', EngineVersion: '5.18', HostInstanceType: 'mq.m5.large', DeploymentMode: 'ACTIVE_STANDBY_MULTI_AZ', DataReplicationMode: 'CRDR', DataReplicationPrimaryBrokerArn: primary, SubnetIds: ['subnet-1'], SecurityGroups: ['sg-1'] },
    terraform: { broker_name: 'orders', engine_type: 'ActiveMQ', engine_version: '5.18', host_instance_type: 'mq.m5.large', deployment_mode: 'ACTIVE_STANDBY_MULTI_AZ', data_replication_mode: 'CRDR', data_replication_primary_broker_arn: primary, subnet_ids: ['subnet-1'], security_groups: ['sg-1'] },
  });
  assert.deepEqual(read, { engine: 'ACTIVEMQ', engineVersion: '5.18', instanceClasses: ['mq.m5.large'], deploymentMode: 'ACTIVE_STANDBY_MULTI_AZ', replicationMode: 'CRDR', replicates: primary, subnets: ['subnet-1'], securityGroups: ['sg-1'] });
  sameDescribed(mqBroker, {
    like: read,
    describe: {
      BrokerName: 'orders', BrokerId: 'b-2', EngineType: 'ACTIVEMQ', EngineVersion: '5.18', HostInstanceType: 'mq.m5.large', DeploymentMode: 'ACTIVE_STANDBY_MULTI_AZ', DataReplicationMode: 'CRDR',
      DataReplicationMetadata: { DataReplicationRole: 'REPLICA', DataReplicationCounterpart: { BrokerId: 'b-1', Region: 'eu-central-1' } }, EncryptionOptions: { UseAwsOwnedKey: true },
      SubnetIds: ['subnet-1'], SecurityGroups: ['sg-1'],
    },
  });
  assert.deepEqual(referencesOf(mqBroker, { replicates: primary }), [{ edge: 'replicates', from: primary, to: itself, target: 'AWS::AmazonMQ::Broker' }]);
});
