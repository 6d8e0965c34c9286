import { acceleratedRecovery } from '../remedies/accelerated-recovery.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const zone = (rest = ''): string => yaml`
  Zone:
    Type: AWS::Route53::HostedZone
    Properties: { Name: example.com${rest} }
`;

export const trafficR53NoAcceleratedRecovery = rule({
  id: 'traffic-r53-no-accelerated-recovery',
  title: 'Records of the zone cannot be changed while us-east-1 is impaired',
  on: 'route53-hosted-zone',
  needs: ['private', 'acceleratedRecovery'],
  severity: severities('M/M/M/L'),
  why: 'The control plane of Route 53 is in us-east-1. Answers go on, changes do not, for as long as that region is impaired.',
  fix: 'Enable accelerated recovery for the public hosted zone ahead of time (it can take hours and freezes changes briefly), and keep the recovery plan to what needs no change of records.',
  effect: 'No effect on RPO. While us-east-1 is impaired RTO of every step that changes a record is as long as that takes; with accelerated recovery changes are designed to work again within about 60 minutes.',
  remedy: acceleratedRecovery,
  links: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/accelerated-recovery.html'],
  examples: {
    gap: [{ home: zone() }],
    ready: [{ home: zone(', HostedZoneFeatures: { EnableAcceleratedRecovery: true }') }],
    unknown: [{ home: zone(", HostedZoneFeatures: { EnableAcceleratedRecovery: '{{resolve:ssm:/dns/recovery}}' }") }],
  },

  /** Private zones cannot have it. */
  check({ name, attributes }) {
    if (attributes.private) return undefined;
    return attributes.acceleratedRecovery ? ready() : gap(`Changes to records of ${name} stop while us-east-1 is impaired.`);
  },
});
