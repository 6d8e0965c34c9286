import type { PolicyStatement } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import { rule } from '../rule.ts';
import { isFirstDeployment, otherDeployments } from '../support/deployments.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { namesRegions, regionalPrincipals, regionConditions } from '../support/statements.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const role = (regions: string): string => yaml`
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }] }
      Policies:
        - PolicyName: work
          PolicyDocument:
            Statement: [{ Effect: Allow, Action: 'dynamodb:*', Resource: '*', Condition: { StringEquals: { 'aws:RequestedRegion': [${regions}] } } }]
`;

export const identityIamRegionCondition = rule({
  id: 'identity-iam-region-condition',
  title: 'IAM policy allows work in the home region only',
  on: ['iam-role', 'iam-policy'],
  needs: ['statements'],
  severity: severities('M/H/C/C'),
  why: 'The same code under the same role is denied in the target region, and policies are changed through a control plane in us-east-1.',
  fix: 'Add the target region to the condition or principal, or derive it from the region the template is deployed to and deploy it there too, and test with the policy simulator for the target region.',
  effect: 'No effect on RPO. Calls of the role are denied in the target: RTO grows by changing the policy, and is as long as the outage of us-east-1 where that is down too.',
  links: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion'],
  examples: {
    gap: [
      { home: role('us-east-1') },
      { name: 'a denial of everything elsewhere', home: role('us-east-1').replace('Effect: Allow, Action: ', 'Effect: Deny, Action: ').replace('StringEquals', 'StringNotEquals') },
      { name: 'a principal of the home region', home: role('us-east-1, eu-west-1').replace('lambda.amazonaws.com', 'logs.us-east-1.amazonaws.com') },
    ],
    ready: [
      { home: role('us-east-1, eu-west-1') },
      { name: 'each region’s deployment names its own', home: role('!Ref AWS::Region'), target: role('!Ref AWS::Region') },
    ],
    unknown: [{ home: role('us-east-1').replace(/Policies:[^]*/, "Policies: '{{resolve:ssm:/policies}}'") }],
  },

  /** Policies that name no region are none of its business. The deployments of one template are taken together: a role of its own in the target region does what this one cannot. */
  check(resource, { intent: { home, target }, graph }) {
    if (!namesRegions(statementsOf(resource), home) || !isFirstDeployment(graph, resource)) return undefined;
    const statements = [resource, ...otherDeployments(graph, resource)].flatMap(statementsOf);
    const found = [...regionConditions(statements, { home, target }), ...regionalPrincipals(statements, { home, target }).map((principal) => `principal ${principal}`)];
    return found.length === 0 ? ready() : gap(`${resource.name} is limited to the home region by ${listed(found)}; ${target} is left out.`);
  },
});

function statementsOf(resource: Resource): readonly PolicyStatement[] {
  if (resource.kind === 'iam-role') return [...(resource.attributes.statements ?? []), ...(resource.attributes.trust ?? [])];
  return resource.kind === 'iam-policy' ? (resource.attributes.statements ?? []) : [];
}
