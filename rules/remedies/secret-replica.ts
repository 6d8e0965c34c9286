import type { MakeRemedy } from '../remedy.ts';
import { homeOf, keyLimit, label, logicalId, nameLimit } from './words.ts';

/** A replica of the secret in the target; over one that has failed. */
export const secretReplica: MakeRemedy = (secret, { intent: { home, target } }) => {
  if (secret.kind !== 'secret') return undefined;
  const { name, attributes: { kmsKey, replicaRegions = [] } } = secret;
  const from = homeOf(secret, home);
  const failed = replicaRegions.includes(target);
  const regions = [...replicaRegions, target];
  return {
    title: `Replicate the secret ${name} to ${target}`,
    ...(failed ? {} : { cloudformation: [{ region: from, merge: true, note: `merge this property into the secret ${name}`, resources: { [logicalId(name)]: { Type: 'AWS::SecretsManager::Secret', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { ReplicaRegions: regions.map((Region) => ({ Region })) } } } }] as const,
    terraform: [{ type: 'resource', labels: ['aws_secretsmanager_secret', label(name)], body: { name }, blocks: regions.map((region) => ({ type: 'replica', body: { region } })) }] }),
    cli: [{ region: from, words: ['secretsmanager', 'replicate-secret-to-regions', '--secret-id', name, '--add-replica-regions', `Region=${target}`, ...(failed ? ['--force-overwrite-replica-secret'] : [])] }],
    limits: [...nameLimit(secret), ...keyLimit(kmsKey, 'the replica (KmsKeyId)'), ...(failed ? ['A template that lists the region already does nothing about a replica that has failed: only the call does.'] : []), 'The replica is read-only until it is promoted; rotation runs at the primary.'],
  };
};
