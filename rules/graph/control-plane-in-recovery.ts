import { pins } from '../../model/pinned.ts';
import type { Resource } from '../../model/resource.ts';
import { tagged } from '../../model/tag-table.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const runbook = (task: string): string => yaml`
  FailOver:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineName: fail-over
      RoleArn: arn:aws:iam::111122223333:role/fail-over
      Definition: { StartAt: Switch, States: { Switch: { Type: Task, Resource: 'arn:aws:states:::aws-sdk:${task}', End: true } } }
`;

/** Services whose changes are made in one region for the whole partition, by the names that Step Functions calls them. */
const globalServices: ReadonlyMap<string, string> = new Map(
  pins.filter(({ id }) => id === 'global-control-planes' || id === 'us-west-2-control-planes').flatMap(({ services, regions }) => services.map((service): [string, string] => [service, regions[0] ?? ''])),
);

/** Calls of regional services that have a record made in Route 53, or a certificate issued. */
const creating: ReadonlySet<string> = new Set([
  'elasticloadbalancingv2:createLoadBalancer', 'elasticloadbalancing:createLoadBalancer', 'apigateway:createRestApi', 'apigatewayv2:createApi', 'ec2:createVpcEndpoint', 'lambda:createFunctionUrlConfig',
  'elasticache:createReplicationGroup', 'elasticache:createCacheCluster', 'memorydb:createCluster', 'neptune:createDBCluster', 'dax:createCluster', 'opensearch:createDomain', 'eks:createCluster',
  's3:createBucket', 's3control:createMultiRegionAccessPoint', 'acm:requestCertificate',
]);

export const graphControlPlaneInRecovery = rule({
  id: 'graph-control-plane-in-recovery',
  title: 'Recovery needs a control plane that may be down',
  on: 'state-machine',
  needs: ['tasks'],
  severity: severities('M/H/H/C'),
  why: 'Changes to IAM, Route 53 records, CloudFront or Global Accelerator are made in one region for the whole world, and creating load balancers, endpoints or clusters has records made there. A recovery that changes them waits for the very region that may be lost.',
  fix: 'Create everything beforehand and switch by data planes: health checks, routing controls, writer promotion, capacity that is already there. Public zones can be given accelerated recovery.',
  effect: 'No effect on RPO. RTO is at least as long as the outage of us-east-1 or us-west-2 where that control plane is, even if home itself is somewhere else.',
  links: ['https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html'],
  examples: {
    gap: [{ name: 'records are changed', home: runbook('route53:changeResourceRecordSets') }, { name: 'a load balancer is made', home: runbook('elasticloadbalancingv2:createLoadBalancer') }],
    ready: [{ name: 'a routing control is set', home: runbook('route53recoverycluster:updateRoutingControlState') }],
    unknown: [{ name: 'the definition is kept elsewhere', home: runbook('x:y').replace(/Definition: .*/, "DefinitionString: '{{resolve:ssm:/fail-over}}'") }],
  },

  /** Only of what is tagged mr:recovery-plan or named like a recovery. */
  check(machine, { intent: { home } }) {
    if (!isRecovery(machine)) return undefined;
    const calls = machine.attributes.tasks.flatMap(({ resource }) => {
      const [, service = '', operation = ''] = /^arn:[^:]+:states:::aws-sdk:([^:]+):([A-Za-z0-9]+)/.exec(resource) ?? [];
      const where = globalServices.get(service);
      if (where !== undefined && !/^(?:get|list|describe)/.test(operation)) return [{ call: `${service}:${operation}`, where }];
      return creating.has(`${service}:${operation}`) ? [{ call: `${service}:${operation}`, where: 'us-east-1' }] : [];
    });
    if (calls.length === 0) return ready();
    const lost = calls.some(({ where }) => home.includes(where)) ? ' That is a home region, so it is gone when it is needed.' : '';
    return gap(`${machine.name} calls ${listed(calls.map(({ call }) => call))}, which needs the control plane in ${listed(calls.map(({ where }) => where))}.${lost}`);
  },
});

const isRecovery = ({ name, tags }: Resource): boolean => tagged({ tags }, 'mr:recovery-plan') !== undefined || /fail-?over|fail-?back|disaster|recover|evacuat|switch-?over|(?:^|[-_])dr(?:[-_]|$)/i.test(name);
