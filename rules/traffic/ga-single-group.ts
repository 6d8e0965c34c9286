import { gaEndpointGroup } from '../remedies/ga-endpoint-group.ts';
import { rule } from '../rule.ts';
import { otherRegions } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const listener = (...groups: readonly string[]): string => `${yaml`
  Listener:
    Type: AWS::GlobalAccelerator::Listener
`}\n${groups.map((group, index) => yaml`
  Group${index}:
    Type: AWS::GlobalAccelerator::EndpointGroup
    Properties: { ListenerArn: !Ref Listener, ${group} }
`).join('\n')}`;

export const trafficGaSingleGroup = rule({
  id: 'traffic-ga-single-group',
  title: 'Accelerator has no endpoint group that takes over in the target region',
  on: 'global-accelerator-listener',
  needs: [],
  severity: severities('-/M/H/C'),
  why: 'Global Accelerator moves traffic by health between the groups that it has. Adding one, or turning a dial up, takes a control plane in us-west-2.',
  fix: 'Create an endpoint group in the target region with its dial at 100 and an HTTP health check, and let health decide; for a pilot light register the endpoint while it is still unhealthy.',
  effect: 'No effect on RPO. RTO grows by adding an endpoint group or turning up a dial, through a control plane in us-west-2, for as long as that is down.',
  remedy: gaEndpointGroup,
  links: ['https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups.html'],
  examples: {
    gap: [
      { home: listener('EndpointGroupRegion: us-east-1') },
      { name: 'the dial is at 0', home: listener('EndpointGroupRegion: us-east-1', 'EndpointGroupRegion: eu-west-1, TrafficDialPercentage: 0') },
    ],
    ready: [{ home: listener('EndpointGroupRegion: us-east-1', 'EndpointGroupRegion: eu-west-1') }],
    unknown: [{ home: listener('EndpointGroupRegion: us-east-1', "EndpointGroupRegion: '{{resolve:ssm:/second-region}}'") }],
  },

  check(listener, { intent: { target }, graph }) {
    const groups = graph.out(listener.id, 'routes').flatMap(({ to }) => {
      const group = graph.resource(to);
      return group?.kind === 'global-accelerator-endpoint-group' ? [group.attributes] : [];
    });
    const there = groups.filter(({ endpointRegion }) => endpointRegion === target);
    if (there.some(({ trafficDial }) => trafficDial !== 0)) return ready();
    if (there.length > 0) return gap(`The endpoint group of ${listener.name} in ${target} has its dial at 0, and turning it up takes a control plane.`);
    const regions = groups.map(({ endpointRegion }) => endpointRegion);
    if (regions.includes(undefined)) return unknown(`${listener.name} has an endpoint group whose region nobody told us; it may or may not be ${target}.`);
    return gap(`${listener.name} has endpoint groups in ${otherRegions(regions.filter((region) => region !== undefined))}, none in ${target}.`);
  },
});
