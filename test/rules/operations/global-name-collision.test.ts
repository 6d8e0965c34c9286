import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { operationsGlobalNameCollision } from '../../../rules/operations/global-name-collision.ts';
import { yaml } from '../../../rules/support/yaml.ts';
import { runExample, statesOf } from '../../support/run-example.ts';

const cluster = (rest: string): string => yaml`
  Orders:
    Type: AWS::RDS::DBCluster
    Properties: { DBClusterIdentifier: orders, Engine: aurora-postgresql${rest} }
`;

describe('operations-global-name-collision', () => {
  it('sees one bucket where two deployments use one name, and says so once', () => {
    const media = 'Media:\n  Type: AWS::S3::Bucket\n  Properties: { BucketName: media }';
    const found = runExample(operationsGlobalNameCollision, { home: media, target: media });
    assert.deepEqual(found.map(({ message }) => message), ['media is declared by one template for several regions under one name.']);
  });

  it('minds names of clusters in a global database only', () => {
    assert.deepEqual(statesOf(operationsGlobalNameCollision, { home: cluster('') }), []);
    assert.deepEqual(statesOf(operationsGlobalNameCollision, { home: cluster(', GlobalClusterIdentifier: all') }), ['gap orders']);
    assert.deepEqual(statesOf(operationsGlobalNameCollision, { home: cluster(', GlobalClusterIdentifier: all'), target: cluster(', GlobalClusterIdentifier: all').replace('orders', 'orders-2') }), ['ready orders']);
  });

  it('takes the account-regional namespace for unique', () => {
    assert.deepEqual(statesOf(operationsGlobalNameCollision, { home: 'Media:\n  Type: AWS::S3::Bucket\n  Properties: { BucketName: media-111122223333-us-east-1-an, BucketNamespace: account-regional }' }), ['ready media-111122223333-us-east-1-an']);
  });
});
