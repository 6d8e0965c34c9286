import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { listed } from '../support/list.ts';
import { ofTypes } from '../support/by-type.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const vpn = yaml`
  Office:
    Type: AWS::EC2::VPNConnection
    Properties: { Type: ipsec.1, CustomerGatewayId: cgw-0123456789abcdef0, TransitGatewayId: tgw-0123456789abcdef0 }
`;
const empty = yaml`
  Topic:
    Type: AWS::SNS::Topic
`;

export const networkHybridSingleRegion = rule({
  id: 'network-hybrid-single-region',
  title: 'On-premises networks reach the home region only',
  on: 'estate',
  severity: severities('M/H/C/C'),
  why: 'What runs in the target region cannot call on-premises systems, nor be called by them; new Direct Connect capacity takes weeks to order.',
  fix: 'Associate the target region’s transit or virtual private gateway with the same Direct Connect gateway, which is global, with its address ranges in the allowed prefixes; add a second location and a VPN there as backup, and tell firewalls and BGP on premises of the new ranges.',
  effect: 'No effect on RPO of data in AWS. RTO of whatever exchanges data with on-premises systems is as long as the outage, or the weeks that a new connection takes; a VPN takes hours.',
  links: ['https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-gateways-intro.html', 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-transit-gateways.html'],
  examples: {
    gap: [{ name: 'a VPN of the home region', home: vpn, target: empty }],
    ready: [{ home: vpn, target: vpn }],
    unknown: [{ name: 'a Direct Connect gateway, which is in no region', home: yaml`
      Gateway:
        Type: AWS::DirectConnect::DirectConnectGateway
        Properties: { DirectConnectGatewayName: offices }
    `, target: empty }],
  },

  /** One verdict for each home region: which of its connections an application needs no template tells. */
  *check(view, { intent: { home, target } }): Iterable<EstateSubject> {
    const all = ofTypes(view, ...connections, directConnectGateway).toSorted((a, b) => compareText(a.id, b.id));
    const there = all.filter(({ region, resourceType }) => region === target && connections.has(resourceType));
    for (const region of home) {
      const here = all.filter((each) => each.region === region && connections.has(each.resourceType));
      const gateways = all.filter(({ resourceType }) => resourceType === directConnectGateway);
      if (here.length + gateways.length === 0) continue;
      const subject = { subject: `hybrid:${region}`, title: `On-premises connections of ${region}`, resources: (here.length > 0 ? here : gateways).map(({ id }) => id).sort(compareText) };
      if (there.length > 0) yield { ...subject, verdict: ready(`${target} has ${named(there)}.`) };
      else if (here.length > 0) yield { ...subject, verdict: gap(`${region} is joined to on-premises networks by ${named(here)}, and ${target} by nothing that was given.`) };
      else yield { ...subject, verdict: unknown(`Which regions’ gateways are associated with ${named(gateways)} nobody told us; ${target} may or may not be among them.`, { ask: 'directconnect:DescribeDirectConnectGatewayAssociations, or the associations in a template.' }) };
    }
  },
});

const directConnectGateway = 'AWS::DirectConnect::DirectConnectGateway';

/** What joins one region to networks outside of AWS. */
const connections = new Set([
  'AWS::EC2::VPNConnection', 'AWS::DirectConnect::DirectConnectGatewayAssociation', 'AWS::DirectConnect::PrivateVirtualInterface', 'AWS::DirectConnect::TransitVirtualInterface',
  'AWS::NetworkManager::SiteToSiteVpnAttachment', 'AWS::NetworkManager::DirectConnectGatewayAttachment',
  'aws_dx_gateway_association', 'aws_dx_private_virtual_interface', 'aws_dx_transit_virtual_interface',
]);

const named = (all: readonly Resource[]): string => (all.length > 4 ? `${listed(all.slice(0, 4).map(({ name }) => name))} and others` : listed(all.map(({ name }) => name)));
