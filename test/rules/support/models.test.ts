import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bedrockModelOf } from '../../../model/bedrock-model.ts';
import type { Offer } from '../../../model/fact.ts';
import type { Resource } from '../../../model/resource.ts';
import { judgeModel } from '../../../rules/support/models.ts';
import { viewOfExample } from '../../support/run-example.ts';

const arn = (resource: string): string => `arn:aws:bedrock:us-east-1:111122223333:${resource}`;
const topic = 'Topic:\n  Type: AWS::SNS::Topic';

function state(resource: string, target: string, ...learned: readonly Offer[]): string | undefined {
  const graph = viewOfExample({ home: topic, learned });
  const user = [...graph.estate.resources.values()][0] as Resource;
  const model = bedrockModelOf(arn(resource));
  assert.ok(model);
  return judgeModel(graph, [{ ...model, user, at: 'us-east-1' }], { home: ['us-east-1'], target })?.state;
}

describe('models of Bedrock', () => {
  it('are read from ARNs of models and system-defined profiles only', () => {
    assert.deepEqual(bedrockModelOf(arn('foundation-model/amazon.nova-pro-v1:0')), { model: 'amazon.nova-pro-v1:0', geography: undefined });
    assert.deepEqual(bedrockModelOf(arn('inference-profile/us.amazon.nova-pro-v1:0')), { model: 'amazon.nova-pro-v1:0', geography: 'us' });
    for (const other of ['foundation-model/*', 'inference-profile/abc123', 'application-inference-profile/x', 'agent/X']) assert.equal(bedrockModelOf(arn(other)), undefined, other);
  });

  it('can be called within the geography of their profile', () => {
    const profile = (geography: string): string => `inference-profile/${geography}.amazon.nova-pro-v1:0`;
    const cases: readonly (readonly [geography: string, target: string, state: string])[] = [
      ['us', 'us-west-2', 'ready'], ['us', 'eu-west-1', 'gap'], ['us', 'ca-central-1', 'unknown'], ['us', 'us-gov-west-1', 'gap'], ['eu', 'eu-central-1', 'ready'], ['eu', 'il-central-1', 'unknown'],
      ['apac', 'ap-south-1', 'ready'], ['apac', 'us-east-2', 'gap'], ['jp', 'ap-northeast-3', 'ready'], ['jp', 'ap-south-1', 'gap'], ['global', 'sa-east-1', 'ready'], ['global', 'cn-north-1', 'gap'],
    ];
    for (const [geography, target, wanted] of cases) assert.equal(state(profile(geography), target), wanted, `${geography} ${target}`);
  });

  it('go by what was learned live before anything else', () => {
    const offer = (available: boolean): Offer => ({ type: 'offer', region: 'eu-west-1', what: 'model:amazon.nova-pro-v1:0', available, source: { scanner: 'bedrock' } });
    assert.equal(state('foundation-model/amazon.nova-pro-v1:0', 'eu-west-1'), 'unknown');
    assert.equal(state('foundation-model/amazon.nova-pro-v1:0', 'eu-west-1', offer(true)), 'ready');
    assert.equal(state('foundation-model/amazon.nova-pro-v1:0', 'eu-west-1', offer(false)), 'gap');
  });
});
