import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { opensearchDomain } from '../../../model/kinds/opensearch-domain.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('opensearch-domain', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(opensearchDomain, {
      cloudformation: {
        DomainName: 'search', EngineVersion: 'OpenSearch_2.11', ClusterConfig: { InstanceType: 'r6g.large.search', InstanceCount: 3, DedicatedMasterType: 'm6g.large.search', ZoneAwarenessEnabled: true, ZoneAwarenessConfig: { AvailabilityZoneCount: 3 } },
        AdvancedSecurityOptions: { Enabled: true, MasterUserOptions: { MasterUserPassword: 'not-to-be-kept' } }, NodeToNodeEncryptionOptions: { Enabled: true }, EncryptionAtRestOptions: { Enabled: true, KmsKeyId: 'alias/search' },
        VPCOptions: { SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] }, LogPublishingOptions: { AUDIT_LOGS: { CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:audit', Enabled: true } },
        AccessPolicies: { Statement: [{ Effect: 'Allow', Principal: '*', Action: 'es:*', Resource: '*' }] },
      },
      terraform: {
        domain_name: 'search', engine_version: 'OpenSearch_2.11', cluster_config: [{ instance_type: 'r6g.large.search', instance_count: 3, dedicated_master_type: 'm6g.large.search', zone_awareness_enabled: true, zone_awareness_config: [{ availability_zone_count: 3 }] }],
        advanced_security_options: [{ enabled: true }], node_to_node_encryption: [{ enabled: true }], encrypt_at_rest: [{ enabled: true, kms_key_id: 'alias/search' }],
        vpc_options: [{ subnet_ids: ['subnet-1'], security_group_ids: ['sg-1'] }], log_publishing_options: [{ log_type: 'AUDIT_LOGS', cloudwatch_log_group_arn: 'arn:aws:logs:eu-west-1:123456789012:log-group:audit' }],
        access_policies: '{"Statement":{"Effect":"Allow","Principal":"*","Action":"es:*","Resource":"*"}}',
      },
    });
    assert.deepEqual(read, {
      engineVersion: 'OpenSearch_2.11', instanceClasses: ['m6g.large.search', 'r6g.large.search'], nodes: 3, availabilityZones: 3, fineGrainedAccess: true, nodeToNodeEncryption: true,
      encrypted: true, kmsKey: 'alias/search', subnets: ['subnet-1'], securityGroups: ['sg-1'], logGroups: ['arn:aws:logs:eu-west-1:123456789012:log-group:audit'],
      policy: [{ effect: 'Allow', actions: ['es:*'], resources: ['*'], principals: ['*'], conditions: [] }],
    });
    sameDescribed(opensearchDomain, {
      like: read,
      beyond: { followers: [{ domain: 'search-dr', region: 'eu-central-1', status: 'ACTIVE' }] },
      describe: {
        DomainId: '123456789012/search', DomainName: 'search', EngineVersion: 'OpenSearch_2.11',
        ClusterConfig: { InstanceType: 'r6g.large.search', InstanceCount: 3, DedicatedMasterEnabled: true, DedicatedMasterType: 'm6g.large.search', ZoneAwarenessEnabled: true, ZoneAwarenessConfig: { AvailabilityZoneCount: 3 }, WarmEnabled: false },
        AdvancedSecurityOptions: { Enabled: true }, NodeToNodeEncryptionOptions: { Enabled: true }, EncryptionAtRestOptions: { Enabled: true, KmsKeyId: 'alias/search' },
        VPCOptions: { VPCId: 'vpc-1', SubnetIds: ['subnet-1'], SecurityGroupIds: ['sg-1'] }, CognitoOptions: { Enabled: false }, AccessPolicies: '{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"es:*","Resource":"*"}]}',
        LogPublishingOptions: { AUDIT_LOGS: { CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:audit', Enabled: true } },
        InboundConnections: [{
          LocalDomainInfo: { AWSDomainInformation: { DomainName: 'search', Region: 'eu-west-1' } }, RemoteDomainInfo: { AWSDomainInformation: { DomainName: 'search-dr', Region: 'eu-central-1' } },
          ConnectionId: 'ccs-1', ConnectionStatus: { StatusCode: 'ACTIVE' },
        }],
      },
    });
  });

  it('reads the older types', () => {
    const read = sameAttributes(opensearchDomain, {
      cloudformation: { ElasticsearchVersion: '7.10', ElasticsearchClusterConfig: { InstanceType: 'm5.large.elasticsearch' } },
      terraform: { elasticsearch_version: '7.10', cluster_config: [{ instance_type: 'm5.large.elasticsearch' }] },
      types: ['AWS::Elasticsearch::Domain', 'aws_elasticsearch_domain'],
      ignore: ['policy'],
    });
    assert.deepEqual([read['engineVersion'], read['instanceClasses'], read['availabilityZones'], read['fineGrainedAccess']], ['Elasticsearch_7.10', ['m5.large.elasticsearch'], 1, false]);
  });

  it('links keys, certificates, sign-in and logs', () => {
    assert.deepEqual(referencesOf(opensearchDomain, { certificate: 'arn:aws:acm:eu-west-1:123456789012:certificate/1', role: 'search', userPool: 'eu-west-1_abc', logGroups: ['audit'] }), [
      { edge: 'uses-certificate', to: 'arn:aws:acm:eu-west-1:123456789012:certificate/1', target: 'AWS::CertificateManager::Certificate' },
      { edge: 'uses-role', to: 'search', target: 'AWS::IAM::Role' },
      { edge: 'refers', to: 'eu-west-1_abc', target: 'AWS::Cognito::UserPool' },
      { edge: 'writes', to: 'audit', target: 'AWS::Logs::LogGroup' },
    ]);
  });
});
