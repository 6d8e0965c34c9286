import { peers } from '../../graph/queries/peer.ts';
import type { MakeRemedy } from '../remedy.ts';
import { label, logicalId } from './words.ts';

/** An Elastic IP address in the target for a NAT gateway that is to stand there. */
export const elasticAddresses: MakeRemedy = (gateway, { intent: { target }, graph }) => {
  if (gateway.kind !== 'nat-gateway' || peers(graph, gateway, target).length > 0) return undefined;
  const { name } = gateway;
  const tags = { 'mr:partner-allowlist': 'pending' };
  return {
    title: `Allocate an address in ${target} for what leaves by ${name} at home`,
    cloudformation: [{
      region: target,
      parameters: { Allowlist: { Type: 'String', AllowedValues: ['pending', 'registered'], Default: 'pending', Description: 'registered once every partner lets the address in' } },
      resources: { [logicalId(name, 'Address')]: { Type: 'AWS::EC2::EIP', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { Domain: 'vpc', Tags: [{ Key: 'mr:partner-allowlist', Value: { Ref: 'Allowlist' } }] } } },
    }],
    terraform: [
      { type: 'provider', labels: ['aws'], body: { alias: 'target', region: target } },
      { type: 'resource', labels: ['aws_eip', label(name)], body: { provider: { $expression: 'aws.target' }, domain: 'vpc', tags }, blocks: [{ type: 'lifecycle', body: { prevent_destroy: true } }] },
    ],
    cli: [{ region: target, words: ['ec2', 'allocate-address', '--domain', 'vpc', '--tag-specifications', 'ResourceType=elastic-ip,Tags=[{Key=mr:partner-allowlist,Value=pending}]'], note: 'Register the address with every partner, then use it for the NAT gateway of the target' }],
    limits: ['Partners have to be told by people: set the tag to registered when they let it in; an address that nothing uses is paid by the hour.'],
  };
};
