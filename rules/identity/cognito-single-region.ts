import { peers } from '../../graph/queries/peer.ts';
import { hasSymbol } from '../../model/symbol.ts';
import { userPoolReplica } from '../remedies/user-pool-replica.ts';
import { rule } from '../rule.ts';
import { otherRegions } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const pool = (rest = ''): string => yaml`
  Customers:
    Type: AWS::Cognito::UserPool
    Properties: { UserPoolName: customers${rest} }
`;
const replica = (region: string): string => yaml`
  Replica:
    Type: AWS::Cognito::UserPoolReplica
    Properties: { UserPoolId: !Ref Customers, RegionName: ${region} }
`;

export const identityCognitoSingleRegion = rule({
  id: 'identity-cognito-single-region',
  title: 'User pool is in the home region only',
  on: 'cognito-user-pool',
  needs: ['replicaRegions'],
  severity: severities('H/C/C/C'),
  why: 'Nobody can sign in without the pool, and passwords cannot be taken out of it: users of a new pool start again.',
  fix: 'Replicate the pool to the target region (see identity-cognito-mrr-prereq for what it takes), or keep a second pool that federates to the same identity provider and declare it with the tag mr:counterpart.',
  effect: {
    otherwise: 'RPO is the passwords and profiles of all users, which cannot be taken out of the pool; RTO of signing in is as long as the outage, or a new pool in which everybody sets a password. A replica signs in users that it knows; signing up waits for the primary.',
    'backup-restore': 'RPO is the passwords of all users: a user pool has no backup, and users of a new one start again.',
  },
  links: ['https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region.html'],
  remedy: userPoolReplica,
  examples: {
    gap: [{ home: pool() }, { name: 'a second pool that knows nobody', home: pool(), target: pool() }],
    ready: [{ home: `${pool()}\n${replica('eu-west-1')}` }],
    unknown: [{ name: 'the region is told at deployment', home: `${pool()}\n${replica('!ImportValue second-region')}` }],
  },

  check(pool, { intent: { target }, graph }) {
    const { name, attributes } = pool;
    const regions = attributes.replicaRegions;
    if (regions.includes(target)) {
      const active = attributes.activeReplicaRegions;
      return active === undefined || active.includes(target) ? ready() : gap(`The replica of ${name} in ${target} is not active.`);
    }
    if (regions.some(hasSymbol)) return unknown(`${name} is replicated to a region that is known after deployment; it may or may not be ${target}.`);
    const [peer] = peers(graph, pool, target);
    if (peer?.basis === 'declared') return ready(`${name} is declared to have the counterpart ${peer.resource.name} in ${target}.`);
    const other = peer === undefined ? '' : ` ${peer.resource.name} in ${target} is a pool of its own, which knows none of its users.`;
    return gap(`${name} is replicated to ${otherRegions(regions)}, not to ${target}.${other}`);
  },
});
