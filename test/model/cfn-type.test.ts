import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cfnType } from '../../model/cfn-type.ts';
import { lambdaRuntime } from '../../model/lambda-runtime.ts';

test('a type tells its ARN, identifier, tags and what its properties refer to', () => {
  const lambda = cfnType('AWS::Lambda::Function');
  assert.equal(lambda?.arn, 'arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}');
  assert.deepEqual([lambda?.id, lambda?.tags], [['FunctionName'], 'Tags']);
  assert.ok(lambda?.relations?.some(([path, target]) => path === 'VpcConfig.SubnetIds[]' && target === 'AWS::EC2::Subnet'));
  assert.equal(cfnType('AWS::DynamoDB::Table')?.stateful, true);
  assert.equal(cfnType('AWS::NoSuch::Type'), undefined);
  assert.equal(cfnType('constructor'), undefined);
});

test('relations below definitions that are used twice are found at both places', () => {
  const paths = cfnType('AWS::Transfer::Workflow')?.relations?.map(([path]) => path);
  assert.deepEqual(paths, ['OnExceptionSteps[].CustomStepDetails.Target', 'Steps[].CustomStepDetails.Target']);
});

test('a runtime tells its days and successor', () => {
  assert.match(lambdaRuntime('nodejs18.x')?.deprecated ?? '', /^\d{4}-\d\d-\d\d$/);
  assert.equal(lambdaRuntime('toString'), undefined);
});
