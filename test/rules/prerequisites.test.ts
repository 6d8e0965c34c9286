import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ruleRegistry } from '../../cli/registry.ts';
import type { Offer } from '../../model/fact.ts';
import { judge } from '../../rules/judge.ts';
import type { EstateExample } from '../../rules/rule.ts';
import { rankOf, rulesByStage, stageOf, stages } from '../../rules/stages.ts';
import { yaml } from '../../rules/support/yaml.ts';
import { intentOf, viewOfExample } from '../support/run-example.ts';

/** What comes before each gap, as rule and title. */
function orderIn(example: EstateExample): Map<string, string[]> {
  const { judgements } = judge({ view: viewOfExample(example), rules: [...ruleRegistry.values()], intent: intentOf(example), tool: 'test' });
  const named = new Map(judgements.map(({ fingerprint, rule, title }) => [fingerprint, `${rule} ${title}`]));
  return new Map(judgements.filter(({ state }) => state === 'gap').map(({ fingerprint, before = [] }) => [named.get(fingerprint) ?? '', before.map((each) => named.get(each) ?? each)]));
}

const shop = yaml`
  Key: { Type: AWS::KMS::Key, Properties: { KeyPolicy: { Statement: [] } } }
  Alias: { Type: AWS::KMS::Alias, Properties: { AliasName: alias/shop, TargetKeyId: !Ref Key } }
  Token: { Type: AWS::SecretsManager::Secret, Properties: { Name: token, KmsKeyId: !GetAtt Key.Arn } }
  Images: { Type: AWS::ECR::Repository, Properties: { RepositoryName: shop } }
  Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Net, CidrBlock: 10.0.1.0/24 } }
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: { TableName: orders, SSESpecification: { SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: !GetAtt Key.Arn } }
  Work: { Type: AWS::SQS::Queue, Properties: { QueueName: work } }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - { Name: a, Image: !Sub '\${AWS::AccountId}.dkr.ecr.\${AWS::Region}.amazonaws.com/shop:1', Secrets: [{ Name: T, ValueFrom: !Ref Token }], Environment: [{ Name: TABLE, Value: !Ref Orders }, { Name: QUEUE, Value: !Ref Work }] }
  Service:
    Type: AWS::ECS::Service
    Properties: { ServiceName: shop, TaskDefinition: !Ref Task, DesiredCount: 2, NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [!Ref Subnet] } } }
  Entry: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Name: entry, Subnets: [!Ref Subnet] } }
  Record:
    Type: AWS::Route53::RecordSet
    Properties: { Name: shop.example.com, Type: A, HostedZoneName: example.com., AliasTarget: { DNSName: !GetAtt Entry.DNSName, HostedZoneId: !GetAtt Entry.CanonicalHostedZoneID } }
`;

describe('what comes before a gap', () => {
  it('is keys before stores and secrets, images and networks before compute, and the entry before what leads there', () => {
    const order = orderIn({ home: shop });
    const before = (gap: string): string[] => order.get(gap) ?? assert.fail(`no gap ${gap}: ${[...order.keys()].join(', ')}`);
    const key = 'config-kms-target-key-missing Key';
    for (const gap of ['data-ddb-no-replica orders', 'config-secret-no-replica token']) assert.deepEqual(before(gap), [key], gap);
    assert.deepEqual(before('compute-no-peer shop'), ['network-no-vpc Net', 'config-secret-no-replica token', 'artifact-ecr-no-replication shop', 'data-ddb-no-replica orders', 'messaging-no-peer work']);
    assert.deepEqual(before('network-no-peer entry'), ['network-no-vpc Net']);
    assert.deepEqual(before('traffic-r53-simple shop.example.com'), ['network-no-peer entry']);
    assert.deepEqual(before(key), []);
  });

  it('is what the account lacks in the target: the region itself, for everything, and a quota, for what counts towards it', () => {
    const quota: Offer = { type: 'offer', what: 'quota:dynamodb/L-F98FE922', region: 'eu-west-1', available: true, value: 0, source: { scanner: 'service-quotas', path: '111122223333' } };
    const order = orderIn({ home: shop, learned: [quota] });
    assert.equal(order.get('data-ddb-no-replica orders')?.[0], 'region-quota-shortfall DynamoDB tables');
    assert.ok(!order.get('messaging-no-peer work')?.includes('region-quota-shortfall DynamoDB tables'));
    const closed = orderIn({ home: shop, targetRegion: 'eu-south-1', learned: [{ ...quota, what: 'account:111122223333', region: 'eu-south-1', available: false }] });
    const [gate] = [...closed.keys()].filter((gap) => gap.startsWith('region-optin-not-enabled'));
    assert.ok(gate !== undefined);
    for (const gap of ['data-ddb-no-replica orders', 'messaging-no-peer work', 'config-kms-target-key-missing Key']) assert.equal(closed.get(gap)?.[0], gate, gap);
  });

  it('goes by stages that name rules which are there, each once', () => {
    const named = Object.values(rulesByStage).flat();
    assert.deepEqual(named.filter((id) => !ruleRegistry.has(id)), []);
    assert.equal(new Set(named).size, named.length);
    for (const id of ruleRegistry.keys()) assert.ok(Object.hasOwn(stages, stageOf(id)), id);
    assert.ok(rankOf('data-s3-versioning-off') < rankOf('data-s3-no-crr') && rankOf('data-s3-no-crr') < rankOf('data-s3-crr-kms'));
  });
});
