import { peers } from '../../graph/queries/peer.ts';
import type { ResourceOf } from '../../graph/view.ts';
import { apiDomain } from '../remedies/api-domain.ts';
import { rule } from '../rule.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const domain = yaml`
  Domain:
    Type: AWS::ApiGatewayV2::DomainName
    Properties: { DomainName: api.example.com, DomainNameConfigurations: [{ EndpointType: REGIONAL }] }
`;
const mapping = (key: string): string => yaml`
  Mapping:
    Type: AWS::ApiGatewayV2::ApiMapping
    Properties: { DomainName: !Ref Domain, ApiId: a1b2c3d4e5, Stage: prod, ApiMappingKey: ${key} }
`;

export const trafficApigwDomainMissing = rule({
  id: 'traffic-apigw-domain-missing',
  title: 'API’s custom domain name is missing in the target region',
  on: ['apigateway-domain-name', 'apigatewayv2-domain-name'],
  needs: ['endpointTypes'],
  severity: severities('L/H/C/C'),
  why: 'Requests for the name that Route 53 sends to the target region are refused there: no API answers to it, or not on every path.',
  fix: 'Create the same domain name with the same mappings in the target region, with a certificate of that region and a copy of the truststore, and keep usage plans and keys in code.',
  effect: 'No effect on RPO. Requests to the name are refused in the target: RTO grows by creating domain name, certificate and mappings there.',
  remedy: apiDomain,
  links: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-regional-api-custom-domain-create.html'],
  examples: {
    gap: [
      { home: domain },
      { name: 'a path that the target does not have', home: `${domain}\n${mapping('orders')}`, target: `${domain}\n${mapping('carts')}` },
    ],
    ready: [{ home: `${domain}\n${mapping('orders')}`, target: `${domain}\n${mapping('orders')}` }],
    unknown: [{ home: domain.replace('REGIONAL', "'{{resolve:ssm:/api/type}}'") }],
  },

  /** An edge-optimised name is traffic-apigw-edge's business. */
  check(domain, { intent: { target }, graph }) {
    if (domain.attributes.endpointTypes.includes('EDGE')) return undefined;
    const peer = peers(graph, domain, target)[0]?.resource;
    if (peer === undefined) return gap(`${domain.name} has no counterpart in ${target}: nothing that was given declares one.`);
    if (peer.kind !== 'apigateway-domain-name' && peer.kind !== 'apigatewayv2-domain-name') return undefined;
    const missing = pathsOf(domain.attributes).filter((path) => !pathsOf(peer.attributes).includes(path));
    return missing.length === 0 ? ready() : gap(`${domain.name} in ${target} has no mapping for ${listed(missing.map((path) => (path === '' ? 'the root' : path)))}.`);
  },
});

function pathsOf({ mappings = [] }: Pick<ResourceOf<'apigateway-domain-name' | 'apigatewayv2-domain-name'>['attributes'], 'mappings'>): string[] {
  return mappings.map(({ path = '' }) => path.replace(/^\(none\)$/, ''));
}
