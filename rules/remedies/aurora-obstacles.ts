import type { CliCall, MakeRemedy, TemplatePiece } from '../remedy.ts';
import { homeOf, logicalId, nameLimit } from './words.ts';

const replacement = 'db.r7g.large';

/** Backtracking off and burstable instances moved, which keep a cluster out of a global database. */
export const auroraObstacles: MakeRemedy = (cluster, { intent: { home }, graph }) => {
  if (cluster.kind !== 'rds-cluster') return undefined;
  const { name, attributes: { backtrackSeconds = 0 } } = cluster;
  const region = homeOf(cluster, home);
  const burstable = graph.out(cluster.id, 'contains').flatMap(({ to }) => {
    const member = graph.resource(to);
    return member?.kind === 'rds-instance' && member.attributes.instanceClasses?.some((type) => type.startsWith('db.t')) === true ? [member] : [];
  });
  const resources: TemplatePiece['resources'] = {
    ...(backtrackSeconds > 0 ? { [logicalId(name)]: { Type: 'AWS::RDS::DBCluster', DeletionPolicy: 'Snapshot', UpdateReplacePolicy: 'Snapshot', Properties: { BacktrackWindow: 0 } } } : {}),
    ...Object.fromEntries(burstable.map((member) => [logicalId(member.name), { Type: 'AWS::RDS::DBInstance', Properties: { DBInstanceClass: replacement } }])),
  };
  const calls: CliCall[] = [
    ...(backtrackSeconds > 0 ? [{ region, words: ['rds', 'modify-db-cluster', '--db-cluster-identifier', name, '--backtrack-window', '0', '--apply-immediately'] as const }] : []),
    ...burstable.map((member): CliCall => ({ region, words: ['rds', 'modify-db-instance', '--db-instance-identifier', member.name, '--db-instance-class', replacement, '--apply-immediately'], note: 'Fails over to another instance, or restarts the only one' })),
  ];
  return calls.length === 0 ? undefined : {
    title: `Let ${name} join a global database`,
    cloudformation: [{ region, merge: true, note: `merge these properties into ${name} and its instances`, resources }],
    cli: calls,
    limits: [...nameLimit(cluster), ...(backtrackSeconds > 0 ? ['A cluster whose backtracking is off cannot have it again.'] : []), ...(burstable.length > 0 ? [`${replacement} is ours: choose the size that the load needs.`] : []), 'Serverless v1 and old engine versions are not moved by it.'],
  };
};
