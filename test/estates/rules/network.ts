import { yaml } from '../../../rules/support/yaml.ts';
import type { Closings } from '../../support/closing/case.ts';
import { byDeploying, byHand, byTemplate, byTerraform } from './words.ts';

const peering = 'arn:aws:ec2:us-east-1:111122223333:vpc-peering-connection/pcx-0123456789abcdef0';

export const network = {
  'network-az-count': byTemplate({ given: { VpcId: { Ref: 'Network' }, Range: '10.0.2.0/24', Zone: 'eu-west-1c' } }),
  'network-az-name': byHand('the region chooses the zone', { home: "Subnet: { Properties: { AvailabilityZone: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] } } }", target: "Subnet: { Properties: { AvailabilityZone: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] } } }" }),
  'network-cidr-overlap': byHand('the target’s network is made anew with another range', { target: 'Network: { Properties: { CidrBlock: 10.1.0.0/16 } }' }),
  'network-dns-private-missing': byTemplate({ given: { VpcId: 'vpc-0fedcba9876543210' } }),
  'network-egress-allowlist': byTemplate({ given: { Allowlist: 'registered' } }),
  'network-endpoint-parity': [byTemplate({ given: { VpcId: 'vpc-0fedcba9876543210', RouteTableIds: 'rtb-0fedcba9876543210' } }), byTerraform({ given: { vpc_id: 'vpc-0fedcba9876543210', route_table_ids: ['rtb-0fedcba9876543210'] } })],
  'network-hybrid-single-region': byHand('the office is connected to the target too', { target: "Office: { Type: 'AWS::EC2::VPNConnection', Properties: { Type: ipsec.1, CustomerGatewayId: cgw-0fedcba9876543210, TransitGatewayId: tgw-0fedcba9876543210 } }" }),
  'network-no-interregion-path': byHand('the networks are peered', {
    home: "Hub: { Type: 'AWS::EC2::TransitGateway' }\nAttachment: { Type: 'AWS::EC2::TransitGatewayAttachment', Properties: { VpcId: { Ref: Network }, TransitGatewayId: { Ref: Hub }, SubnetIds: [{ Ref: Subnet }] } }",
    target: yaml`
      Hub: { Type: 'AWS::EC2::TransitGateway' }
      Attachment: { Type: 'AWS::EC2::TransitGatewayAttachment', Properties: { VpcId: { Ref: Network }, TransitGatewayId: { Ref: Hub }, SubnetIds: [{ Ref: Subnet }] } }
      Peering: { Type: 'AWS::EC2::TransitGatewayPeeringAttachment', Properties: { TransitGatewayId: { Ref: Hub }, PeerTransitGatewayId: tgw-0123456789abcdef0, PeerRegion: us-east-1, PeerAccountId: '111122223333' } }
    `,
  }),
  'network-no-peer': [byDeploying(), byDeploying({ from: 1 })],
  'network-no-vpc': byTemplate(),
  'network-peering-dns-off': {
    by: 'cli', calls: ['ec2 modify-vpc-peering-connection-options', 'ec2 modify-vpc-peering-connection-options'],
    leaves: ([requester, accepter]) => {
      const on = (option: string | undefined) => ({ AllowDnsResolutionFromRemoteVpc: option === 'AllowDnsResolutionFromRemoteVpc=true' });
      return { now: { described: [{ kind: 'vpc-peering-connection', name: 'pcx-0123456789abcdef0', arn: peering, document: {
        RequesterVpcInfo: { VpcId: 'vpc-0fedcba9876543210', Region: requester?.region ?? '', PeeringOptions: on(requester?.option('requester-peering-connection-options')) },
        AccepterVpcInfo: { VpcId: 'vpc-0123456789abcdef0', Region: accepter?.region ?? '', PeeringOptions: on(accepter?.option('accepter-peering-connection-options')) },
      } }] } };
    },
  },
  'network-prefix-list-regional': [byTemplate(), byTemplate({ from: 1 }), byTerraform()],
  'network-privatelink-crossregion-dep': byHand('the endpoint is for the service of its own region', { target: 'Endpoint: { Properties: { ServiceName: com.amazonaws.eu-west-1.ecr.api, ServiceRegion: eu-west-1 } }' }),
  'network-privatelink-provider-single-region': byTemplate({ given: { SubnetIds: 'subnet-0fedcba9876543210' } }),
  'network-sg-cross-region-ref': byHand('each stack names its own group', {
    home: "Database: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: { 'Fn::GetAtt': [Web, GroupId] } }] } }\nWeb: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: x } }",
    target: "Database: { Properties: { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: { 'Fn::GetAtt': [Web, GroupId] } }] } }\nWeb: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: x } }",
  }),
} as const satisfies Closings;
