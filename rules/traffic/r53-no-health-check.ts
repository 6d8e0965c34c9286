import { dnsHealthCheck } from '../remedies/dns-health-check.ts';
import { rule } from '../rule.ts';
import { destinationsOf, isPublicEntry, recordGroup } from '../support/dns.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const record = (region: string, rest: string): string => yaml`
  Shop:
    Type: AWS::Route53::RecordSet
    Properties: { Name: shop.example.com, Type: CNAME, TTL: 60, HostedZoneId: Z1, SetIdentifier: ${region}, Region: ${region}, ResourceRecords: [shop-1.${region}.elb.amazonaws.com], ${rest} }
`;
const alias = (region: string, healthy: boolean, host = 'elb'): string => yaml`
  Shop:
    Type: AWS::Route53::RecordSet
    Properties: { Name: shop.example.com, Type: A, HostedZoneId: Z1, SetIdentifier: ${region}, Region: ${region}, AliasTarget: { DNSName: shop-1.${host}.${region}.amazonaws.com, HostedZoneId: Z2, EvaluateTargetHealth: ${String(healthy)} } }
`;

export const trafficR53NoHealthCheck = rule({
  id: 'traffic-r53-no-health-check',
  title: 'Routing record cannot fail over',
  on: 'route53-record',
  needs: ['routing', 'alias', 'checked'],
  severity: severities('-/H/C/C'),
  why: 'Route 53 takes a record without health check for healthy, and keeps sending users to a region that is down.',
  fix: 'Give every record a health check on an endpoint that tests the region’s own dependencies, on an alarm in the other region, or on an ARC routing control; for aliases of load balancers evaluate target health. For API Gateway and CloudFront target health tells of the AWS service only, not of the API.',
  effect: 'No effect on RPO. Users are sent to the region that is down: RTO begins when somebody sees it and changes the record, through a control plane in us-east-1.',
  remedy: dnsHealthCheck,
  links: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html', 'https://docs.aws.amazon.com/apigateway/latest/developerguide/dns-failover.html'],
  examples: {
    gap: [
      { home: record('us-east-1', ''), target: record('eu-west-1', '') },
      { name: 'an alias that does not look at its target', home: alias('us-east-1', false), target: alias('eu-west-1', false) },
      { name: 'target health says nothing of an API', home: alias('us-east-1', true, 'execute-api'), target: alias('eu-west-1', true, 'execute-api') },
    ],
    ready: [
      { home: record('us-east-1', 'HealthCheckId: 11111111-2222-3333-4444-555555555555'), target: record('eu-west-1', 'HealthCheckId: 11111111-2222-3333-4444-666666666666') },
      { home: alias('us-east-1', true), target: alias('eu-west-1', true) },
    ],
    unknown: [{ home: record('us-east-1', "HealthCheckId: '{{resolve:ssm:/check}}'").replace('TTL', 'Failover: "{{resolve:ssm:/role}}", TTL'), target: record('eu-west-1', 'HealthCheckId: 11111111-2222-3333-4444-555555555555') }],
  },

  /** Names that lead to one region are traffic-r53-simple's business; the secondary of a failover pair is the last resort and needs no check. */
  check(record, { graph }) {
    const { name, attributes } = record;
    if (attributes.routing === 'simple' || attributes.failover === 'SECONDARY' || !isPublicEntry(graph, record)) return undefined;
    const group = recordGroup(graph, record);
    const regions = new Set(group.flatMap((each) => [...destinationsOf(graph, each).regions]));
    if (regions.size < 2) return undefined;
    if (attributes.checked) return ready();
    const which = `${name} (${attributes.setIdentifier ?? attributes.routing})`;
    if (attributes.alias && attributes.evaluateTargetHealth === undefined) return unknown(`Nobody told us whether ${which} evaluates the health of its target.`);
    if (attributes.evaluateTargetHealth !== true) return gap(`${which} has no health check, so Route 53 never leaves it.`);
    const isApi = (attributes.targets ?? []).some((target) => target.includes('.execute-api.'));
    return isApi ? gap(`${which} relies on the target health of API Gateway, which says nothing of the API itself.`) : ready();
  },
});
