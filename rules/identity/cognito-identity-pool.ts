import { peers } from '../../graph/queries/peer.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { tagged } from '../../model/tag-table.ts';
import { rule } from '../rule.ts';
import { hasCounterpart } from '../support/has-counterpart.ts';
import { perView } from '../support/per-view.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, unknown } from '../verdict.ts';

const pool = yaml`
  Visitors:
    Type: AWS::Cognito::IdentityPool
    Properties: { IdentityPoolName: visitors, AllowUnauthenticatedIdentities: false }
`;
const ownFolder = yaml`
  Own:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: { Statement: [{ Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::uploads/\${cognito-identity.amazonaws.com:sub}/*' }] }
`;

export const identityCognitoIdentityPool = rule({
  id: 'identity-cognito-identity-pool',
  title: 'Identity pool, and what is keyed by its ids, belong to the home region',
  on: 'resource',
  types: ['AWS::Cognito::IdentityPool'],
  severity: severities('M/H/H/C'),
  why: 'An identity pool hands out ids that begin with its region and are other ones in any other pool. Clients of the home pool get no credentials without its region, and what is stored under the old ids is not found under the new ones.',
  fix: 'Create an identity pool in the target region over the same identity providers, let roles trust both pools, let clients choose the pool of their region, and key data by the subject of the user pool or an id of your own.',
  effect: 'RPO of data that is keyed by ids of the home pool is everything for its owners, who get other ids in the target. RTO grows by a new pool, its roles, and a release of the clients that name the old one.',
  links: ['https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html', 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html'],
  examples: {
    gap: [{ home: pool }, { name: 'folders by the id of the identity', home: `${pool}\n${ownFolder}`, target: pool }],
    ready: [{ name: 'a pool that is declared to be its counterpart', home: pool.replace('visitors,', "visitors, IdentityPoolTags: [{ Key: mr:counterpart, Value: visitors }],"), target: pool }],
    unknown: [{ name: 'a pool in each region', home: pool, target: pool }],
  },

  check(resource, context) {
    const { graph, intent: { target } } = context;
    const [peer] = peers(graph, resource, target);
    if (peer === undefined || tagged(resource, 'mr:counterpart') !== undefined) return hasCounterpart(resource, context);
    const [policy] = keyedByIdentity(graph);
    if (policy !== undefined) return gap(`${resource.name} and ${peer.resource.name} in ${target} give the same user different ids, and ${policy.name} grants by them.`);
    return unknown(`${resource.name} and ${peer.resource.name} in ${target} give the same user different ids; whether data is kept under them nobody told us.`, { ask: 'Whether anything is stored by identity id; say that nothing is by the tag mr:counterpart on the pool.' });
  },
});

/** Roles and policies whose resources carry the id of the identity. */
const keyedByIdentity: (view: EstateView) => readonly Resource[] = perView((view) =>
  [...view.ofKind('iam-role'), ...view.ofKind('iam-policy')].filter(({ attributes }) => (attributes.statements ?? []).some(({ resources = [] }) => resources.some((arn) => arn.includes('cognito-identity.amazonaws.com:sub')))));
