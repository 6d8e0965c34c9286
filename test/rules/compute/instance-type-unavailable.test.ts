import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeInstanceTypeUnavailable } from '../../../rules/compute/instance-type-unavailable.ts';
import { yaml } from '../../../rules/support/yaml.ts';
import { runExample, statesOf } from '../../support/run-example.ts';

const group = (...types: readonly string[]): string => yaml`
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      MixedInstancesPolicy:
        LaunchTemplate:
          LaunchTemplateSpecification: { LaunchTemplateName: shop, Version: '1' }
          Overrides: [${types.map((type) => `{ InstanceType: ${type} }`).join(', ')}]
`;

describe('compute-instance-type-unavailable', () => {
  it('lets a group have one class of its list', () => {
    const [judged] = runExample(computeInstanceTypeUnavailable, { home: group('c1.medium', 'm5.large'), targetRegion: 'eu-south-1' });
    assert.equal(judged?.state, 'ready');
    assert.equal(judged?.message, 'eu-south-1 does not offer c1.medium, but m5.large.');
    assert.deepEqual(statesOf(computeInstanceTypeUnavailable, { home: group('c1.medium', 'c3.large'), targetRegion: 'eu-south-1' }), ['gap Group']);
  });

  it('wants every class of a domain', () => {
    const domain = yaml`
      Search:
        Type: AWS::OpenSearchService::Domain
        Properties: { ClusterConfig: { InstanceType: m5.large.search, DedicatedMasterType: m3.medium.search } }
    `;
    assert.deepEqual(statesOf(computeInstanceTypeUnavailable, { home: domain, targetRegion: 'eu-south-1' }), ['gap Search']);
  });

  it('asks for the engine of a database, and leaves serverless capacity alone', () => {
    const instance = (properties: string): string => yaml`
      Db:
        Type: AWS::RDS::DBInstance
        Properties: { ${properties} }
    `;
    assert.deepEqual(statesOf(computeInstanceTypeUnavailable, { home: instance('DBInstanceClass: db.m5.large') }), ['unknown Db']);
    assert.deepEqual(statesOf(computeInstanceTypeUnavailable, { home: instance('DBInstanceClass: db.serverless, Engine: aurora-mysql') }), []);
    assert.deepEqual(statesOf(computeInstanceTypeUnavailable, { home: instance('DBInstanceClass: db.m5.large, Engine: postgres') }), ['ready Db']);
  });
});
