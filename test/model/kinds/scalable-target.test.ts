import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scalableTarget } from '../../../model/kinds/scalable-target.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('scalable-target', () => {
  it('reads the same attributes from both', () => {
    const read = sameAttributes(scalableTarget, {
      cloudformation: { ServiceNamespace: 'dynamodb', ResourceId: 'table/orders', ScalableDimension: 'dynamodb:table:WriteCapacityUnits', MinCapacity: 5, MaxCapacity: '500' },
      terraform: { service_namespace: 'dynamodb', resource_id: 'table/orders', scalable_dimension: 'dynamodb:table:WriteCapacityUnits', min_capacity: 5, max_capacity: 500 },
    });
    assert.deepEqual(read, { service: 'dynamodb', resource: 'table/orders', dimension: 'dynamodb:table:WriteCapacityUnits', minCapacity: 5, maxCapacity: 500 });
    const RoleARN = 'arn:aws:iam::123456789012:role/aws-service-role/dynamodb.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_DynamoDBTable';
    sameDescribed(scalableTarget, {
      like: read, beyond: { role: RoleARN },
      describe: { ServiceNamespace: 'dynamodb', ResourceId: 'table/orders', ScalableDimension: 'dynamodb:table:WriteCapacityUnits', MinCapacity: 5, MaxCapacity: 500, RoleARN },
    });
  });

  it('is attached to what it scales, however that is named', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['table/orders/index/by-date', 'orders', 'AWS::DynamoDB::Table'],
      ['table/⟦cloudformation:shop/eu-west-1/Orders⟧', '⟦cloudformation:shop/eu-west-1/Orders⟧', 'AWS::DynamoDB::Table'],
      ['service/main/shop', 'shop', 'AWS::ECS::Service'],
      ['service/⟦cloudformation:shop/eu-west-1/Cluster⟧/⟦cloudformation:shop/eu-west-1/Service#Name⟧', '⟦cloudformation:shop/eu-west-1/Service#Name⟧', 'AWS::ECS::Service'],
      ['cluster:shop', 'shop', 'AWS::RDS::DBCluster'],
      ['function:checkout:live', 'checkout', 'AWS::Lambda::Function'],
    ];
    for (const [resource, to, target] of cases) assert.deepEqual(referencesOf(scalableTarget, { resource }), [{ edge: 'attaches', to, target }], resource);
    assert.deepEqual(referencesOf(scalableTarget, { resource: 'spot-fleet-request/sfr-1' }), []);
  });
});
