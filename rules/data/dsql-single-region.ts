import { peers } from '../../graph/queries/peer.ts';
import { rule } from '../rule.ts';
import { copiedByBackup } from '../support/backup-copies.ts';
import { otherRegions } from '../support/list.ts';
import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const cluster = (peer: string): string => yaml`
  Ledger:
    Type: AWS::DSQL::Cluster
    Properties: { MultiRegionProperties: { WitnessRegion: us-west-2, Clusters: [${peer}] } }
`;

export const dataDsqlSingleRegion = rule({
  id: 'data-dsql-single-region',
  title: 'Aurora DSQL cluster is not linked with the target region',
  on: 'dsql-cluster',
  needs: ['peers'],
  severity: severities('H/C/C/C'),
  why: 'The data exists in one region only; a cluster that is not linked is restored from a copied backup, if there is one.',
  fix: 'Create linked clusters in both regions with a witness in a third of the same set (United States, Europe or Asia Pacific). Where the target lies outside of the set, copy backups, or use another store. Applications connect to their own region’s endpoint and retry on conflicts.',
  effect: 'RPO is everything since the last backup that was copied to the target, or all of it, and RTO the restore. Linked clusters commit in both regions, so that RPO is zero and the other endpoint is active already.',
  links: ['https://docs.aws.amazon.com/aurora-dsql/latest/userguide/what-is-aurora-dsql.html'],
  examples: {
    gap: [
      { home: yaml`
        Ledger:
          Type: AWS::DSQL::Cluster
      ` },
      { name: 'linked with another region', home: cluster('arn:aws:dsql:us-east-2:111122223333:cluster/abc') },
    ],
    ready: [{ home: cluster('arn:aws:dsql:us-east-2:111122223333:cluster/abc'), targetRegion: 'us-east-2' }],
    unknown: [
      { home: cluster("'{{resolve:ssm:/ledger/peer}}'") },
      { name: 'the same template in both regions, which links nothing yet', home: cluster(''), target: cluster('') },
    ],
  },

  check(cluster, context) {
    const { graph, intent: { target } } = context;
    const places = replicasOf(graph, cluster);
    if (regionsOf(places).includes(target)) return ready();
    const backed = copiedByBackup(cluster, context);
    if (backed !== undefined) return backed;
    if (places.some(({ region }) => region === undefined)) return unknown(`${cluster.name} is linked with a cluster whose region nobody told us; it may or may not be in ${target}.`);
    // A cluster is linked after both exist: a template that is deployed to both regions cannot name the other one at first.
    const [there] = places.length === 0 ? peers(graph, cluster, target) : [];
    if (there !== undefined) return unknown(`${target} has ${there.resource.name}; whether the two are linked nobody told us.`, { ask: 'dsql:GetCluster: multiRegionProperties of both clusters; a scan of both regions tells.' });
    const witness = cluster.attributes.witnessRegion === target ? ` ${target} holds only its witness, which has no endpoint.` : '';
    return gap(`${cluster.name} is linked with ${otherRegions(regionsOf(places).filter((region) => region !== cluster.region))}, not with ${target}.${witness}`);
  },
});
