import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { deployTemplate } from '../remedies/deploy-template.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { severities } from '../support/severities.ts';
import { callersOf, isStackHelper } from '../support/stack-helper.ts';
import { yaml } from '../support/yaml.ts';
import { exempt } from '../verdict.ts';

/** What runs code or a workload by itself. What others contain (node groups, tasks) comes with them. */
const types = [
  'AWS::AppRunner::Service', 'AWS::AutoScaling::AutoScalingGroup', 'AWS::Batch::ComputeEnvironment', 'AWS::Batch::JobQueue', 'AWS::EC2::Instance',
  'AWS::ECS::Service', 'AWS::EKS::Cluster', 'AWS::EMR::Cluster', 'AWS::EMRServerless::Application', 'AWS::ElasticBeanstalk::Environment',
  'AWS::Lambda::Function', 'AWS::MWAA::Environment', 'AWS::SageMaker::Endpoint', 'AWS::StepFunctions::StateMachine',
];

const checkout = yaml`
  Checkout:
    Type: AWS::Lambda::Function
`;

export const computeNoPeer = rule({
  id: 'compute-no-peer',
  title: 'Compute is not deployed in the target region',
  on: 'resource',
  types,
  severity: severities('-/H/C/C'),
  why: 'There is nothing in the target region that could take the work over, and deploying it for the first time is no job for an emergency.',
  fix: 'Deploy the same version there by the same pipeline. For a pilot light keep it at nothing: desired capacity 0, no tasks, event sources disabled.',
  effect: {
    otherwise: 'No effect on RPO. RTO is that of backup & restore: the whole deployment is done for the first time during the event, in hours instead of minutes.',
    'active-active': 'No effect on RPO. The service runs in one region, so that its loss is an outage of hours instead of a shift of traffic.',
  },
  remedy: deployTemplate,
  links: ['https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_planning_for_recovery_disaster_recovery.html'],
  examples: {
    gap: [
      { home: checkout },
      { name: 'a type without a kind of its own', home: yaml`
        Flow:
          Type: AWS::StepFunctions::StateMachine
      ` },
    ],
    ready: [
      { name: 'the same template in both regions', home: checkout, target: checkout },
      { name: 'the same name in another template', home: yaml`
        Checkout:
          Type: AWS::Lambda::Function
          Properties: { FunctionName: checkout-us-east-1 }
      `, target: yaml`
        CheckoutFunction:
          Type: AWS::Lambda::Function
          Properties: { FunctionName: checkout-eu-west-1 }
      ` },
    ],
    exempt: [
      { name: 'runs only while its stack is deployed', home: yaml`
        Provider:
          Type: AWS::Lambda::Function
        Setup:
          Type: Custom::Setup
          Properties: { ServiceToken: !GetAtt Provider.Arn }
      ` },
    ],
  },

  check(resource, context) {
    const reason = servesNobody(resource, context.graph);
    return reason === undefined ? hasCounterpart(resource, context) : exempt(`${resource.name} ${reason}.`);
  },
});

/** Functions that need no counterpart: those that CloudFront runs at its edges, and those that only stacks call. */
function servesNobody(resource: Resource, graph: EstateView): string | undefined {
  if (resource.resourceType !== 'AWS::Lambda::Function') return undefined;
  if (callersOf(resource.id, graph).some(({ resourceType: type }) => type === 'AWS::CloudFront::Distribution')) return 'runs at CloudFront’s edges, wherever the viewers are';
  return isStackHelper(resource, graph) ? 'is called only by custom resources while a stack is deployed' : undefined;
}
