import { peers } from '../../graph/queries/peer.ts';
import { strategyTitles } from '../../model/intent.ts';
import { capacityLower } from '../remedies/capacity-lower.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const group = (desired: string): string => yaml`
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties: { AutoScalingGroupName: web, MinSize: '0', MaxSize: '10', DesiredCapacity: '${desired}' }
`;

export const costStandbyCompute = rule({
  id: 'cost-standby-compute',
  title: 'Capacity runs in the target that the strategy does not ask for',
  on: ['autoscaling-group', 'ecs-service'],
  needs: [],
  severity: severities('I/I/I/I'),
  why: 'A pilot light and backup & restore start compute when they need it; a warm standby runs a part. What runs beyond that is paid every hour and serves nobody.',
  fix: 'Scale the standby to what the strategy asks for, let a recovery plan start the rest, prefer services that are paid by use, and cover what must run with Savings Plans or shared reservations.',
  effect: 'No effect on RPO; RTO is shorter than the strategy asks for. Costs each hour of capacity that serves nobody.',
  remedy: capacityLower,
  links: ['https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_planning_for_recovery_disaster_recovery.html'],
  examples: {
    gap: [
      { name: 'a pilot light that is lit', strategy: 'pilot-light', home: group('4'), target: group('4') },
      { name: 'a standby as large as home', home: group('4'), target: group('4') },
    ],
    ready: [{ home: group('10'), target: group('2') }, { strategy: 'active-active', home: group('4'), target: group('4') }],
    unknown: [{ home: group('4'), target: group('{{resolve:ssm:/web}}') }],
  },

  /** That it is too little is compute-capacity-floor's business. */
  check(resource, { intent: { target, strategy }, graph }) {
    const peer = peers(graph, resource, target)[0]?.resource;
    const here = resource.attributes.desiredCapacity;
    if (peer === undefined || here === undefined || here === 0) return undefined;
    const there = (peer.attributes as { readonly desiredCapacity?: number }).desiredCapacity;
    if (there === undefined) return unknown(`Nobody told us how many ${peer.name} runs in ${target}.`);
    const isMore = strategy === 'warm-standby' ? there >= here && here > 2 : strategy !== 'active-active' && there > 0;
    return isMore ? gap(`${peer.name} runs ${there} in ${target}, where ${strategyTitles[strategy].toLowerCase()} asks for ${strategy === 'warm-standby' ? `less than the ${here} at home` : 'none'}.`) : ready();
  },
});
