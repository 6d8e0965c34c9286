import type { Resource } from '../../model/resource.ts';
import { acmCertificate } from '../remedies/acm-certificate.ts';
import { rule } from '../rule.ts';
import { covered } from '../support/domains.ts';
import { listed } from '../support/list.ts';
import { perView } from '../support/per-view.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt, gap, ready, unknown } from '../verdict.ts';

const certificate = (domain: string, name = 'Certificate'): string => yaml`
  ${name}:
    Type: AWS::CertificateManager::Certificate
    Properties: { DomainName: '${domain}', ValidationMethod: DNS }
`;
const listener = yaml`
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: { Certificates: [{ CertificateArn: !Ref Certificate }] }
`;

export const configAcmCertMissing = rule({
  id: 'config-acm-cert-missing',
  title: 'Target region has no certificate for a name that is served at home',
  on: 'acm-certificate',
  needs: ['domains'],
  severity: severities('M/H/C/C'),
  why: 'Load balancers and regional APIs take certificates of their own region only. Requesting one when it is needed waits for validation.',
  fix: 'Request a certificate for the same names in the target region, validated by DNS, and keep the validation records so that it renews by itself. Import certificates of other issuers in both regions, with expiry dates apart.',
  effect: 'No effect on RPO. HTTPS entries cannot be created or answer for another name in the target: RTO grows by request and validation, minutes if the DNS records exist and can be changed, longer if they wait for people or for the control plane of Route 53.',
  remedy: acmCertificate,
  links: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html', 'https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-3.html'],
  examples: {
    gap: [
      { home: `${certificate('shop.example.com')}\n${listener}` },
      { name: 'a certificate for another name', home: `${certificate('shop.example.com')}\n${listener}`, target: certificate('*.api.example.com') },
    ],
    ready: [
      { home: `${certificate('shop.example.com')}\n${listener}`, target: certificate('shop.example.com') },
      { name: 'a wildcard covers it', home: `${certificate('shop.example.com')}\n${listener}`, target: certificate('*.example.com', 'Wildcard') },
    ],
    unknown: [{ name: 'nobody says who uses it', home: certificate('shop.example.com') }],
    exempt: [{ name: 'CloudFront takes it from us-east-1', home: `${certificate('shop.example.com')}\n${yaml`
      Site:
        Type: AWS::CloudFront::Distribution
        Properties: { DistributionConfig: { ViewerCertificate: { AcmCertificateArn: !Ref Certificate } } }
    `}` }],
  },

  check(certificate, { intent: { target }, graph }) {
    const { name, attributes: { domains } } = certificate;
    const users = graph.in(certificate.id, 'uses-certificate').flatMap(({ from }) => graph.resource(from) ?? []);
    if (users.length > 0 && users.every(isServedFromEverywhere)) return exempt(`${name} is used only by ${listed(users.map((user) => user.name))}, which takes certificates from us-east-1.`);
    const uncovered = domains.filter((domain) => !covered(certified(graph).get(target) ?? new Set(), domain));
    if (uncovered.length === 0) return ready();
    if (users.length === 0) return unknown(`${target} has no certificate for ${listed(uncovered)}; whether anything but CloudFront serves these names nobody told us.`, { ask: 'acm:DescribeCertificate (InUseBy), or the templates of what uses it.' });
    return gap(`${target} has no certificate for ${listed(uncovered)}, which ${listed(users.map((user) => user.name))} serves at home.`);
  },
});

/** CloudFront, edge-optimised APIs and Cognito's custom domains want their certificates in us-east-1. */
function isServedFromEverywhere(user: Resource): boolean {
  if (user.region === 'global' || user.resourceType === 'AWS::Cognito::UserPoolDomain' || user.resourceType === 'AWS::CloudFront::Distribution') return true;
  return user.kind === 'cognito-user-pool' || (user.kind === 'apigateway-domain-name' && user.attributes.endpointTypes?.includes('EDGE') === true);
}

/** Names that issued certificates cover, by region. */
const certified = perView((view) => {
  const names = new Map<string, Set<string>>();
  for (const { region, attributes: { status = 'ISSUED', domains = [] } } of view.ofKind('acm-certificate')) {
    if (region === undefined || status !== 'ISSUED') continue;
    const found = names.get(region) ?? new Set();
    for (const domain of domains) found.add(domain.toLowerCase());
    names.set(region, found);
  }
  return names;
});
