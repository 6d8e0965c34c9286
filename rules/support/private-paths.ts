import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';

const peering = new Set(['AWS::EC2::VPCPeeringConnection', 'aws_vpc_peering_connection', 'aws_vpc_peering_connection_accepter']);
const hubs = new Set([
  'AWS::EC2::TransitGatewayAttachment', 'AWS::EC2::TransitGatewayVpcAttachment', 'AWS::NetworkManager::VpcAttachment',
  'aws_ec2_transit_gateway_vpc_attachment', 'aws_networkmanager_vpc_attachment',
]);

/** What is declared to join two VPCs: a peering connection between them, or attachments of both to a transit or core network. */
export function privatePath(view: EstateView, a: Resource, b: Resource): Resource | undefined {
  const own = attachmentsOf(view, a);
  const other = attachmentsOf(view, b);
  const shared = own.find(({ id, resourceType }) => peering.has(resourceType) && other.some((each) => each.id === id));
  const hub = own.find(({ resourceType }) => hubs.has(resourceType));
  return shared ?? (hub !== undefined && other.some(({ resourceType }) => hubs.has(resourceType)) ? hub : undefined);
}

function attachmentsOf(view: EstateView, { id }: Resource): Resource[] {
  return view.in(id).flatMap(({ from }) => view.resource(from) ?? []);
}
