import { hasSymbol } from '../../model/symbol.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const pipeline = (order: number): string => yaml`
  Release:
    Type: AWS::CodePipeline::Pipeline
    Properties:
      Name: release
      Stages:
        - Name: deploy
          Actions:
            - { Name: home, Region: us-east-1, RunOrder: 1, ActionTypeId: { Category: Deploy, Owner: AWS, Provider: CloudFormation, Version: '1' } }
            - { Name: target, Region: eu-west-1, RunOrder: ${order}, ActionTypeId: { Category: Deploy, Owner: AWS, Provider: CloudFormation, Version: '1' } }
`;
const set = (preference: string): string => yaml`
  Baseline:
    Type: AWS::CloudFormation::StackSet
    Properties: { StackSetName: baseline, PermissionModel: SERVICE_MANAGED, ${preference}StackInstancesGroup: [{ Regions: [us-east-1, eu-west-1], DeploymentTargets: { OrganizationalUnitIds: [ou-1] } }] }
`;

export const operationsDeployBothAtOnce = rule({
  id: 'operations-deploy-both-at-once',
  title: 'A release reaches all regions at the same time',
  on: ['codepipeline-pipeline', 'stack-set'],
  needs: ['parallelRegions'],
  severity: severities('I/M/H/C'),
  why: 'A second region protects from the loss of the first one, not from a bad release: deployed to both at once it takes both down.',
  fix: 'Deploy one region after the other, with a time between them that is long enough for alarms, and roll back by them; change schemas of replicated stores by expanding first and contracting later.',
  effect: 'A bad release takes both regions down, so that there is nowhere to fail over to: RTO is that of a rollback in both. RPO grows by what it corrupts in replicated stores.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-4.html', 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html'],
  examples: {
    gap: [{ home: pipeline(1) }, { home: set('OperationPreferences: { RegionConcurrencyType: PARALLEL }, ') }],
    ready: [{ home: pipeline(2) }, { home: set('') }],
    unknown: [{ home: set("OperationPreferences: { RegionConcurrencyType: '{{resolve:ssm:/order}}' }, ") }],
  },

  check(resource) {
    if (resource.kind === 'stack-set') return resource.attributes.parallelRegions ? gap(`${resource.name} deploys to its regions in parallel.`) : ready();
    const regions = resource.attributes.parallelRegions;
    return regions.length === 0 ? ready() : gap(`${resource.name} deploys to ${listed(regions.map((region) => (hasSymbol(region) ? 'a region that is known after deployment' : region)))} at the same time.`);
  },
});
