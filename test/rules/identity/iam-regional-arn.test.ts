import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { identityIamRegionalArn } from '../../../rules/identity/iam-regional-arn.ts';
import { yaml } from '../../../rules/support/yaml.ts';
import { runExample, statesOf } from '../../support/run-example.ts';

const stack = (resource: string): string => yaml`
  Fn:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: fn, Role: !GetAtt Role.Arn }
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies: [{ PolicyName: work, PolicyDocument: { Statement: [{ Effect: Allow, Action: 'sqs:*', Resource: ${resource} }] } }]
  Queue:
    Type: AWS::SQS::Queue
`;
const literal = "'arn:aws:sqs:us-east-1:111122223333:jobs'";

describe('identity-iam-regional-arn', () => {
  it('leaves a role to compute-no-peer while what runs with it has no counterpart', () => {
    assert.deepEqual(statesOf(identityIamRegionalArn, { home: stack(literal) }), []);
  });

  it('finds a literal that every deployment of the template repeats', () => {
    assert.deepEqual(statesOf(identityIamRegionalArn, { home: stack(literal), target: stack(literal) }), ['gap Role']);
    assert.match(runExample(identityIamRegionalArn, { home: stack(literal), target: stack(literal) })[0]?.message ?? '', /arn:aws:sqs:us-east-1:111122223333:jobs and nothing like it in eu-west-1/);
  });

  it('takes the deployments of one template together', () => {
    const derived = "!Sub 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:jobs'";
    assert.deepEqual(statesOf(identityIamRegionalArn, { home: stack(derived), target: stack(derived) }), ['ready Role']);
  });

  it('lets the template’s own resources go with it', () => {
    assert.deepEqual(statesOf(identityIamRegionalArn, { home: stack('!GetAtt Queue.Arn'), target: stack('!GetAtt Queue.Arn') }), []);
  });
});
