import type { MakeRemedy } from '../remedy.ts';
import { homeOf, isPhysical, logicalId, nameLimit } from './words.ts';

/** Accelerated recovery for a public hosted zone. */
export const acceleratedRecovery: MakeRemedy = (zone, { intent: { home } }) => {
  if (zone.kind !== 'route53-hosted-zone') return undefined;
  const region = homeOf(zone, home);
  const id = isPhysical(zone) ? (zone.arn?.split('/').at(-1) ?? 'HOSTED_ZONE_ID') : 'HOSTED_ZONE_ID';
  return {
    title: `Turn accelerated recovery on for ${zone.name}`,
    cloudformation: [{ region, merge: true, note: 'add the features to the zone that is there', resources: { [logicalId(zone.name)]: { Type: 'AWS::Route53::HostedZone', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { HostedZoneFeatures: { EnableAcceleratedRecovery: true } } } } }],
    cli: [{ region, words: ['route53', 'update-hosted-zone-features', '--hosted-zone-id', id, '--enable-accelerated-recovery'] }],
    limits: [...nameLimit(zone), 'Changes of records work again within about an hour when us-east-1 is impaired; records that exist already switch without it.'],
  };
};
