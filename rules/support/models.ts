import { bedrockModelId, type BedrockModel } from '../../model/bedrock-model.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Intent } from '../../model/intent.ts';
import type { Resource } from '../../model/resource.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';
import { offerOf } from './offers.ts';

export interface ModelUse extends BedrockModel {
  readonly user: Resource;
  /** Region that it is called from. */
  readonly at: string;
}

/**
 * Whether a profile of the geography can be called from the region. Neighbours that AWS counts with some geographies for some models only
 * (Canada with the US, Israel with Europe …) are not known.
 */
function callable(geography: string, region: string): boolean | undefined {
  if (geography === 'global') return !/^(?:cn-|us-gov-|us-iso|eusc-|eu-iso)/.test(region);
  if (region.startsWith('us-gov-') || geography === 'us-gov') return region.startsWith('us-gov-') && geography === 'us-gov';
  if (geography === 'jp') return /^ap-northeast-[13]$/.test(region);
  if (geography === 'au') return /^ap-southeast-[24]$/.test(region) ? true : region === 'ap-southeast-6' ? undefined : false;
  const own = /^(us|eu|ap|ca)-/.exec(region)?.[1];
  if (own === undefined) return undefined;
  if (geography === 'apac') return own === 'ap';
  if (own === 'ca' || geography === 'ca') return own === geography ? true : undefined;
  return own === geography;
}

/** What is known of one model: whether what the target calls, or is to call, can be called from there. */
export function judgeModel(view: EstateView, uses: readonly ModelUse[], { home, target }: Pick<Intent, 'home' | 'target'>): Verdict | undefined {
  const there = uses.filter(({ at }) => at === target);
  const relevant = there.length > 0 ? there : uses.filter(({ at }) => home.includes(at));
  const [first] = relevant;
  if (first === undefined) return undefined;
  const states = relevant.map((use) => ({ use, state: stateOf(view, use, target) }));
  const wrong = states.find(({ state }) => state === false);
  if (wrong !== undefined) {
    return gap(`${wrong.use.user.name} calls ${bedrockModelId(wrong.use)}, which cannot be called from ${target}.`);
  }
  if (states.every(({ state }) => state === true)) return ready();
  return unknown(`Whether ${first.model} can be called from ${target} nobody told us.`, { ask: 'bedrock:ListFoundationModels and bedrock:ListInferenceProfiles in the target region.' });
}

/** What a scanner learned live outranks the geography. */
function stateOf(view: EstateView, model: BedrockModel, target: string): boolean | undefined {
  return offerOf(view, `model:${bedrockModelId(model)}`, target)?.available ?? (model.geography === undefined ? undefined : callable(model.geography, target));
}
