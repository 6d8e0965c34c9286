import assert from 'node:assert/strict';
import { it } from 'node:test';
import { bedrockModelOf } from '../../../../../model/bedrock-model.ts';
import type { Fact } from '../../../../../model/fact.ts';
import { CallFailure } from '../../../../../scanner/aws/gateway/failure.ts';
import type { Context } from '../../../../../scanner/aws/scan/context.ts';
import { knowledge } from '../../../../../scanner/aws/scan/knowledge.ts';
import { modelOffersTask } from '../../../../../scanner/aws/sources/offers/models.ts';
import { resource } from '../../../../support/facts.ts';
import { scriptedPlace, type Script } from '../../../../support/scripted-place.ts';

const arn = (kind: string, name: string): string => `arn:aws:bedrock:us-east-1:${kind === 'foundation-model' ? '' : '111122223333'}:${kind}/${name}`;
const named = [arn('foundation-model', 'amazon.nova-pro-v1:0'), arn('foundation-model', 'meta.llama3-70b'), arn('inference-profile', 'us.amazon.nova-pro-v1:0'), arn('inference-profile', 'global.anthropic.claude')].flatMap((each) => bedrockModelOf(each) ?? []);

async function asked(script: Script, target = 'eu-west-1'): Promise<{ readonly said: string[]; readonly failed: string[] }> {
  const [facts, failed]: [Fact[], string[]] = [[], []];
  const context = { gateway: { at: () => scriptedPlace(script) }, targets: [target], asOf: '2026-11-01' } as unknown as Context;
  await modelOffersTask(target, named, { account: '1', context }).run({ cursor: undefined, written: new Set(), fact: (fact) => facts.push(fact), note: () => {}, miss: () => assert.fail(), failed: ({ action }) => failed.push(action), checkpoint: () => {} });
  return { said: facts.map((fact) => (fact.type === 'offer' ? `${fact.region} ${fact.what} ${fact.available}` : fact.type)), failed };
}

it('tells of each model and profile that the estate names whether the target lists it', async () => {
  const { said } = await asked({
    ListFoundationModels: () => ({ modelSummaries: [{ modelId: 'amazon.nova-pro-v1:0:300k' }, { modelId: 'amazon.nova-lite-v1:0' }] }),
    ListInferenceProfiles: () => [{ inferenceProfileSummaries: [{ inferenceProfileId: 'eu.amazon.nova-pro-v1:0', status: 'ACTIVE' }] }, { inferenceProfileSummaries: [{ inferenceProfileId: 'global.anthropic.claude', status: 'ACTIVE' }] }],
  });
  assert.deepEqual(said, ['eu-west-1 model:amazon.nova-pro-v1:0 true', 'eu-west-1 model:meta.llama3-70b false', 'eu-west-1 model:global.anthropic.claude true', 'eu-west-1 model:us.amazon.nova-pro-v1:0 false']);
});

it('tells nothing of what was denied, and that there is none where the service is not offered', async () => {
  const denied = (): never => {
    throw new CallFailure('bedrock:ListFoundationModels', { name: 'AccessDeniedException', reason: 'denied', message: 'no' });
  };
  assert.deepEqual(await asked({ ListFoundationModels: denied, ListInferenceProfiles: () => ({ inferenceProfileSummaries: [{ inferenceProfileId: 'global.anthropic.claude' }] }) }), { said: ['eu-west-1 model:global.anthropic.claude true', 'eu-west-1 model:us.amazon.nova-pro-v1:0 false'], failed: ['bedrock:ListFoundationModels'] });
  const nowhere = (): never => {
    throw new CallFailure('bedrock:ListFoundationModels', { name: 'ENOTFOUND', reason: 'unreachable', message: 'no such host', consequence: { noEndpoint: true } });
  };
  assert.equal((await asked({ ListFoundationModels: nowhere, ListInferenceProfiles: nowhere }, 'cn-north-1')).said.filter((each) => each.endsWith('false')).length, 4);
  assert.deepEqual((await asked({ ListFoundationModels: nowhere, ListInferenceProfiles: nowhere })).failed.length, 2);
});

it('is asked of what resources and code name, and of nothing that is a pattern', () => {
  const known = knowledge();
  known.learn({ fact: resource('a', { references: [arn('foundation-model', 'amazon.nova-pro-v1:0'), arn('foundation-model', '*'), arn('inference-profile', 'own123'), 'arn:aws:s3:::media'].map((to) => ({ path: 'x', to })) }) });
  known.learn({ fact: { type: 'reference', from: 'code:a.ts', to: arn('inference-profile', 'eu.amazon.nova-pro-v1:0'), edge: 'calls', how: 'code', source: { scanner: 'code-calls' } } });
  assert.deepEqual(known.models(), [{ model: 'amazon.nova-pro-v1:0', geography: undefined }, { model: 'amazon.nova-pro-v1:0', geography: 'eu' }]);
});
