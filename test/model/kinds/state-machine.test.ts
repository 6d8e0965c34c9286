import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stateMachine } from '../../../model/kinds/state-machine.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('state-machine', () => {
  const definition = {
    StartAt: 'Pay',
    States: {
      Pay: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:pay', Payload: { token: 'not-to-be-kept' } }, Next: 'Both' },
      Both: { Type: 'Parallel', Branches: [{ States: { Save: { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: { TableName: 'orders' } } } }, { States: { Tell: { Type: 'Task', Resource: 'arn:aws:states:::events:putEvents', Arguments: { Entries: [{ EventBusName: 'shop', Detail: {} }] } } } }] },
      Each: { Type: 'Map', ItemProcessor: { States: { Old: { Type: 'Task', Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:old' } } } },
    },
  };

  it('reads the same attributes from both, and keeps only names of resources', () => {
    const read = sameAttributes(stateMachine, {
      cloudformation: { StateMachineName: 'order', DefinitionString: JSON.stringify(definition), RoleArn: 'order', LoggingConfiguration: { Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:order:*' } }] } },
      terraform: { name: 'order', definition: JSON.stringify(definition), role_arn: 'order', logging_configuration: [{ log_destination: 'arn:aws:logs:eu-west-1:123456789012:log-group:order:*' }] },
    });
    assert.deepEqual(read, {
      type: 'STANDARD', role: 'order', logGroups: ['arn:aws:logs:eu-west-1:123456789012:log-group:order:*'],
      tasks: [
        { resource: 'arn:aws:lambda:eu-west-1:123456789012:function:old', names: [] },
        { resource: 'arn:aws:states:::dynamodb:getItem', names: ['TableName=orders'] },
        { resource: 'arn:aws:states:::events:putEvents', names: ['EventBusName=shop'] },
        { resource: 'arn:aws:states:::lambda:invoke', names: ['FunctionName=arn:aws:lambda:eu-west-1:123456789012:function:pay'] },
      ],
    });
    sameDescribed(stateMachine, {
      like: read,
      beyond: { kmsKey: 'alias/order' },
      describe: {
        name: 'order', type: 'STANDARD', roleArn: 'order', definition: JSON.stringify(definition), encryptionConfiguration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: 'alias/order' },
        loggingConfiguration: { level: 'ALL', destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:order:*' } }] },
      },
    });
    assert.deepEqual(attributesOf(stateMachine, 'cloudformation', { Definition: definition })['tasks'], read['tasks']);
    assert.deepEqual(attributesOf(stateMachine, 'cloudformation', { Definition: definition, Type: 'EXPRESS' }, { type: 'AWS::Serverless::StateMachine' })['type'], 'EXPRESS');
    assert.deepEqual(referencesOf(stateMachine, read), [
      { edge: 'calls', to: 'arn:aws:lambda:eu-west-1:123456789012:function:old', target: 'AWS::Lambda::Function' },
      { edge: 'reads', to: 'orders', target: 'AWS::DynamoDB::Table' },
      { edge: 'triggers', to: 'shop', target: 'AWS::Events::EventBus' },
      { edge: 'calls', to: 'arn:aws:lambda:eu-west-1:123456789012:function:pay', target: 'AWS::Lambda::Function' },
      { edge: 'uses-role', to: 'order', target: 'AWS::IAM::Role' },
      { edge: 'writes', to: 'arn:aws:logs:eu-west-1:123456789012:log-group:order', target: 'AWS::Logs::LogGroup' },
    ]);
  });

  it('tells no tasks of a definition that it cannot read', () => {
    for (const definition of [unresolved('known after apply'), 'StartAt: x', '7']) assert.equal('tasks' in attributesOf(stateMachine, 'terraform', { definition }), false);
  });
});
