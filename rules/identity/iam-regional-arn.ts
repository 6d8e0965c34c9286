import { rule } from '../rule.ts';
import { otherDeployments } from '../support/deployments.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { regionalArns } from '../support/statements.ts';
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

  /** The deployments of one template are taken together: a role of its own in the target region does what this one cannot. */
  check(resource, { intent: { home, target }, graph }) {
    const others = otherDeployments(graph, resource).flatMap((other) => (other.kind === 'iam-role' || other.kind === 'iam-policy' ? (other.attributes.statements ?? []) : []));
    const found = regionalArns([...resource.attributes.statements, ...others], { home, target });
    return found.length === 0 ? ready() : gap(`${resource.name} allows ${some(found)} and nothing like it in ${target}.`);
  },
});

const some = (arns: readonly string[]): string => (arns.length <= 3 ? listed(arns) : `${listed(arns.slice(0, 3))} and ${arns.length - 3} more`);
