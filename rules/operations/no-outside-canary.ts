import type { EstateView } from '../../graph/view.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { Resource } from '../../model/resource.ts';
import { outsideCheck } from '../remedies/outside-check.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { isInScope, resourcesAtHome } from '../subjects.ts';
import { ofTypes } from '../support/by-type.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const entry = yaml`
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: { Name: web, Scheme: internet-facing, Type: application }
`;
const canary = yaml`
  Journey:
    Type: AWS::Synthetics::Canary
    Properties: { Name: journey, RuntimeVersion: syn-nodejs-puppeteer-11.0, Schedule: { Expression: rate(1 minute) } }
`;
const check = yaml`
  Check:
    Type: AWS::Route53::HealthCheck
    Properties: { HealthCheckConfig: { Type: HTTPS, FullyQualifiedDomainName: www.example.com } }
`;

export const operationsNoOutsideCanary = rule({
  id: 'operations-no-outside-canary',
  title: 'Nobody looks at the home region from outside of it',
  on: 'estate',
  severity: severities('L/M/H/H'),
  why: 'A monitor in the region that it watches goes down with it, and silence looks like health. The decision to fail over waits for complaints.',
  fix: 'Run a canary of the public journey in the target region against home, and the other way round, or Route 53 health checks of the entries; let their alarms be in the target region.',
  effect: 'RTO begins with the first complaint in place of the first failed check. RPO is not touched, unless asynchronous copies end with the region while users still write.',
  links: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries.html', 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-types.html'],
  remedy: outsideCheck,
  examples: {
    gap: [{ home: entry }, { name: 'a canary in the region that it watches', home: `${entry}\n${canary}` }],
    ready: [{ home: entry, target: canary }, { name: 'a health check of Route 53', home: `${entry}\n${check}` }],
  },

  /** Only of estates that users can enter. */
  *check(view, { intent }): Iterable<EstateSubject> {
    const entries = resourcesAtHome(view, intent).filter(isEntry);
    if (entries.length === 0) return;
    const outside = [...ofTypes(view, 'AWS::Synthetics::Canary').filter(({ region }) => region !== undefined && !intent.home.includes(region)), ...endpointChecks(view)];
    const subject = { subject: `outside:${intent.home.join('+')}`, title: `view from outside ${listed(intent.home)}`, resources: entries.map(({ id }) => id) };
    const inside = ofTypes(view, 'AWS::Synthetics::Canary').filter((each) => isInScope(each, intent));
    yield outside.length > 0
      ? { ...subject, verdict: ready(`${listed(outside.map(({ name }) => name).slice(0, 5))} looks at it from outside.`) }
      : { ...subject, verdict: gap(`${entries.length === 1 ? entries[0]?.name : `${entries.length} entries`} in ${listed(intent.home)} ${entries.length === 1 ? 'is' : 'are'} watched by nothing outside of it${inside.length === 0 ? '' : `; ${listed(inside.map(({ name }) => name))} runs in the region itself`}.`) };
  },
});

function isEntry(resource: Resource): boolean {
  if (resource.kind === undefined || resource.region === 'global') return false;
  if (resource.kind === 'load-balancer' && resource.attributes.internal === true) return false;
  return resource.kind !== 'wafv2-web-acl' && resource.kind !== 'events-endpoint' && (kinds[resource.kind] as Kind).traits.includes('edge');
}

/** Health checks of endpoints are made from several regions; those of alarms and of other checks only repeat. */
const endpointChecks = (view: EstateView): Resource[] => view.ofKind('route53-health-check').filter(({ attributes }) => /^(?:HTTP|HTTPS|TCP)/.test(attributes.type ?? '') && attributes.disabled !== true);
