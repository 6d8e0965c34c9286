import { peers } from '../../graph/queries/peer.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Intent } from '../../model/intent.ts';
import { compareText } from '../../model/json.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { Resource } from '../../model/resource.ts';
import { hasSymbol } from '../../model/symbol.ts';
import { tagged } from '../../model/tag-table.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { ofTypes } from '../support/by-type.ts';
import { listed } from '../support/list.ts';
import { perView } from '../support/per-view.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

const queue = yaml`
  Orders:
    Type: AWS::SQS::Queue
`;
const automation = yaml`
  Evacuate:
    Type: AWS::StepFunctions::StateMachine
    Properties: { StateMachineName: evacuate, RoleArn: 'arn:aws:iam::111122223333:role/evacuate', Tags: [{ Key: mr:recovery-plan, Value: shop }], Definition: { StartAt: Done, States: { Done: { Type: Succeed } } } }
`;
const plan = (regions: string): string => yaml`
  Evacuate:
    Type: AWS::ARCRegionSwitch::Plan
    Properties:
      Name: evacuate
      RecoveryApproach: activePassive
      Regions: ${regions}
      Workflows: [{ Steps: [{ Name: scale, ExecutionBlockConfiguration: { EC2AsgCapacityIncreaseConfig: { Asgs: [{ Arn: 'arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:1:autoScalingGroupName/web' }] } } }] }]
`;

export const operationsNoRegionSwitchPlan = rule({
  id: 'operations-no-region-switch-plan',
  title: 'Nothing carries out the recovery step by step',
  on: 'estate',
  severity: severities('L/H/H/H'),
  why: 'A recovery that people carry out from memory, under pressure, in the right order and in the other region takes hours and goes wrong.',
  fix: 'Write the recovery down as a plan of ARC Region switch (or as automation in the target region that is tagged mr:recovery-plan): data first, then queues, compute and entry, with a decision by a person and a way back.',
  effect: 'RTO is the time that people take to find, order and do each step, hours in place of minutes. RPO grows where stores are promoted before they have caught up, or in the wrong order.',
  links: ['https://docs.aws.amazon.com/r53recovery/latest/dg/region-switch.html'],
  examples: {
    gap: [{ name: 'automation that is in the region that is lost', home: automation }, { name: 'a plan that switches to another region', home: plan('[us-east-1, eu-central-1]') }],
    ready: [{ home: plan('[us-east-1, eu-west-1]') }, { name: 'automation in the target', home: automation, target: automation }],
    unknown: [{ name: 'no plan was given', home: queue }, { name: 'a plan whose regions nobody told', home: plan("'{{resolve:ssm:/regions}}'") }],
  },

  *check(view, { intent }): Iterable<EstateSubject> {
    if (view.estate.resources.size === 0) return;
    const plans = recoveryPlans(view);
    yield { subject: `recovery-plan:${intent.target}`, title: `recovery in ${intent.target}`, resources: plans.map(({ id }) => id), verdict: verdictOn(view, plans, intent) };
  },
});

function verdictOn(view: EstateView, plans: readonly Resource[], intent: Intent): Verdict {
  const { home, target } = intent;
  if (plans.length === 0) return unknown(`Nothing that was given carries out a recovery from ${listed(home)} in ${target}; whether anything does nobody told us.`, { ask: 'The plan of ARC Region switch, or the tag mr:recovery-plan on what carries it out.' });
  const byReach = Map.groupBy(plans, (plan) => reachOf(view, plan, intent));
  const fitting = byReach.get('target') ?? [];
  const names = listed((fitting.length > 0 ? fitting : plans).map(({ name }) => name));
  if (fitting.length > 0) return ready(`${names} carries it out.`);
  if (byReach.has('untold')) return unknown(`${names} carries out a recovery; whether of this estate in ${target} nobody told us.`, { ask: 'The regions of the plan in its template, or where the automation is deployed.' });
  const switching = plans.flatMap((plan) => (plan.kind === 'arc-region-switch-plan' ? [plan] : []));
  if (switching.length === 0) return gap(`${names} carries out the recovery from ${listed(home)}, which is the region that is lost, and not from ${target}.`);
  const between = switching.flatMap(({ attributes: { regions = [] } }) => regions).sort(compareText);
  return gap(`${listed(switching.map(({ name }) => name))} switches between ${listed(between)}; nothing that was given carries out a recovery in ${target}.`);
}

const planType = kinds['arc-region-switch-plan'].names.cloudformation;

/** Plans of ARC Region switch, and what is tagged to be one. */
const recoveryPlans = perView((view): readonly Resource[] => [
  ...ofTypes(view, planType),
  ...[...view.estate.resources.values()].filter(({ resourceType, tags }) => resourceType !== planType && tagged({ tags }, 'mr:recovery-plan') !== undefined),
]);

/** Whether it carries out a recovery of home in the target. A plan of Region switch says between which regions it switches, and is there when either is lost; automation works where it is deployed. */
function reachOf(view: EstateView, plan: Resource, { home, target }: Intent): 'target' | 'elsewhere' | 'untold' {
  if (plan.kind === 'arc-region-switch-plan' && plan.attributes.regions !== undefined && !plan.attributes.regions.some(hasSymbol)) {
    const { regions } = plan.attributes;
    if (!regions.includes(target)) return 'elsewhere';
    return regions.some((region) => home.includes(region)) ? 'target' : 'untold';
  }
  if (namesRegion(view, plan, target)) return 'target';
  if (plan.resourceType === planType) return 'untold';
  if (plan.region === target || peers(view, plan, target).length > 0) return 'target';
  return plan.region !== undefined && home.includes(plan.region) ? 'elsewhere' : 'untold';
}

/** The steps of a plan name what they change by ARN. */
function namesRegion(view: EstateView, { id }: Resource, target: string): boolean {
  return view.dangling(id).some(({ region }) => region === target) || view.out(id).some(({ to }) => view.resource(to)?.region === target);
}
