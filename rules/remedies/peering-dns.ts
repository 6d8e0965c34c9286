import type { MakeRemedy } from '../remedy.ts';
import { homeOf, isPhysical, label, nameLimit } from './words.ts';

/** DNS resolution on both sides, each in its own region. */
export const peeringDns: MakeRemedy = (peering, { intent: { home, target } }) => {
  if (peering.kind !== 'vpc-peering-connection') return undefined;
  const { name, attributes: { peerRegion = target } } = peering;
  const from = homeOf(peering, home);
  const id = isPhysical(peering) ? (peering.arn?.split('/').at(-1) ?? name) : name;
  const side = (which: string) => ({ type: which, body: { allow_remote_vpc_dns_resolution: true } });
  return {
    title: `Allow DNS resolution on both sides of ${name}`,
    terraform: [
      { type: 'provider', labels: ['aws'], body: { region: from } },
      { type: 'provider', labels: ['aws'], body: { alias: 'peer', region: peerRegion } },
      { type: 'resource', labels: ['aws_vpc_peering_connection_options', `${label(name)}_requester`], body: { vpc_peering_connection_id: id }, blocks: [side('requester')] },
      { type: 'resource', labels: ['aws_vpc_peering_connection_options', `${label(name)}_accepter`], body: { provider: { $expression: 'aws.peer' }, vpc_peering_connection_id: id }, blocks: [side('accepter')] },
    ],
    cli: [
      { region: from, words: ['ec2', 'modify-vpc-peering-connection-options', '--vpc-peering-connection-id', id, '--requester-peering-connection-options', 'AllowDnsResolutionFromRemoteVpc=true'], note: 'The connection must be active, and both VPCs must have DNS host names and DNS support on' },
      { region: peerRegion, words: ['ec2', 'modify-vpc-peering-connection-options', '--vpc-peering-connection-id', id, '--accepter-peering-connection-options', 'AllowDnsResolutionFromRemoteVpc=true'] },
    ],
    limits: [...nameLimit(peering), 'CloudFormation has no property for these options.'],
  };
};
