import type { EstateView } from '../../graph/view.ts';
import type { Availability } from '../../model/availability.ts';
import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import { serviceName } from '../../model/service-offer.ts';
import { rule } from '../rule.ts';
import { availabilityEvidence, serviceOffer } from '../support/offers.ts';
import { serviceOf, typesInUse } from '../support/services-in-use.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

export const regionServiceUnavailable = rule({
  id: 'region-service-unavailable',
  title: 'Service in use is not offered in the target region',
  on: 'estate',
  severity: severities('H/C/C/C'),
  why: 'What runs on the service cannot run in the target region, however the templates are changed.',
  fix: 'Replace the service, keep calling it in another region (and accept that dependency), choose another target region, or ask the account team when the region will have it.',
  effect: 'RPO of data in the service is everything that is not kept elsewhere; what runs on it has no RTO in the target until it is replaced.',
  links: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters-global-infrastructure.html',
    'https://builder.aws.com/build/capabilities/explore',
  ],
  examples: {
    gap: [
      { home: yaml`
        Site:
          Type: AWS::AppRunner::Service
      `, targetRegion: 'eu-south-1' },
    ],
    ready: [
      { home: yaml`
        Orders:
          Type: AWS::DynamoDB::Table
      ` },
    ],
    unknown: [
      { name: 'a region that no table knows', home: yaml`
        Orders:
          Type: AWS::DynamoDB::Table
      `, targetRegion: 'eu-north-9' },
    ],
  },

  *check(view, { intent }) {
    const { target } = intent;
    const inUse = new Map<string, Resource[]>();
    for (const [type, resources] of typesInUse(view, intent)) {
      const service = serviceOf(type);
      if (service === undefined) continue;
      const found = inUse.get(service);
      if (found === undefined) inUse.set(service, [...resources]);
      else for (const resource of resources) found.push(resource);
    }
    for (const [service, resources] of [...inUse].sort(([a], [b]) => compareText(a, b))) {
      const verdict = verdictOn(view, { service, count: resources.length }, target);
      if (verdict !== undefined) {
        yield { subject: `service:${service}`, title: nameOf(service), resources: resources.map(({ id }) => id).sort(compareText), verdict };
      }
    }
  },
});

const nameOf = (service: string): string => serviceName(service) ?? service;

function verdictOn(view: EstateView, { service, count }: { readonly service: string; readonly count: number }, target: string): Verdict | undefined {
  const availability = serviceOffer(view, service, target);
  const evidence = [availabilityEvidence(`${service} in ${target}`, availability)];
  const used = `${count} ${count === 1 ? 'resource uses' : 'resources use'} it`;
  switch (availability.state) {
    case 'available':
    case 'probably-available':
    case 'not-deployable':
      return ready(`${nameOf(service)} is offered in ${target}.`, { evidence });
    case 'unavailable':
      return gap(`${nameOf(service)} is not offered in ${target}; ${used}.`, { evidence });
    case 'not-region-bound':
      return undefined;
    case 'probably-unavailable':
    case 'unknown':
      return unknown(`${doubt(availability)} whether ${nameOf(service)} is offered in ${target}; ${used}.`, { evidence, ask });
  }
}

const doubt = ({ state }: Availability): string => (state === 'unknown' ? 'Nobody told us' : 'The CloudFormation registry suggests not, but it is not certain');
const ask = 'Ask Systems Manager in any region: ssm:GetParametersByPath on /aws/service/global-infrastructure/regions/<target>/services, or look at AWS Capabilities by Region.';
