import { bedrockModelOf } from '../../model/bedrock-model.ts';
import { compareText } from '../../model/json.ts';
import type { EstateView } from '../../graph/view.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { ofTypes } from '../support/by-type.ts';
import { judgeModel, type ModelUse } from '../support/models.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { unknown } from '../verdict.ts';

const uses = (arn: string): string => yaml`
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }] }
  Chat:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: chat, Role: !GetAtt Role.Arn, Environment: { Variables: { MODEL: '${arn}' } } }
`;
const foundation = (region: string): string => `arn:aws:bedrock:${region}::foundation-model/amazon.nova-pro-v1:0`;
const profile = (name: string, region = 'us-east-1'): string => `arn:aws:bedrock:${region}:111122223333:inference-profile/${name}.amazon.nova-pro-v1:0`;

export const computeMlModelRegion = rule({
  id: 'compute-ml-model-region',
  title: 'Model may not be offered where the target calls it from',
  on: 'estate',
  severity: severities('M/H/H/H'),
  why: 'Models and inference profiles differ from region to region: a profile of one geography cannot be called from another, and requests of a profile are answered anywhere in its geography, whatever regions the account has enabled.',
  fix: 'Choose for each region a profile of its own geography, keep a second model as fallback, ask for quota and model access in both regions, and copy model artefacts and images of own endpoints.',
  effect: 'No effect on RPO. Calls to the model are refused in the target: RTO grows by asking for access and quota, choosing another model and testing answers with it.',
  links: ['https://docs.aws.amazon.com/bedrock/latest/userguide/cross-region-inference.html', 'https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html'],
  examples: {
    gap: [{ name: 'a profile of another geography in the target', home: uses(profile('us')), target: uses(profile('us', 'eu-west-1')) }],
    ready: [
      { name: 'a global profile', home: uses(profile('global')) },
      { name: 'a profile of each geography', home: uses(profile('us')), target: uses(profile('eu', 'eu-west-1')) },
      { name: 'the same geography', home: uses(profile('us')), targetRegion: 'us-west-2' },
    ],
    unknown: [
      { name: 'only the service can tell', home: uses(foundation('us-east-1')) },
      { name: 'an agent whose model no kind tells', home: yaml`
        Agent:
          Type: AWS::Bedrock::Agent
          Properties: { AgentName: helper, FoundationModel: amazon.nova-pro-v1:0 }
      ` },
    ],
  },

  /** One verdict for each model that something at home or in the target names; agents and endpoints name theirs in ways that only the service tells. */
  *check(view, { intent }): Iterable<EstateSubject> {
    const byModel = Map.groupBy(usesOf(view, [...intent.home, intent.target]), ({ model }) => model);
    for (const [model, all] of [...byModel].sort(([a], [b]) => compareText(a, b))) {
      const verdict = judgeModel(view, all, intent);
      if (verdict !== undefined) yield { subject: `model:${model}`, title: model, resources: [...new Set(all.map(({ user }) => user.id))].sort(compareText), verdict };
    }
    for (const { id, name, region } of ofTypes(view, ...ownModels)) {
      if (region === undefined || !intent.home.includes(region)) continue;
      yield { subject: id, title: name, resources: [id], verdict: unknown(`Whether ${intent.target} offers the model of ${name} nobody told us.`, { ask: 'bedrock:ListFoundationModels and bedrock:ListInferenceProfiles in the target region; for SageMaker the image and artefacts of the model.' }) };
    }
  },
});

/** Types whose model stands in a property that is no ARN. */
const ownModels = ['AWS::Bedrock::Agent', 'AWS::Bedrock::KnowledgeBase', 'AWS::Bedrock::Flow', 'AWS::SageMaker::Model'];

/** Models and inference profiles of Bedrock that resources in the regions name by ARN; wildcards name none. */
function usesOf(view: EstateView, regions: readonly string[]): ModelUse[] {
  return view.estate.dangling.flatMap(({ from, to }) => {
    const model = bedrockModelOf(to);
    if (model === undefined) return [];
    const user = view.resource(from);
    const at = user?.region === 'global' || user?.region === undefined ? regions[0] : user.region;
    return user === undefined || at === undefined || !regions.includes(at) ? [] : [{ ...model, user, at }];
  });
}
