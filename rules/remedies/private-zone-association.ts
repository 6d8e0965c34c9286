import { expression, type MakeRemedy } from '../remedy.ts';
import { variable } from './dns-words.ts';
import { homeOf, isPhysical, label, nameLimit } from './words.ts';

/** The zone answers in the target's VPC. */
export const privateZoneAssociation: MakeRemedy = (zone, { intent: { home, target } }) => {
  if (zone.kind !== 'route53-hosted-zone') return undefined;
  const id = isPhysical(zone) ? (zone.arn?.split('/').at(-1) ?? 'HOSTED_ZONE_ID') : 'HOSTED_ZONE_ID';
  return {
    title: `Let ${zone.name} answer in the VPC of ${target}`,
    terraform: [
      variable('vpc_id', 'VPC in the target region'),
      { type: 'resource', labels: ['aws_route53_zone_association', label(zone.name)], body: { zone_id: id, vpc_id: expression('var.vpc_id'), vpc_region: target } },
    ],
    cli: [{ region: homeOf(zone, home), words: ['route53', 'associate-vpc-with-hosted-zone', '--hosted-zone-id', id, '--vpc', `VPCRegion=${target},VPCId=VPC_ID`], note: 'Put the id of the target’s VPC in place of VPC_ID' }],
    limits: [
      ...nameLimit(zone),
      'CloudFormation: add the VPC to the VPCs of the zone that is there; an association apart is no resource of its own.',
      'The VPC needs DNS host names and DNS support. A VPC of another account has to be authorized first.',
    ],
  };
};
