import { detail, probe, type Listed } from '../probe.ts';
import { secretsManager } from '../services/secrets-manager.ts';
import { tagsIn } from '../tags.ts';

const secretId = ({ arn, name }: Listed): { SecretId: string } => ({ SecretId: arn ?? name });

/** Asks for nothing of the secret's value. */
export const secret = probe({
  kind: 'secret',
  lists: [[secretsManager, 'ListSecrets']],
  async *list(place) {
    for await (const { SecretList = [] } of place.pages(secretsManager, 'ListSecrets', { MaxResults: 100 })) {
      for (const each of SecretList) if (each.Name !== undefined) yield { name: each.Name, arn: each.ARN, tags: tagsIn(each.Tags ?? []), document: each };
    }
  },
  details: {
    Secret: detail(secretsManager, 'DescribeSecret', { input: secretId, take: (secret) => secret, base: true, answers: ['replicaRegions', 'replicas'] }),
    ResourcePolicy: detail(secretsManager, 'GetResourcePolicy', { input: secretId, take: ({ ResourcePolicy }) => ResourcePolicy, answers: ['policy'] }),
  },
  beyondConfig: ['replicaRegions', 'replicas', 'owner', 'policy', 'rotates', 'rotationFunction'],
});
