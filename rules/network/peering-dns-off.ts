import { peeringDns } from '../remedies/peering-dns.ts';
import { rule } from '../rule.ts';
import { placeOf } from '../support/places.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const peering = yaml`
  Network:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
  Peering:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: { VpcId: !Ref Network, PeerVpcId: vpc-0123456789abcdef0, PeerRegion: eu-west-1 }
`;
const described = (requester: boolean, accepter: boolean) => ({
  kind: 'vpc-peering-connection' as const,
  name: 'pcx-0123456789abcdef0',
  arn: 'arn:aws:ec2:us-east-1:111122223333:vpc-peering-connection/pcx-0123456789abcdef0',
  document: {
    RequesterVpcInfo: { VpcId: 'vpc-0fedcba9876543210', Region: 'us-east-1', PeeringOptions: { AllowDnsResolutionFromRemoteVpc: requester } },
    AccepterVpcInfo: { VpcId: 'vpc-0123456789abcdef0', Region: 'eu-west-1', PeeringOptions: { AllowDnsResolutionFromRemoteVpc: accepter } },
  },
});
const empty = yaml`
  Topic:
    Type: AWS::SNS::Topic
`;

export const networkPeeringDnsOff = rule({
  id: 'network-peering-dns-off',
  title: 'Peering between the regions does not resolve host names to private addresses',
  on: 'vpc-peering-connection',
  needs: [],
  severity: severities('-/M/M/M'),
  why: 'Public host names of instances resolve to public addresses from the other side, so traffic leaves the peering, or is refused where there is no public address to reach.',
  fix: 'Allow DNS resolution on both sides, each in its own region, once the connection is active, and turn DNS host names on in both VPCs. Associate private hosted zones with both. Packets between regions may have 8,500 bytes, not 9,001.',
  effect: 'No effect on RPO or RTO of what calls within a region. Calls by public host name over the peering leave it or time out until the option is on; the failover does not wait for that unless they are on its path.',
  remedy: peeringDns,
  links: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-dns.html', 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html'],
  examples: {
    gap: [{ name: 'off on one side', home: empty, described: [described(true, false)] }],
    ready: [{ name: 'on on both sides', home: empty, described: [described(true, true)] }],
    unknown: [{ name: 'templates have no word for it', home: peering }],
  },

  check({ id, name, region, attributes }, { intent: { home, target }, graph }) {
    const { vpc, peerVpc, peerRegion, requesterDns, accepterDns } = attributes;
    const from = graph.resource(id);
    const at = (identifier: string | undefined): string | undefined => (identifier === undefined || from === undefined ? undefined : placeOf(graph, identifier, { from, type: 'AWS::EC2::VPC' }).region);
    const ends = [at(vpc) ?? region, peerRegion ?? at(peerVpc)];
    if (!ends.includes(target) || !ends.some((end) => end !== undefined && home.includes(end))) return undefined;
    const off = [...(requesterDns === false ? [`in ${ends[0]}`] : []), ...(accepterDns === false ? [`in ${ends[1]}`] : [])];
    if (off.length > 0) return gap(`${name} does not let the other side resolve host names of the VPC ${off.join(' and of the one ')} to private addresses.`);
    if (requesterDns === true && accepterDns === true) return ready();
    return unknown(`Nobody told us whether both sides of ${name} allow DNS resolution.`, { ask: 'ec2:DescribeVpcPeeringConnections; CloudFormation cannot set the options.' });
  },
});
