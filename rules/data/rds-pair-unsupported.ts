import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { copyObstacle, selectedBy } from '../../graph/queries/backup-copies.ts';
import { perView } from '../support/per-view.ts';
import { rule } from '../rule.ts';
import { copyingPlan } from '../support/copying-plan.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const source = (rest = ''): string => yaml`
  Orders:
    Type: AWS::RDS::DBInstance
    Properties: { DBInstanceIdentifier: orders, Engine: postgres, StorageEncrypted: ${rest === '' ? 'true' : rest} }
`;
const replica = yaml`
  Replica:
    Type: AWS::RDS::DBInstance
    Properties: { SourceDBInstanceIdentifier: 'arn:aws:rds:us-east-1:111122223333:db:orders', StorageEncrypted: true, KmsKeyId: alias/orders }
`;

export const dataRdsPairUnsupported = rule({
  id: 'data-rds-pair-unsupported',
  title: 'Protection that was chosen for the database is impossible',
  on: ['rds-instance', 'rds-cluster'],
  needs: ['engine'],
  severity: severities('H/C/C/C'),
  why: 'What is declared cannot be created, or its jobs fail one after the other: the database is taken to be protected and is not.',
  fix: 'Encrypt the source first (restore an encrypted copy of its snapshot) where the replica is to be encrypted. A Multi-AZ DB cluster has neither replicated automated backups nor copies by AWS Backup: give it a read replica in the target region, or move to Aurora or a Multi-AZ DB instance.',
  effect: 'RPO and RTO are those of a database without any copy, although one is declared: RPO is everything until a protection that works takes its place.',
  links: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html',
    'https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html',
  ],
  examples: {
    gap: [
      { name: 'an encrypted replica of a source that is not', home: source('false'), target: replica },
      { name: 'copies of a Multi-AZ DB cluster', home: `${copyingPlan}\n${yaml`
        Orders:
          Type: AWS::RDS::DBCluster
          Properties: { Engine: postgres, DBClusterInstanceClass: db.m6gd.large, Tags: [{ Key: backup, Value: daily }] }
      `}` },
    ],
    ready: [{ home: source(), target: replica }],
  },

  /** A database without any protection is data-rds-no-xregion's business, regions that do not go together region-feature-gap's. */
  check(database, { intent: { target }, graph }) {
    const { name, attributes } = database;
    if (attributes.engine.startsWith('aurora')) return undefined;
    const copies = replicasOf(graph, database).filter(({ region }) => region === target);
    const encrypted = copies.find(({ resource }) => resource?.kind === database.kind && resource.attributes.encrypted === true);
    if (encrypted !== undefined && attributes.encrypted === false) {
      return gap(`${encrypted.name} in ${target} is to be an encrypted replica of ${name}, which is not encrypted: RDS refuses it.`, { blocking: true });
    }
    const plans = copyingTo(graph).get(database.id) ?? [];
    const obstacle = copyObstacle(database, target);
    if (obstacle !== undefined && plans.length > 0 && copies.length === 0) return gap(`${plans[0]?.name} is to copy backups of ${name} to another region: ${obstacle}.`, { blocking: true });
    return regionsOf(copies).length > 0 || plans.length > 0 ? ready() : undefined;
  },
});

/** Backup plans with copy actions, by the resources that they select. */
const copyingTo = perView((view) => {
  const pairs = view.ofKind('backup-plan').filter(({ attributes: { copyVaults = [] } }) => copyVaults.length > 0).flatMap((plan) => selectedBy(view, plan).map((store) => ({ plan, store })));
  return new Map([...Map.groupBy(pairs, ({ store }) => store.id)].map(([id, found]) => [id, found.map(({ plan }) => plan)]));
});
