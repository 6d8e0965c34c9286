import { tagged } from '../../model/tag-table.ts';
import { peers } from '../../graph/queries/peer.ts';
import { capacityPeak } from '../remedies/capacity-peak.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const group = (max: number, rest = ", Tags: [{ Key: mr:peak-event, Value: '2026-11-27', PropagateAtLaunch: false }]"): string => yaml`
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties: { AutoScalingGroupName: web, MinSize: '0', MaxSize: '${max}'${rest} }
`;

export const regionPeakEventCapacity = rule({
  id: 'region-peak-event-capacity',
  title: 'Target region cannot carry a planned peak alone',
  on: 'autoscaling-group',
  needs: ['maxCapacity'],
  severity: severities('-/L/M/H'),
  why: 'At a sale or launch one region has to carry what both do on other days, at a time when everybody asks for capacity.',
  fix: 'Before the day raise the maximum of each region to the whole peak, reserve the capacity, test the load with one region less, engage the account team, and move nothing between regions around it.',
  effect: 'No effect on RPO. RTO of a failure during the event is open: one region cannot carry the peak, and capacity to grow is not to be had on such a day.',
  remedy: capacityPeak,
  links: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-reservation-overview.html'],
  examples: {
    gap: [{ home: group(40), target: group(10) }],
    ready: [{ home: group(40), target: group(40) }],
    unknown: [{ name: 'the maximum of the target is told at deployment', home: group(40), target: group(40).replace("'40'", "'{{resolve:ssm:/web/max}}'") }],
  },

  /** Only of groups that are tagged mr:peak-event with a day that is still to come. What has no counterpart is compute-no-peer's business. */
  check(group, { intent: { target, today }, graph }) {
    const day = tagged(group, 'mr:peak-event');
    const peer = peers(graph, group, target)[0]?.resource;
    if (day === undefined || day < today || peer?.kind !== 'autoscaling-group') return undefined;
    const there = peer.attributes.maxCapacity;
    if (there === undefined) return unknown(`Nobody told us how far ${peer.name} may grow in ${target}, and the peak is on ${day}.`);
    return there < group.attributes.maxCapacity ? gap(`${peer.name} may grow to ${there} in ${target} where home may to ${group.attributes.maxCapacity}, and the peak is on ${day}.`) : ready();
  },
});
