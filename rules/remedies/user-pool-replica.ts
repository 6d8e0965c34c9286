import type { MakeRemedy } from '../remedy.ts';
import { homeOf, logicalId, nameLimit } from './words.ts';

/** A replica of the user pool in the target; what it takes beforehand is identity-cognito-mrr-prereq's business. */
export const userPoolReplica: MakeRemedy = (pool, { intent: { home, target } }) => {
  if (pool.kind !== 'cognito-user-pool') return undefined;
  const from = homeOf(pool, home);
  const id = pool.arn?.split('/').at(-1) ?? 'USER-POOL-ID';
  return {
    title: `Replicate ${pool.name} to ${target}`,
    cloudformation: [{ region: from, parameters: { UserPoolId: { Type: 'String', Description: 'Id of the user pool' } }, resources: { [logicalId(pool.name, 'Replica')]: { Type: 'AWS::Cognito::UserPoolReplica', Properties: { UserPoolId: { Ref: 'UserPoolId' }, RegionName: target } } } }],
    cli: [
      { region: from, words: ['cognito-idp', 'create-user-pool-replica', '--user-pool-id', id, '--region-name', target], note: 'It begins inactive' },
      { region: from, words: ['cognito-idp', 'list-user-pool-replicas', '--user-pool-id', id], note: 'Give it triggers and senders of its region before it is activated' },
    ],
    limits: [...nameLimit(pool), 'The pool must be of the Essentials or Plus tier, be encrypted with a multi-Region key that has a replica in the target, and use the updated issuer.', 'Users with TOTP tokens cannot sign in by a replica.'],
  };
};
