import { backupCopies } from '../../graph/queries/backup-copies.ts';
import { snapshotPolicies } from '../../graph/queries/snapshot-policies.ts';
import { ebsSnapshotCopy } from '../remedies/ebs-snapshot-copy.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const volume = (tags = ''): string => yaml`
  Data:
    Type: AWS::EC2::Volume
    Properties: { AvailabilityZone: us-east-1a, Size: 500${tags} }
`;
const tagged = volume(', Tags: [{ Key: backup, Value: daily }]');
const policy = (target: string): string => yaml`
  Snapshots:
    Type: AWS::DLM::LifecyclePolicy
    Properties:
      ExecutionRoleArn: arn:aws:iam::111122223333:role/dlm
      State: ENABLED
      PolicyDetails:
        ResourceTypes: [VOLUME]
        TargetTags: [{ Key: backup, Value: daily }]
        Schedules: [{ Name: daily, CreateRule: { Interval: 24, IntervalUnit: HOURS, Times: ['03:00'] }, CrossRegionCopyRules: [{ Target: '${target}', Encrypted: false }] }]
`;

export const dataEbsNoCopy = rule({
  id: 'data-ebs-no-copy',
  title: 'EBS volume’s snapshots are not copied to the target region',
  on: 'ebs-volume',
  needs: ['deletedWithInstance'],
  severity: severities('H/H/C/C'),
  why: 'A volume lives in one Availability Zone. Without a snapshot in the target region what is on it is lost with its region.',
  fix: 'Copy snapshots on a schedule: a copy action of a backup plan, or a cross-Region copy rule of Data Lifecycle Manager, with a key of the target region for encrypted volumes. Servers that cannot be rebuilt are replicated by AWS Elastic Disaster Recovery.',
  remedy: ebsSnapshotCopy,
  effect: 'RPO is everything on the volume, and RTO rebuilding it from other sources. With copies RPO is their interval plus the time of a copy, which a time-based copy bounds; Elastic Disaster Recovery loses seconds.',
  links: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html',
    'https://docs.aws.amazon.com/ebs/latest/userguide/time-based-copies.html',
  ],
  examples: {
    gap: [
      { home: volume() },
      { name: 'copied to another region', home: `${tagged}\n${policy('eu-central-1')}` },
      { name: 'a policy for other tags', home: `${volume(', Tags: [{ Key: backup, Value: weekly }]')}\n${policy('eu-west-1')}` },
    ],
    ready: [{ home: `${tagged}\n${policy('eu-west-1')}` }],
    unknown: [{ name: 'the region is told at deployment', home: `${tagged}\n${policy('{{resolve:ssm:/backup/region}}')}` }],
    exempt: [{ name: 'swap', home: volume(', Tags: [{ Key: mr:data-class, Value: scratch }]') }],
  },

  /** A volume that goes with its instance is part of it. */
  check(volume, { intent: { target }, graph }) {
    const { name, attributes } = volume;
    if (attributes.deletedWithInstance) return undefined;
    const { servers, policies } = snapshotPolicies(graph, volume);
    const server = servers.find((each) => each.attributes.recovered === true);
    if (server !== undefined) return ready(`AWS Elastic Disaster Recovery replicates ${server.name}, which it is attached to.`);
    const how = policies.find(({ attributes: { copyRegions = [] } }) => copyRegions.includes(target));
    if (how !== undefined) return ready(`${how.name} copies its snapshots to ${target}.`);
    const plans = [volume, ...servers].map((each) => backupCopies(graph, each, target));
    const plan = plans.flatMap(({ sure }) => sure)[0];
    if (plan !== undefined) return ready(`Backup plan ${plan.name} copies it to ${target}.`);
    const untold = policies.find(({ attributes: { copyRegions } }) => copyRegions === undefined || copyRegions.some((region) => region.includes('⟦'))) ?? plans.flatMap(({ possible }) => possible)[0];
    if (untold !== undefined) return unknown(`${untold.name} copies snapshots of ${name} to a region that nobody told us; it may or may not be ${target}.`, { ask: 'dlm:GetLifecyclePolicy or backup:GetBackupPlan, or the parameters that the template is deployed with.' });
    return gap(`No backup plan or lifecycle policy that was given copies snapshots of ${name} to ${target}.`);
  },
});
