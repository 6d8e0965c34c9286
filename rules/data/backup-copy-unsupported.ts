import { copyObstacle, selectedBy } from '../../graph/queries/backup-copies.ts';
import { rule } from '../rule.ts';
import { copyingPlan } from '../support/copying-plan.ts';
import { listed } from '../support/list.ts';
import { placeOf } from '../support/places.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const planWith = (store: string): string => `${copyingPlan}\n${store}`;

export const dataBackupCopyUnsupported = rule({
  id: 'data-backup-copy-unsupported',
  title: 'Backup plan selects what AWS Backup does not copy to the target region',
  on: 'backup-plan',
  needs: ['copyVaults', 'selects'],
  severity: severities('H/H/H/H'),
  why: 'The plan looks as if it covered them: their backups are made, and the copies fail or are left out without anybody noticing.',
  fix: 'Copy them by the service’s own means (snapshot copy, global cluster, SnapMirror), or choose a target region that AWS Backup copies them to, and alarm on failed copy jobs. DynamoDB tables need the advanced features of DynamoDB backup.',
  effect: 'RPO for what is not copied is everything; its RTO is building it anew without data.',
  links: [
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html',
  ],
  examples: {
    gap: [
      { name: 'FSx for ONTAP', home: planWith(yaml`
        Files:
          Type: AWS::FSx::FileSystem
          Properties: { FileSystemType: ONTAP, SubnetIds: [subnet-0123456789abcdef0], Tags: [{ Key: backup, Value: daily }] }
      `) },
      { name: 'Redshift Serverless', home: planWith(yaml`
        Warehouse:
          Type: AWS::RedshiftServerless::Namespace
          Properties: { NamespaceName: warehouse, Tags: [{ Key: backup, Value: daily }] }
      `) },
    ],
    ready: [{ home: planWith(yaml`
      Uploads:
        Type: AWS::EFS::FileSystem
        Properties: { FileSystemTags: [{ Key: backup, Value: daily }] }
    `) }],
  },

  /** A plan that copies nothing to the target is data-backup-no-copy-action's business; Multi-AZ DB clusters are data-rds-pair-unsupported's. */
  check(plan, { intent: { target }, graph }) {
    const copies = plan.attributes.copyVaults.some((vault) => placeOf(graph, vault, { from: plan, type: 'AWS::Backup::BackupVault' }).region === target);
    if (!copies) return undefined;
    const selected = selectedBy(graph, plan).filter(({ kind }) => kind !== 'rds-cluster');
    if (selected.length === 0) return undefined;
    const against = selected.flatMap((store) => {
      const obstacle = copyObstacle(store, target);
      return obstacle === undefined ? [] : [`${store.name} (${obstacle})`];
    });
    return against.length === 0 ? ready() : gap(`${plan.name} is to copy to ${target} what AWS Backup does not copy there: ${listed(against)}.`);
  },
});
