import type { MakeRemedy } from '../remedy.ts';
import { homeOf, keyLimit, label, logicalId, nameLimit } from './words.ts';

/** A replica of the secret in the target; over one that has failed. */
export const secretReplica: MakeRemedy = (secret, { intent: { home, target } }) => {
  if (secret.kind !== 'secret') return undefined;
  const { name, attributes: { kmsKey, replicaRegions = [] } } = secret;
  const from = homeOf(secret, home);
  const regions = [...replicaRegions.filter((region) => region !== target), target];
  return {
    title: `Replicate the secret ${name} to ${target}`,
    cloudformation: [{ region: from, note: `merge this property into the secret ${name}`, resources: { [logicalId(name)]: { Type: 'AWS::SecretsManager::Secret', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { Name: name, ReplicaRegions: regions.map((Region) => ({ Region })) } } } }],
    terraform: [{ type: 'resource', labels: ['aws_secretsmanager_secret', label(name)], body: { name }, blocks: regions.map((region) => ({ type: 'replica', body: { region } })) }],
    cli: [{ region: from, words: ['secretsmanager', 'replicate-secret-to-regions', '--secret-id', name, '--add-replica-regions', `Region=${target}`, ...(replicaRegions.includes(target) ? ['--force-overwrite-replica-secret'] : [])] }],
    limits: [...nameLimit(secret), ...keyLimit(kmsKey, 'the replica (KmsKeyId)'), 'The replica is read-only until it is promoted; rotation runs at the primary.'],
  };
};
