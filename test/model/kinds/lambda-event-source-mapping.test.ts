import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lambdaEventSourceMapping } from '../../../model/kinds/lambda-event-source-mapping.ts';
import { unresolved } from '../../../model/properties.ts';
import { attributesOf, referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('lambda-event-source-mapping', () => {
  it('reads the same attributes from both, and says that the source triggers the function', () => {
    const source = 'arn:aws:sqs:eu-west-1:123456789012:orders';
    const read = sameAttributes(lambdaEventSourceMapping, {
      cloudformation: { EventSourceArn: source, FunctionName: 'checkout', Enabled: false, DestinationConfig: { OnFailure: { Destination: 'arn:aws:sns:eu-west-1:123456789012:failed' } } },
      terraform: { event_source_arn: source, function_name: 'checkout', enabled: false, destination_config: [{ on_failure: [{ destination_arn: 'arn:aws:sns:eu-west-1:123456789012:failed' }] }] },
    });
    assert.deepEqual(read, { source, function: 'checkout', enabled: false, topics: [], failureTarget: 'arn:aws:sns:eu-west-1:123456789012:failed' });
    sameDescribed(lambdaEventSourceMapping, {
      like: { ...read, function: 'arn:aws:lambda:eu-west-1:123456789012:function:checkout' },
      describe: {
        UUID: '1', EventSourceArn: source, FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:checkout', State: 'Disabled',
        DestinationConfig: { OnFailure: { Destination: 'arn:aws:sns:eu-west-1:123456789012:failed' } },
      },
    });
    assert.equal('enabled' in attributesOf(lambdaEventSourceMapping, 'describe', { UUID: '1', State: 'Updating' }), false);
    assert.deepEqual(referencesOf(lambdaEventSourceMapping, read), [
      { edge: 'triggers', from: source, to: 'checkout', target: 'AWS::Lambda::Function' },
      { edge: 'attaches', to: source },
      { edge: 'attaches', to: 'checkout', target: 'AWS::Lambda::Function' },
      { edge: 'writes', to: 'arn:aws:sns:eu-west-1:123456789012:failed' },
    ]);
  });

  it('polls unless it is switched off, and is untold where that is unresolved', () => {
    assert.equal(attributesOf(lambdaEventSourceMapping, 'cloudformation', {})['enabled'], true);
    assert.equal('enabled' in attributesOf(lambdaEventSourceMapping, 'cloudformation', { Enabled: unresolved('parameter') }), false);
  });
});
