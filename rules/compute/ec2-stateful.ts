import { tagged } from '../../model/tag-table.ts';
import { backupCopies } from '../../graph/queries/backup-copies.ts';
import { serverBackupCopy } from '../remedies/server-backup-copy.ts';
import { rule, type Known } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const server = (rest = ''): string => yaml`
  Server:
    Type: AWS::EC2::Instance
    Properties: { InstanceType: m7g.large, ImageId: ami-0123456789abcdef0${rest} }
`;
const dataVolume = ", BlockDeviceMappings: [{ DeviceName: /dev/sdf, Ebs: { VolumeSize: 500 } }]";

const copied = yaml`
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan: { BackupPlanName: daily, BackupPlanRule: [{ RuleName: daily, TargetBackupVault: home, CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:eu-west-1:111122223333:backup-vault:away' }] }] }
  Selection:
    Type: AWS::Backup::BackupSelection
    Properties: { BackupPlanId: !Ref Plan, BackupSelection: { SelectionName: tagged, IamRoleArn: 'arn:aws:iam::111122223333:role/backup', ListOfTags: [{ ConditionType: STRINGEQUALS, ConditionKey: backup, ConditionValue: daily }] } }
`;

export const computeEc2Stateful = rule({
  id: 'compute-ec2-stateful',
  title: 'Server keeps its state on volumes that no other region has',
  on: 'ec2-instance',
  needs: [],
  severity: severities('H/H/C/C'),
  why: 'A single server cannot be built again from code alone: what is on its volumes is lost with the region, or must be restored by hand.',
  fix: 'Replicate the server by AWS Elastic Disaster Recovery, or move its state to a store that is replicated and let an Auto Scaling group start it from an image. Where hours of data may be lost, copy its backups to the target region by AWS Backup. Tag it mr:recovery with how it is recovered: no template tells of Elastic Disaster Recovery.',
  effect: 'RPO is everything on the volumes since the last copy in the target, or all of it if there is none; RTO is rebuilding the server by hand. Elastic Disaster Recovery loses seconds and takes minutes.',
  remedy: serverBackupCopy,
  links: ['https://docs.aws.amazon.com/drs/latest/userguide/what-is-drs.html'],
  examples: {
    gap: [
      { name: 'a data volume', home: server(dataVolume) },
      { name: 'a volume of its own', home: `${server(', Volumes: [{ Device: /dev/sdg, VolumeId: !Ref Data }]')}\n${yaml`
        Data:
          Type: AWS::EC2::Volume
          Properties: { AvailabilityZone: us-east-1a, Size: 100 }
      `}` },
      { name: 'bound to a dedicated host', home: server(', Tenancy: host') },
    ],
    ready: [
      { name: 'a root volume only', home: server() },
      { name: 'said how', home: server(`${dataVolume}, Tags: [{ Key: 'mr:recovery', Value: Elastic Disaster Recovery }]`) },
      { name: 'backups are copied', strategy: 'pilot-light', home: `${server(`${dataVolume}, Tags: [{ Key: backup, Value: daily }]`)}\n${copied}` },
      { name: 'started by a group', home: server(`${dataVolume}, Tags: [{ Key: 'aws:autoscaling:groupName', Value: web }]`) },
    ],
    unknown: [{ name: 'its volumes are told at deployment', home: server(", BlockDeviceMappings: [{ DeviceName: '{{resolve:ssm:/device}}', Ebs: { VolumeSize: 500 } }]") }],
  },

  /** Whether there is an instance in the target at all is compute-no-peer's business: an empty one does not have the data. */
  check(server, { intent: { target, strategy }, graph }) {
    const { name, tags, attributes } = server;
    const recovery = tagged({ tags }, 'mr:recovery');
    if (tags['aws:autoscaling:groupName'] !== undefined) return ready('An Auto Scaling group starts it, so that it is not the only one of its kind.');
    if (attributes.recovered === true) return ready('AWS Elastic Disaster Recovery replicates it.');
    if (recovery !== undefined && recovery !== '') return ready(`It is tagged mr:recovery: ${recovery}`);
    const state = stateOf(server);
    const { sure: [plan], possible: [maybe] } = backupCopies(graph, server, target);
    const isEnough = strategy === 'backup-restore' || strategy === 'pilot-light';
    if (state.length > 0 && isEnough && plan !== undefined) return ready(`Backup plan ${plan.name} copies ${name} to ${target}.`);
    if (state.length > 0 && isEnough && maybe !== undefined) return unknown(`Backup plan ${maybe.name} copies ${name} to a vault whose region nobody told us; it may or may not be ${target}.`);
    if (state.length > 0) return gap(`${name} ${state.join(' and ')}, and nothing that was given ${plan === undefined ? `copies it to ${target}` : `but backups is in ${target}`}.`);
    return isTold(server) ? ready() : unknown(`Nobody told us which volumes ${name} has.`, { ask: 'ec2:DescribeInstances and ec2:DescribeVolumes, and drs:DescribeSourceServers in the target region.' });
  },
});

type Server = Known<'ec2-instance', never>;

function stateOf({ attributes }: Server): string[] {
  const { volumes = [], attachedVolumes = [], instanceStore, dedicatedHost } = attributes;
  const data = volumes.filter(({ root, deleteOnTermination }) => root === false || deleteOnTermination === false).length + attachedVolumes.length;
  return [
    ...(data > 0 ? [`keeps data on ${data === 1 ? 'a volume' : `${data} volumes`} beside its image`] : []),
    ...(instanceStore === true ? ['keeps data in its instance store'] : []),
    ...(dedicatedHost === true ? ['is bound to a Dedicated Host'] : []),
  ];
}

/** Whether everything that could hold state is known. Volumes of which it is not known what they are count as not told. */
function isTold({ attributes: { volumes, instanceStore } }: Server): boolean {
  return volumes !== undefined && instanceStore !== undefined && volumes.every(({ root }) => root !== undefined);
}
