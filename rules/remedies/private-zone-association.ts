import { expression, type MakeRemedy } from '../remedy.ts';
import { parameter, variable } from './dns-words.ts';
import { homeOf, isPhysical, label, logicalId, nameLimit } from './words.ts';

/** The zone answers in the target's VPC. */
export const privateZoneAssociation: MakeRemedy = (zone, { intent: { home, target } }) => {
  if (zone.kind !== 'route53-hosted-zone') return undefined;
  const id = isPhysical(zone) ? (zone.arn?.split('/').at(-1) ?? 'HOSTED_ZONE_ID') : 'HOSTED_ZONE_ID';
  return {
    title: `Let ${zone.name} answer in the VPC of ${target}`,
    cloudformation: [{
      region: homeOf(zone, home), merge: true, note: `add the VPC to those of the zone ${zone.name}`,
      parameters: { VpcId: parameter('VPC in the target region') },
      resources: { [logicalId(zone.name)]: { Type: 'AWS::Route53::HostedZone', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { VPCs: [{ VPCId: { Ref: 'VpcId' }, VPCRegion: target }] } } },
    }],
    terraform: [
      variable('vpc_id', 'VPC in the target region'),
      { type: 'resource', labels: ['aws_route53_zone_association', label(zone.name)], body: { zone_id: id, vpc_id: expression('var.vpc_id'), vpc_region: target } },
    ],
    cli: [{ region: homeOf(zone, home), words: ['route53', 'associate-vpc-with-hosted-zone', '--hosted-zone-id', id, '--vpc', `VPCRegion=${target},VPCId=VPC_ID`], note: 'Put the id of the target’s VPC in place of VPC_ID' }],
    limits: [
      ...nameLimit(zone),
      'The VPC needs DNS host names and DNS support. A VPC of another account has to be authorized first.',
    ],
  };
};
