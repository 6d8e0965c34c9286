import { expression, type MakeRemedy } from '../remedy.ts';
import { homeOf, identifier, inTarget, label, logicalId, nameLimit, targetProvider } from './words.ts';

/** Snapshots of a cluster or namespace copied to the target, under a grant there where they are encrypted. */
export const redshiftSnapshotCopy: MakeRemedy = (warehouse, { intent: { home, target } }) => {
  const { name } = warehouse;
  const from = homeOf(warehouse, home);
  const id = logicalId(name);
  if (warehouse.kind === 'redshift-serverless-namespace') {
    return {
      title: `Copy snapshots of ${name} to ${target}`,
      cloudformation: [{ region: from, merge: true, note: `merge this property into the namespace ${name}`, resources: { [id]: { Type: 'AWS::RedshiftServerless::Namespace', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { SnapshotCopyConfigurations: [{ DestinationRegion: target, SnapshotRetentionPeriod: 7 }] } } } }],
      cli: [{ region: from, words: ['redshift-serverless', 'create-snapshot-copy-configuration', '--namespace-name', name, '--destination-region', target, '--snapshot-retention-period', '7'] }],
      limits: nameLimit(warehouse),
    };
  }
  if (warehouse.kind !== 'redshift-cluster') return undefined;
  const grant = `${identifier(name)}-from-${from}`;
  const encrypted = warehouse.attributes.encrypted !== false;
  return {
    title: `Copy snapshots of ${name} to ${target}`,
    cloudformation: [
      ...(encrypted ? [{ region: target, resources: { [`${id}CopyGrant`]: { Type: 'AWS::Redshift::SnapshotCopyGrant', Properties: { SnapshotCopyGrantName: grant } } } }] : []),
      { region: from, merge: true, note: `merge these properties into the cluster ${name}`, resources: { [id]: { Type: 'AWS::Redshift::Cluster', DeletionPolicy: 'Snapshot', UpdateReplacePolicy: 'Snapshot', Properties: { DestinationRegion: target, SnapshotCopyRetentionPeriod: 7, ...(encrypted ? { SnapshotCopyGrantName: grant } : {}) } } } },
    ],
    terraform: [
      targetProvider(target),
      ...(encrypted ? [{ type: 'resource', labels: ['aws_redshift_snapshot_copy_grant', label(name)], body: { provider: inTarget, snapshot_copy_grant_name: grant } }] : []),
      { type: 'resource', labels: ['aws_redshift_snapshot_copy', label(name)], body: { cluster_identifier: name, destination_region: target, retention_period: 7, ...(encrypted ? { snapshot_copy_grant_name: expression(`aws_redshift_snapshot_copy_grant.${label(name)}.snapshot_copy_grant_name`) } : {}) } },
    ],
    cli: [
      ...(encrypted ? [{ region: target, words: ['redshift', 'create-snapshot-copy-grant', '--snapshot-copy-grant-name', grant] as const, note: 'Only for an encrypted cluster' }] : []),
      { region: from, words: ['redshift', 'enable-snapshot-copy', '--cluster-identifier', name, '--destination-region', target, '--retention-period', '7', ...(encrypted ? ['--snapshot-copy-grant-name', grant] : [])] },
    ],
    limits: [...nameLimit(warehouse), 'Copies are kept for 7 days here: decide on it.'],
  };
};
