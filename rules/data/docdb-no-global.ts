import { globalDatabase } from '../remedies/global-database.ts';
import { rule } from '../rule.ts';
import { spansTo } from '../support/global-database.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

export const dataDocdbNoGlobal = rule({
  id: 'data-docdb-no-global',
  title: 'DocumentDB cluster has no secondary in the target region',
  on: 'docdb-cluster',
  needs: ['joinsGlobalCluster'],
  severity: severities('H/C/C/C'),
  why: 'The data exists in one region only; without a secondary cluster it must be restored from a copied snapshot, if there is one.',
  fix: 'Create a global cluster from it and add a secondary cluster with instances in the target region; cluster names must differ between regions. Where a region needs opting in AWS Backup does not copy DocumentDB across regions: use the global cluster or a manual snapshot copy.',
  remedy: globalDatabase,
  effect: {
    otherwise: 'RPO is everything since the last snapshot that was copied to the target, or all of it, and RTO creating a cluster from it. A secondary lags by seconds and is promoted in minutes.',
    'backup-restore': 'RPO is all documents as long as no snapshot is copied to the target, and otherwise the distance of the copies; RTO is restoring one into a new cluster and starting its instances.',
  },
  links: [
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/global-clusters.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html',
  ],
  examples: {
    gap: [{ home: yaml`
      Catalogue:
        Type: AWS::DocDB::DBCluster
    ` }],
    ready: [{ home: yaml`
      Catalogue:
        Type: AWS::DocDB::DBCluster
        Properties: { DBClusterIdentifier: catalogue, GlobalClusterIdentifier: catalogue-global }
    `, target: yaml`
      Catalogue:
        Type: AWS::DocDB::DBCluster
        Properties: { DBClusterIdentifier: catalogue-2, GlobalClusterIdentifier: catalogue-global }
    ` }],
    unknown: [{ name: 'whether it joins depends on deployment', home: yaml`
      Catalogue:
        Type: AWS::DocDB::DBCluster
        Properties: { GlobalClusterIdentifier: '{{resolve:ssm:/catalogue/global}}' }
    ` }],
  },

  check(cluster, context) {
    return spansTo(cluster, context, 'global cluster');
  },
});
