import { secretReplica } from '../remedies/secret-replica.ts';
import { rule } from '../rule.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

const secret = yaml`
  Stripe:
    Type: AWS::SecretsManager::Secret
    Properties: { Name: payments/stripe, ReplicaRegions: [{ Region: eu-west-1 }] }
`;
const arn = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:payments/stripe-AbCdEf';
const told = (Status: string) => [{ kind: 'secret', name: 'payments/stripe', arn, document: { Name: 'payments/stripe', ReplicationStatus: [{ Region: 'eu-west-1', Status }] } }] as const;

export const configSecretReplicaStale = rule({
  id: 'config-secret-replica-stale',
  title: 'Replica of the secret is not in step',
  on: 'secret',
  needs: ['replicas'],
  severity: severities('M/H/H/H'),
  why: 'What starts in the target region reads an old password, or none. Replication fails for a secret of the same name that is there already, or for a key that must not be used.',
  fix: 'Read the status message, allow the key in the target region, and replicate again with ForceOverwriteReplicaSecret where a secret of the same name stands in the way.',
  effect: 'No effect on RPO of data. Logins in the target fail with an old value or none: RTO grows by resetting the password in each system that the secret opens.',
  remedy: secretReplica,
  links: [
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicationStatusType.html',
  ],
  examples: {
    gap: [{ home: secret, described: told('Failed') }],
    ready: [{ home: secret, described: told('InSync') }],
    unknown: [
      { name: 'no template can say whether it is in step', home: secret },
      { name: 'it is on its way', home: secret, described: told('InProgress') },
    ],
  },

  /** A secret without a replica in the target is config-secret-no-replica's business. */
  check({ name, attributes }, { intent: { target } }) {
    const replica = attributes.replicas.filter(({ region }) => region === target).toSorted((a, b) => Number(a.status === undefined) - Number(b.status === undefined))[0];
    if (replica === undefined) return undefined;
    switch (replica.status) {
      case 'InSync':
        return ready();
      case 'Failed':
        return gap(`The replica of ${name} in ${target} has failed: it does not hold the secret’s current value.`);
      default:
        return unknown(`Whether the replica of ${name} in ${target} is in step nobody told us${replica.status === undefined ? '' : `: it is ${replica.status}`}.`, { ask: 'secretsmanager:DescribeSecret (ReplicationStatus).' });
    }
  },
});
