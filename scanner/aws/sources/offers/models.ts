import { bedrockModelId, type BedrockModel } from '../../../../model/bedrock-model.ts';
import { compareText } from '../../../../model/json.ts';
import { serviceOffered } from '../../../../model/service-offer.ts';
import type { Context } from '../../scan/context.ts';
import type { Task } from '../../scan/task.ts';
import { CallFailure } from '../../gateway/failure.ts';
import type { Place } from '../../probe.ts';
import { bedrock } from '../../services/bedrock.ts';
import { expected } from '../../scan/expected.ts';

const scanner = 'bedrock';

/** Whether the target offers the models and the inference profiles of geographies that the estate names. */
export function modelOffersTask(target: string, models: readonly BedrockModel[], { context, account }: { readonly context: Context; readonly account: string }): Task {
  const named = models.toSorted((a, b) => compareText(bedrockModelId(a), bedrockModelId(b)));
  return {
    id: `offers-models:${target}:${named.map(bedrockModelId).join(',')}`,
    title: `Models of Bedrock that ${target} offers`,
    account,
    region: target,
    scanner,
    calls: ['bedrock:ListFoundationModels', 'bedrock:ListInferenceProfiles'],
    expected: expected(1, 3),
    async run(log) {
      const place = context.gateway.at(account, target);
      for (const [ask, of] of [[foundationModels, named.filter(({ geography }) => geography === undefined)], [inferenceProfiles, named.filter(({ geography }) => geography !== undefined)]] as const) {
        if (of.length === 0) continue;
        const offered = await answered(() => ask(place), target).catch((thrown: unknown) => {
          if (!(thrown instanceof CallFailure)) throw thrown;
          log.failed(thrown);
        });
        if (offered === undefined) continue;
        for (const model of of) {
          const id = bedrockModelId(model);
          // A model has further ids for longer contexts: amazon.nova-pro-v1:0:300k.
          log.fact({ type: 'offer', region: target, what: `model:${id}`, available: offered.some((each) => each === id || each.startsWith(`${id}:`)), source: { scanner, asOf: context.asOf } });
        }
      }
    },
  };
}

/** No endpoint where the tables say that Bedrock is not offered: there are no models. */
async function answered(ask: () => Promise<readonly string[]>, target: string): Promise<readonly string[]> {
  try {
    return await ask();
  } catch (thrown) {
    if (thrown instanceof CallFailure && thrown.consequence.noEndpoint === true && serviceOffered('bedrock', target) === 'no') return [];
    throw thrown;
  }
}

async function foundationModels(place: Place): Promise<string[]> {
  const { modelSummaries = [] } = await place.call(bedrock, 'ListFoundationModels', {});
  return modelSummaries.flatMap(({ modelId }) => modelId ?? []);
}

async function inferenceProfiles(place: Place): Promise<string[]> {
  const found: string[] = [];
  for await (const { inferenceProfileSummaries = [] } of place.pages(bedrock, 'ListInferenceProfiles', { maxResults: 1000, typeEquals: 'SYSTEM_DEFINED' })) {
    found.push(...inferenceProfileSummaries.flatMap(({ inferenceProfileId, status }) => (inferenceProfileId === undefined || (status !== undefined && status !== 'ACTIVE') ? [] : [inferenceProfileId])));
  }
  return found;
}
