import { compareText } from '../../model/json.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { ofTypes } from '../support/by-type.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const check = yaml`
  Ready:
    Type: AWS::Route53RecoveryReadiness::ReadinessCheck
    Properties: { ReadinessCheckName: tables, ResourceSetName: tables }
`;
const plan = yaml`
  Evacuate:
    Type: AWS::ARCRegionSwitch::Plan
    Properties: { Name: evacuate, Regions: [us-east-1, eu-west-1] }
`;

const types = ['Cell', 'ReadinessCheck', 'RecoveryGroup', 'ResourceSet'].map((name) => `AWS::Route53RecoveryReadiness::${name}`);

export const operationsArcLegacyReadiness = rule({
  id: 'operations-arc-legacy-readiness',
  title: 'Relies on readiness checks that take no new customers',
  on: 'estate',
  severity: severities('I/L/L/L'),
  why: 'Readiness checks of Application Recovery Controller are closed to new customers: an account that never had them cannot use the template, and nothing is added to them any more.',
  fix: 'Move to plans of ARC Region switch, whose evaluation looks at the same things every 30 minutes, and to this tool in the pipeline.',
  effect: 'No effect on RPO or RTO today. Checks that cannot be extended stop telling whether RTO can be kept as the estate changes.',
  links: ['https://docs.aws.amazon.com/r53recovery/latest/dg/arc-readiness-availability-change.html'],
  examples: {
    gap: [{ home: check }],
    ready: [{ home: plan }],
  },

  /** Says that all is well only where a plan of Region switch does the same. */
  *check(view): Iterable<EstateSubject> {
    const legacy = [...ofTypes(view, ...types)].sort((a, b) => compareText(a.id, b.id));
    for (const { id, name } of legacy) yield { subject: id, title: name, resources: [id], verdict: gap(`${name} belongs to readiness checks, which take no new customers.`) };
    const plans = legacy.length === 0 ? ofTypes(view, 'AWS::ARCRegionSwitch::Plan') : [];
    for (const { id, name } of plans) yield { subject: id, title: name, resources: [id], verdict: ready(`${name} is evaluated by Region switch.`) };
  },
});
