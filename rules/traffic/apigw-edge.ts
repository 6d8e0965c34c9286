import { regionalEndpoint } from '../remedies/regional-endpoint.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const api = (rest: string): string => yaml`
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties: { Name: shop${rest} }
`;

export const trafficApigwEdge = rule({
  id: 'traffic-apigw-edge',
  title: 'API is edge-optimised, which cannot fail over between regions',
  on: ['apigateway-rest-api', 'apigateway-domain-name'],
  needs: ['endpointTypes'],
  severity: severities('-/M/H/H'),
  why: 'An edge-optimised endpoint brings its own CloudFront distribution to one region; the same domain name cannot be given to an API of a second region.',
  fix: 'Make the API and its domain name regional in both regions under the same host, with a certificate in each, and choose between them by Route 53; put a CloudFront distribution of your own in front where caching at the edge is wanted.',
  effect: 'No effect on RPO. The name cannot be moved while it belongs to the API at home: RTO is as long as the outage, or another name in every client.',
  remedy: regionalEndpoint,
  links: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/dns-failover.html'],
  examples: {
    gap: [{ home: api('') }, { home: api(', EndpointConfiguration: { Types: [EDGE] }') }],
    ready: [{ home: api(', EndpointConfiguration: { Types: [REGIONAL] }') }],
    unknown: [{ home: api(", EndpointConfiguration: { Types: ['{{resolve:ssm:/api/type}}'] }") }],
  },

  check({ name, attributes }, { intent: { target } }) {
    return attributes.endpointTypes.includes('EDGE') ? gap(`${name} is edge-optimised, so it cannot share its name with an API in ${target}.`) : ready();
  },
});
