import { peers } from '../../graph/queries/peer.ts';
import { hasSymbol } from '../../model/symbol.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const pipeline = (action: string): string => yaml`
  Release:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Name: release
      Stages: [{ Name: deploy, Actions: [{ Name: deploy, ${action} }] }]
`;
const deploy = 'ActionTypeId: { Category: Deploy, Owner: AWS, Provider: CloudFormation, Version: 1 }';

export const operationsPipelineNoRt = rule({
  id: 'operations-pipeline-no-rt',
  title: 'Pipeline does not deploy to the target region',
  on: 'codepipeline-pipeline',
  needs: ['actionRegions', 'deploys'],
  severity: severities('M/C/C/C'),
  why: 'What is in the target region falls behind with every release, and a pipeline in the home region cannot deploy anything while that region is down.',
  fix: 'Add actions for the target region, with an artifact store (bucket and key) there, one region after the other; keep a second pipeline, or another tool, that can deploy while the home region is down.',
  effect: 'No effect on RPO. The target runs an older version, so that RTO grows by deploying today’s one with a tool that does not need home; where the older one cannot read today’s data, the failover is none.',
  links: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html'],
  examples: {
    gap: [{ home: pipeline(deploy) }],
    ready: [
      { home: pipeline(`${deploy}, Region: eu-west-1`) },
      { name: 'a pipeline in each region', home: pipeline(deploy), target: pipeline(deploy) },
    ],
    unknown: [
      { name: 'a script deploys', home: pipeline('ActionTypeId: { Category: Build, Owner: AWS, Provider: CodeBuild, Version: 1 }') },
      { name: 'the region is told at deployment', home: pipeline(`${deploy}, Region: '{{resolve:ssm:/second-region}}'`) },
    ],
  },

  check(pipeline, { intent: { target }, graph }) {
    const { name, attributes: { actionRegions, deploys } } = pipeline;
    if (actionRegions.includes(target) || peers(graph, pipeline, target).length > 0) return ready();
    if (actionRegions.some(hasSymbol)) return unknown(`${name} has an action in a region that is known after deployment; it may or may not be ${target}.`);
    return deploys
      ? gap(`${name} deploys, but has no action in ${target}.`)
      : unknown(`${name} has no deploy action; whether its scripts deploy to ${target} nobody told us.`, { ask: 'The build specification that its actions run.' });
  },
});
