import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cfnTypeNames } from '../../../../model/cfn-type.ts';
import type { Kind } from '../../../../model/kind.ts';
import { kinds } from '../../../../model/kinds/index.ts';
import { typeExceptions, typePrefixes } from '../../../../scanner/iac/terraform/type-exceptions.ts';
import { cloudformationTypeOf } from '../../../../scanner/iac/terraform/type-names.ts';

test('every exception names a type that exists', () => {
  const known = new Set(cfnTypeNames);
  assert.deepEqual(Object.values(typeExceptions).filter((name) => !known.has(`AWS::${name}`)), []);
});

test('every prefix finds a type', () => {
  const services = cfnTypeNames.map((name) => name.replace('AWS::', ''));
  assert.deepEqual(typePrefixes.filter(([, replacement]) => !services.some((name) => name.startsWith(replacement))), []);
});

test('names that differ in spelling, abbreviation or altogether are found', () => {
  const cases: Readonly<Record<string, string | undefined>> = {
    aws_dynamodb_table: 'AWS::DynamoDB::Table', aws_lb: 'AWS::ElasticLoadBalancingV2::LoadBalancer', aws_lb_target_group: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    aws_cloudwatch_event_bus: 'AWS::Events::EventBus', aws_cloudwatch_log_group: 'AWS::Logs::LogGroup', aws_db_instance: 'AWS::RDS::DBInstance',
    aws_rds_cluster_instance: 'AWS::RDS::DBInstance', aws_elasticache_cluster: 'AWS::ElastiCache::CacheCluster', aws_sfn_state_machine: 'AWS::StepFunctions::StateMachine',
    aws_vpc_dhcp_options: 'AWS::EC2::DHCPOptions', aws_iam_policy: 'AWS::IAM::ManagedPolicy', aws_iam_role_policy: 'AWS::IAM::RolePolicy',
    aws_route53_zone: 'AWS::Route53::HostedZone', aws_opensearch_domain: 'AWS::OpenSearchService::Domain', aws_keyspaces_table: 'AWS::Cassandra::Table',
    awscc_s3_bucket: 'AWS::S3::Bucket', aws_lex_bot: undefined, aws_s3_bucket_versioning: undefined, random_id: undefined, aws_constructor: undefined,
  };
  for (const [type, name] of Object.entries(cases)) assert.equal(cloudformationTypeOf(type), name, type);
});

test('where a kind knows a Terraform type, the table says the same', () => {
  const wrong = (Object.values(kinds) as readonly Kind[]).flatMap(({ names }) => {
    const own = [names.cloudformation, ...(names.also ?? [])];
    return names.terraform.map((type) => [type, cloudformationTypeOf(type) ?? own[0]] as const).filter(([, name]) => name !== undefined && !own.includes(name));
  });
  assert.deepEqual(wrong, []);
});
