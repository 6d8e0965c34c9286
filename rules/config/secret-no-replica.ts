import { peers } from '../../graph/queries/peer.ts';
import { secretReplica } from '../remedies/secret-replica.ts';
import { rule } from '../rule.ts';
import { replicatedInto } from '../support/regions-held.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { ready } from '../verdict.ts';

const secret = (rest = ''): string => yaml`
  Stripe:
    Type: AWS::SecretsManager::Secret
    Properties: { Name: payments/stripe${rest} }
`;

export const configSecretNoReplica = rule({
  id: 'config-secret-no-replica',
  title: 'Secret is not available in the target region',
  on: 'secret',
  needs: ['replicaRegions'],
  severity: severities('H/C/C/C'),
  why: 'What needs the secret cannot start in the target region, and reading it from the home region fails together with that region.',
  fix: 'Replicate the secret to the target region with a key of that region, or write a secret of the same name there from the same pipeline. On failover promote the replica, which is read-only until then; rotation runs at the primary only, so prepare the rotation function in the target region as well.',
  effect: 'No effect on RPO of data. What needs the secret does not start in the target: RTO grows by finding its value elsewhere and writing it there, and is as long as the outage where nobody has it.',
  remedy: secretReplica,
  links: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html'],
  examples: {
    gap: [
      { home: secret() },
      { name: 'replicated to another region', home: secret(', ReplicaRegions: [{ Region: eu-central-1 }]') },
    ],
    ready: [
      { home: secret(', ReplicaRegions: [{ Region: eu-west-1 }]') },
      { name: 'an independent secret of the same name', home: secret(), target: secret() },
    ],
    unknown: [{ home: secret(", ReplicaRegions: [{ Region: '{{resolve:ssm:/second-region}}' }]") }],
  },

  check(secret, { intent: { target }, graph }) {
    const [peer] = peers(graph, secret, target);
    if (peer !== undefined) return ready(`${peer.resource.name} in ${target} is its counterpart.`);
    return replicatedInto({ name: secret.name, regions: secret.attributes.replicaRegions, target });
  },
});
