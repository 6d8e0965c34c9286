import { peers } from '../../graph/queries/peer.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { rule } from '../rule.ts';
import { isFirstDeployment, otherDeployments } from '../support/deployments.ts';
import { listed } from '../support/list.ts';
import { readable } from '../support/readable.ts';
import { severities } from '../support/severities.ts';
import { allowedArns, regionalArns } from '../support/statements.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const policy = (resources: string): string => yaml`
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement: [{ Effect: Allow, Action: 'sqs:*', Resource: [${resources}] }]
`;

export const identityIamRegionalArn = rule({
  id: 'identity-iam-regional-arn',
  title: 'IAM policy names resources of the home region only',
  on: ['iam-role', 'iam-policy'],
  needs: ['statements'],
  severity: severities('M/H/C/C'),
  why: 'Code in the target region is denied its own queues, tables and keys, because the policy allows those of the home region by name.',
  fix: 'Build the ARNs from partition, region and account and deploy the policy with the stack of each region, or add the target region’s ARNs. Leave names of roles to AWS where a stack is deployed twice.',
  effect: 'No effect on RPO. Code in the target is denied its own resources: RTO grows by changing the policy, and is as long as the outage of us-east-1 where that is down too.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-4.html'],
  examples: {
    gap: [{ home: policy("'arn:aws:sqs:us-east-1:111122223333:orders'") }],
    ready: [
      { name: 'both regions', home: policy("'arn:aws:sqs:us-east-1:111122223333:orders', 'arn:aws:sqs:eu-west-1:111122223333:orders'") },
      { name: 'any region', home: policy("'arn:aws:sqs:*:111122223333:orders'") },
      { name: 'each region’s deployment names its own', home: policy('!Sub "arn:aws:sqs:${AWS::Region}:111122223333:orders"'), target: policy('!Sub "arn:aws:sqs:${AWS::Region}:111122223333:orders"') },
    ],
    unknown: [{ home: policy('').replace(/PolicyDocument:[^]*/, "PolicyDocument: '{{resolve:ssm:/policy}}'") }],
  },

  /**
   * Policies that name nothing in a region are none of its business, nor are roles of what has no counterpart yet: they come with it. The
   * deployments of one template are taken together: a role of its own in the target region does what this one cannot.
   */
  check(resource, { intent: { home, target }, graph }) {
    if (allowedArns(resource.attributes.statements).length === 0 || !isFirstDeployment(graph, resource)) return undefined;
    const users = usersOf(graph, resource);
    if (users.length > 0 && users.every((user) => user.region !== target && peers(graph, user, target).length === 0)) return undefined;
    const others = otherDeployments(graph, resource).flatMap((other) => (other.kind === 'iam-role' || other.kind === 'iam-policy' ? (other.attributes.statements ?? []) : []));
    const found = regionalArns([...resource.attributes.statements, ...others], { home, target });
    return found.length === 0 ? ready() : gap(`${resource.name} allows ${some(found)} and nothing like it in ${target}.`);
  },
});

/** What runs with the role, or with a role that the policy is attached to. */
function usersOf(graph: EstateView, { id }: Resource): Resource[] {
  const roles = graph.in(id, 'attaches').flatMap(({ from }) => graph.in(from, 'uses-role'));
  return [...graph.in(id, 'uses-role'), ...roles].flatMap(({ from }) => graph.resource(from) ?? []);
}

function some(arns: readonly string[]): string {
  const shown = arns.slice(0, 3).map(readable);
  return arns.length <= 3 ? listed(shown) : `${listed(shown)} and ${arns.length - 3} more`;
}
