import { globalDatabase } from '../remedies/global-database.ts';
import { rule } from '../rule.ts';
import { spansTo } from '../support/global-database.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';

export const dataNeptuneNoGlobal = rule({
  id: 'data-neptune-no-global',
  title: 'Neptune cluster has no secondary in the target region',
  on: 'neptune-cluster',
  needs: ['joinsGlobalCluster'],
  severity: severities('H/C/C/C'),
  why: 'The graph exists in one region only; without a secondary cluster it must be restored from a copied snapshot, if there is one.',
  fix: 'Create a global database from the cluster and add a secondary cluster in the target region; both regions must offer Neptune global databases, and db.t3 and db.t4g instances cannot take part. For backup & restore copy snapshots with AWS Backup.',
  remedy: globalDatabase,
  effect: {
    otherwise: 'RPO is everything since the last snapshot that was copied to the target, or all of it, and RTO creating a cluster from it. A secondary of a global database lags below a second as a rule and is promoted in minutes.',
    'backup-restore': 'RPO is everything since the last snapshot that was copied to the target, and all of it as long as none is copied; RTO is creating a cluster and its instances from it.',
  },
  links: ['https://docs.aws.amazon.com/neptune/latest/userguide/neptune-global-database.html'],
  examples: {
    gap: [{ home: yaml`
      Friends:
        Type: AWS::Neptune::DBCluster
    ` }],
    ready: [{ home: yaml`
      Friends:
        Type: AWS::Neptune::DBCluster
        Properties: { DBClusterIdentifier: friends, GlobalClusterIdentifier: friends-global }
    `, target: yaml`
      Friends:
        Type: AWS::Neptune::DBCluster
        Properties: { DBClusterIdentifier: friends-2, GlobalClusterIdentifier: friends-global }
    ` }],
    unknown: [{ name: 'whether it joins depends on deployment', home: yaml`
      Friends:
        Type: AWS::Neptune::DBCluster
        Properties: { GlobalClusterIdentifier: '{{resolve:ssm:/friends/global}}' }
    ` }],
  },

  check(cluster, context) {
    return spansTo(cluster, context, 'global database');
  },
});
