import { multiRegionTrail } from '../remedies/multi-region-trail.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { exempt, gap, ready } from '../verdict.ts';

const trail = (name: string, rest: string): string => yaml`
  ${name}:
    Type: AWS::CloudTrail::Trail
    Properties: { TrailName: ${name.toLowerCase()}, S3BucketName: trails, IsLogging: true, ${rest} }
`;

export const operationsTrailNotMultiRegion = rule({
  id: 'operations-trail-not-multi-region',
  title: 'Audit trail does not record the target region',
  on: 'cloudtrail-trail',
  needs: ['multiRegion'],
  severity: severities('H/H/H/H'),
  why: 'What is done in the target region, during a failover above all, leaves no record.',
  fix: 'Make the trail a multi-Region one (of the organization where there is one), and keep a second copy of its bucket outside the home region. Opt-in regions are taken in once they are enabled.',
  effect: 'No effect on RPO or RTO of the workload. What is done in the target has no record, and none can be made afterwards.',
  links: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-multi-region-trails.html'],
  remedy: multiRegionTrail,
  examples: {
    gap: [{ home: trail('Audit', 'IsMultiRegionTrail: false') }],
    ready: [{ home: trail('Audit', 'IsMultiRegionTrail: true') }],
    unknown: [{ home: trail('Audit', "IsMultiRegionTrail: '{{resolve:ssm:/audit/regions}}'") }],
    exempt: [{ name: 'another trail records every region', home: `${trail('Audit', 'IsMultiRegionTrail: true')}\n${trail('Data', 'IsMultiRegionTrail: false')}` }],
  },

  check(trail, { intent: { target }, graph }) {
    if (trail.attributes.multiRegion) return ready();
    const other = graph.ofKind('cloudtrail-trail').find(({ account, region, attributes }) => account === trail.account && (attributes.multiRegion === true || region === target));
    return other === undefined
      ? gap(`${trail.name} records ${trail.region ?? 'one region'} only, and nothing records ${target}.`)
      : exempt(`${other.name} records ${target}, so ${trail.name} need not.`);
  },
});
