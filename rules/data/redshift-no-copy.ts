import { redshiftSnapshotCopy } from '../remedies/redshift-snapshot-copy.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { replicatedInto } from '../support/regions-held.ts';
import { yaml } from '../support/yaml.ts';
import { gap } from '../verdict.ts';

export const dataRedshiftNoCopy = rule({
  id: 'data-redshift-no-copy',
  title: 'Redshift snapshots stay in the home region',
  on: ['redshift-cluster', 'redshift-serverless-namespace'],
  needs: ['copyRegions'],
  severity: severities('H/H/C/C'),
  why: 'A warehouse is restored from snapshots, and these cannot be read when their region is lost.',
  fix: 'Create a snapshot copy grant on a key in the target region if the cluster is encrypted, then copy snapshots there. For warm standby and active-active keep a second warehouse up to date by data sharing or by loading both.',
  remedy: redshiftSnapshotCopy,
  effect: {
    otherwise: 'RPO is everything in the warehouse, and RTO loading it again. With copied snapshots RPO is their distance (automated ones about every eight hours or 5 GB of changes per node), and RTO the restore.',
    'active-active': 'Queries stop with the home region, and RPO is everything; only a second warehouse that is loaded or shared to serves on at once.',
  },
  links: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html'],
  examples: {
    gap: [
      { home: yaml`
        Warehouse:
          Type: AWS::Redshift::Cluster
      ` },
      { name: 'a serverless namespace', home: yaml`
        Warehouse:
          Type: AWS::RedshiftServerless::Namespace
          Properties: { NamespaceName: warehouse }
      ` },
      { name: 'an encrypted cluster without grant', home: yaml`
        Warehouse:
          Type: AWS::Redshift::Cluster
          Properties: { DestinationRegion: eu-west-1, Encrypted: true }
      ` },
    ],
    ready: [
      { home: yaml`
        Warehouse:
          Type: AWS::Redshift::Cluster
          Properties: { DestinationRegion: eu-west-1, Encrypted: true, SnapshotCopyGrantName: warehouse }
      ` },
    ],
    unknown: [
      { home: yaml`
        Warehouse:
          Type: AWS::Redshift::Cluster
          Properties: { DestinationRegion: '{{resolve:ssm:/warehouse/region}}' }
      ` },
    ],
  },

  check(cluster, { intent: { target } }) {
    const { name, attributes } = cluster;
    const copied = replicatedInto({ name, regions: attributes.copyRegions, target });
    if (copied.state !== 'ready' || cluster.kind !== 'redshift-cluster' || cluster.attributes.encrypted !== true || cluster.attributes.copyGrant !== undefined) return copied;
    return gap(`${name} is encrypted and copies snapshots to ${target} without a copy grant there, so the copies fail.`);
  },
});
