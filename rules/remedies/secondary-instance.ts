import { globalMembers } from '../../graph/queries/global-members.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import type { MakeRemedy } from '../remedy.ts';
import { inTarget, label, logicalId, nameLimit, targetProvider } from './words.ts';

/** An instance of the primary’s class in the secondary cluster, and its protection. */
export const secondaryInstance: MakeRemedy = (cluster, { intent: { target }, graph }) => {
  const secondary = cluster.kind === 'rds-cluster' ? globalMembers(graph, cluster)?.find(({ region, resource }) => region === target && resource?.kind === 'rds-cluster')?.resource : undefined;
  if (cluster.kind !== 'rds-cluster' || secondary?.kind !== 'rds-cluster') return undefined;
  const { engine = 'aurora-postgresql', deletionProtection } = cluster.attributes;
  const { name } = secondary;
  const type = classOf(graph, cluster) ?? 'db.r7g.large';
  return {
    title: `Run an instance of ${type} in ${name}`,
    cloudformation: [{ region: target, resources: { [logicalId(name, 'Reader')]: { Type: 'AWS::RDS::DBInstance', Properties: { Engine: engine, DBClusterIdentifier: name, DBInstanceClass: type } } } }],
    terraform: [targetProvider(target), { type: 'resource', labels: ['aws_rds_cluster_instance', `${label(name)}_reader`], body: { provider: inTarget, cluster_identifier: name, engine, instance_class: type } }],
    cli: [
      { region: target, words: ['rds', 'create-db-instance', '--db-instance-identifier', `${name}-reader`, '--db-cluster-identifier', name, '--db-instance-class', type, '--engine', engine] },
      ...(deletionProtection === true ? [{ region: target, words: ['rds', 'modify-db-cluster', '--db-cluster-identifier', name, '--deletion-protection'] as const }] : []),
    ],
    limits: [...nameLimit(secondary), 'Smaller instances of the secondary go, or grow, once it runs. A secondary of another version is upgraded before its primary.', 'Parameter groups, log exports and alarms of the primary are not copied.'],
  };
};

function classOf(graph: EstateView, { id }: Resource): string | undefined {
  return graph.out(id, 'contains').flatMap(({ to }) => { const member = graph.resource(to); return member?.kind === 'rds-instance' ? (member.attributes.instanceClasses ?? []) : []; })[0];
}
