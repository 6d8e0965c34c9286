import { rule } from '../rule.ts';
import { ofTypes } from '../support/by-type.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const cluster = yaml`
  Switches:
    Type: AWS::Route53RecoveryControl::Cluster
    Properties: { Name: switches }
`;
const safety = yaml`
  OneOn:
    Type: AWS::Route53RecoveryControl::SafetyRule
    Properties: { Name: one-on, ControlPanelArn: 'arn:aws:route53-recovery-control::111122223333:controlpanel/1', AssertionRule: { AssertedControls: ['arn:aws:route53-recovery-control::111122223333:controlpanel/1/routingcontrol/1'], WaitPeriodMs: 5000 }, RuleConfig: { Inverted: false, Threshold: 1, Type: ATLEAST } }
`;
const endpoints = yaml`
  Endpoints:
    Type: AWS::SSM::Parameter
    Properties: { Name: /recovery/routing-control-endpoints, Type: StringList, Value: a }
`;

export const operationsRoutingControlWeak = rule({
  id: 'operations-routing-control-weak',
  title: 'Routing controls can be set wrongly, or not at all when it matters',
  on: 'resource',
  types: ['AWS::Route53RecoveryControl::Cluster'],
  severity: severities('-/M/H/H'),
  why: 'Without safety rules a wrong call switches every region off. The configuration API of the cluster is in us-west-2; who asks it for the endpoints during an event depends on that region.',
  fix: 'Add safety rules (at least one region on), write the five regional endpoints of the cluster into the runbook and a parameter in the target region, try one after the other, and keep credentials of least privilege for it outside the identity provider.',
  effect: 'No effect on RPO. RTO grows by looking for endpoints of the cluster while us-west-2 may be down, or by an outage of both regions after a wrong switch.',
  links: ['https://docs.aws.amazon.com/r53recovery/latest/dg/introduction-regions-routing.html', 'https://docs.aws.amazon.com/r53recovery/latest/dg/routing-control.safety-rules.html'],
  examples: {
    gap: [{ home: cluster }],
    ready: [{ home: `${cluster}\n${safety}`, target: endpoints }],
    unknown: [{ name: 'endpoints that nobody wrote down', home: `${cluster}\n${safety}` }],
  },

  check({ name }, { graph, intent: { target } }) {
    if (ofTypes(graph, 'AWS::Route53RecoveryControl::SafetyRule').length === 0) return gap(`${name} has no safety rule: one call can switch off every region.`);
    const kept = graph.ofKind('ssm-parameter').find((parameter) => parameter.region === target && /routing-?control|cluster-?endpoint/i.test(parameter.name));
    return kept === undefined ? unknown(`Whether the endpoints of ${name} are written down outside of AWS's configuration API nobody told us.`, { ask: 'The runbook; a parameter in the target region with routing-control in its name is recognised.' }) : ready(`${kept.name} in ${target} keeps its endpoints.`);
  },
});
