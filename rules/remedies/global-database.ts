import type { MakeRemedy } from '../remedy.ts';
import { expression } from '../remedy.ts';
import { likelyArn } from '../../graph/likely-arn.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { homeOf, identifier, inTarget, keyLimit, label, logicalId, nameLimit, targetProvider } from './words.ts';

/** What the services that share the RDS API call their things. */
const services = {
  'rds-cluster': { cloudformation: 'AWS::RDS', terraform: 'aws_rds', cli: 'rds', kmsKey: 'kms_key_id', instanceClass: 'db.r7g.large', global: 'AWS::RDS::GlobalCluster', instance: 'AWS::RDS::DBInstance' },
  'docdb-cluster': { cloudformation: 'AWS::DocDB', terraform: 'aws_docdb', cli: 'docdb', kmsKey: 'kms_key_id', instanceClass: 'db.r6g.large', global: 'AWS::DocDB::GlobalCluster', instance: 'AWS::DocDB::DBInstance' },
  'neptune-cluster': { cloudformation: 'AWS::Neptune', terraform: 'aws_neptune', cli: 'neptune', kmsKey: 'kms_key_arn', instanceClass: 'db.r6g.large', global: 'AWS::Neptune::GlobalCluster', instance: 'AWS::Neptune::DBInstance' },
} as const;

/** A global database around the cluster, unless it has one, and a secondary cluster with an instance in the target. */
export const globalDatabase: MakeRemedy = (cluster, { intent: { home, target }, graph }) => {
  if (cluster.kind !== 'rds-cluster' && cluster.kind !== 'docdb-cluster' && cluster.kind !== 'neptune-cluster') return undefined;
  const { name, kind, attributes: { kmsKey } } = cluster;
  const service = services[kind];
  const engine = kind === 'rds-cluster' ? (cluster.attributes.engine ?? 'aurora-postgresql') : kind === 'docdb-cluster' ? 'docdb' : 'neptune';
  const from = homeOf(cluster, home);
  const existing = globalName(graph, cluster);
  const [whole, secondary] = [existing ?? `${identifier(name)}-global`, `${identifier(name)}-${target}`];
  const source = cluster.arn ?? likelyArn(cluster);
  const [id, tf] = [logicalId(name), label(name)];
  const engineOf = kind === 'rds-cluster' ? { Engine: engine } : {};
  const member = { DBClusterIdentifier: secondary, GlobalClusterIdentifier: whole, ...engineOf, DBSubnetGroupName: { Ref: 'SubnetGroup' }, DeletionProtection: true, StorageEncrypted: true };
  const instanceClass = classOf(graph, cluster) ?? service.instanceClass;
  return {
    title: `Add a secondary of ${name} in ${target}`,
    cloudformation: [
      ...(existing === undefined ? [{ region: from, resources: { [`${id}Global`]: { Type: service.global, Properties: { GlobalClusterIdentifier: whole, SourceDBClusterIdentifier: source } } } }] : []),
      {
        region: target,
        parameters: { SubnetGroup: { Type: 'String' } },
        resources: {
          [`${id}Secondary`]: { Type: `${service.cloudformation}::DBCluster`, DeletionPolicy: 'Snapshot', UpdateReplacePolicy: 'Snapshot', Properties: member },
          [`${id}SecondaryReader`]: { Type: service.instance, Properties: { DBClusterIdentifier: { Ref: `${id}Secondary` }, DBInstanceClass: instanceClass, ...engineOf } },
        },
      },
    ],
    terraform: [
      targetProvider(target),
      ...(existing === undefined ? [{ type: 'resource', labels: [`${service.terraform}_global_cluster`, tf], body: { global_cluster_identifier: whole, source_db_cluster_identifier: source, ...(kind === 'rds-cluster' ? { force_destroy: true } : {}) } }] : []),
      { type: 'resource', labels: [`${service.terraform}_cluster`, `${tf}_secondary`], body: { provider: inTarget, cluster_identifier: secondary, engine, global_cluster_identifier: existing ?? expression(`${service.terraform}_global_cluster.${tf}.id`), storage_encrypted: true, deletion_protection: true, skip_final_snapshot: false, final_snapshot_identifier: `${secondary}-final` } },
      { type: 'resource', labels: [`${service.terraform}_cluster_instance`, `${tf}_secondary`], body: { provider: inTarget, cluster_identifier: expression(`${service.terraform}_cluster.${tf}_secondary.id`), instance_class: instanceClass, ...(kind === 'rds-cluster' ? { engine } : {}) } },
    ],
    cli: [
      ...(existing === undefined ? [{ region: from, words: [service.cli, 'create-global-cluster', '--global-cluster-identifier', whole, '--source-db-cluster-identifier', source] as const }] : []),
      { region: target, words: [service.cli, 'create-db-cluster', '--db-cluster-identifier', secondary, '--global-cluster-identifier', whole, '--engine', engine, '--storage-encrypted', '--deletion-protection'] },
      { region: target, words: [service.cli, 'create-db-instance', '--db-instance-identifier', `${secondary}-1`, '--db-cluster-identifier', secondary, '--db-instance-class', instanceClass, '--engine', engine], note: 'Failover refuses a secondary without an instance' },
    ],
    limits: [
      ...nameLimit(cluster), ...keyLimit(kmsKey, 'the secondary'),
      'Engine version, parameter groups, security groups, secrets, roles, log exports and alarms are not inherited: give the secondary those of the primary.',
      'The secondary is encrypted if and only if the primary is.',
    ],
  };
};

/** Name of the global database that the cluster belongs to already. */
function globalName(graph: EstateView, { id }: Resource): string | undefined {
  return graph.in(id, 'contains').flatMap(({ from }) => graph.resource(from) ?? []).find(({ kind }) => kind?.endsWith('-global-cluster'))?.name;
}

function classOf(graph: EstateView, { id }: Resource): string | undefined {
  const members = graph.out(id, 'contains').flatMap(({ to }) => graph.resource(to) ?? []);
  return members.flatMap((member) => (member.kind === 'rds-instance' || member.kind === 'docdb-instance' || member.kind === 'neptune-instance' ? (member.attributes.instanceClasses ?? []) : []))[0];
}
