import type { EstateView, ResourceOf } from '../../graph/view.ts';
import { parseArn } from '../../model/arn.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { Resource } from '../../model/resource.ts';
import { kmsReplica } from '../remedies/kms-replica.ts';
import { rule } from '../rule.ts';
import { keyIn } from '../support/key-copies.ts';
import { keyUsers } from '../support/key-users.ts';
import { perView } from '../support/per-view.ts';
import { regionsOf, replicasOf } from '../../graph/queries/copies.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready, unknown } from '../verdict.ts';

export const configKmsSingleRegion = rule({
  id: 'config-kms-single-region',
  title: 'What the key has encrypted or signed cannot be decrypted or verified in the target region',
  on: 'kms-key',
  needs: ['multiRegion'],
  severity: severities('M/H/C/C'),
  why: 'A single-Region key never leaves its region: ciphertext that applications carry over, and signatures they make there, are worthless in the target region. Whether a key is multi-Region can never be changed.',
  fix: 'Create a multi-Region primary key with a replica in the target region (same partition, no custom key store), re-encrypt or re-sign, and give the replica its own policy, aliases and tags. Keys that only wrap data at rest in AWS services need no replica: services encrypt anew with a key of the region.',
  effect: 'What was encrypted under the key is unreadable while its region is down, even where the ciphertext has been copied: its RPO is everything, its RTO as long as the outage. It cannot be closed during the event.',
  remedy: kmsReplica,
  links: ['https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html'],
  examples: {
    gap: [
      { name: 'a signing key', home: yaml`
        Tokens:
          Type: AWS::KMS::Key
          Properties: { KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY }
      ` },
      { name: 'the key of a user pool', home: yaml`
        Users:
          Type: AWS::KMS::Key
        Customers:
          Type: AWS::Cognito::UserPool
          Properties: { KeyConfiguration: { KeyType: CUSTOMER_MANAGED_KEY, KmsKeyArn: !GetAtt Users.Arn } }
      ` },
      { name: 'a multi-Region key without a replica in the target', home: yaml`
        Envelope:
          Type: AWS::KMS::Key
          Properties: { MultiRegion: true }
      ` },
    ],
    ready: [
      { name: 'a key of its own in each region, for stores alone', home: yaml`
        Storage:
          Type: AWS::KMS::Key
          Properties: { MultiRegion: true }
        Orders:
          Type: AWS::RDS::DBCluster
          Properties: { Engine: aurora-postgresql, KmsKeyId: !GetAtt Storage.Arn }
      `, target: yaml`
        Storage:
          Type: AWS::KMS::Key
          Properties: { MultiRegion: true }
        Orders:
          Type: AWS::RDS::DBCluster
          Properties: { Engine: aurora-postgresql, KmsKeyId: !GetAtt Storage.Arn }
      ` },
      { name: 'a replica under the same alias', home: yaml`
        Envelope:
          Type: AWS::KMS::Key
          Properties: { MultiRegion: true }
        Alias:
          Type: AWS::KMS::Alias
          Properties: { AliasName: alias/envelope, TargetKeyId: !Ref Envelope }
      `, target: yaml`
        Replica:
          Type: AWS::KMS::ReplicaKey
          Properties: { PrimaryKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab' }
        ReplicaAlias:
          Type: AWS::KMS::Alias
          Properties: { AliasName: alias/envelope, TargetKeyId: !Ref Replica }
      ` },
    ],
    unknown: [
      { name: 'a replica in the target that may be of this key or of another', home: yaml`
        Envelope:
          Type: AWS::KMS::Key
          Properties: { MultiRegion: true }
      `, target: yaml`
        Replica:
          Type: AWS::KMS::ReplicaKey
          Properties: { PrimaryKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab' }
      ` },
      { name: 'signing keys of both regions', home: yaml`
        Tokens:
          Type: AWS::KMS::Key
          Properties: { KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY }
      `, target: yaml`
        Tokens:
          Type: AWS::KMS::Key
          Properties: { KeySpec: RSA_2048, KeyUsage: SIGN_VERIFY }
      ` },
    ],
  },

  /** A single-Region key that only wraps data at rest is config-kms-target-key-missing's business. */
  check(key, { intent: { target }, graph }) {
    const { name, attributes } = key;
    const there = keyIn(graph, key, target);
    if (attributes.multiRegion) {
      const regions = [...(attributes.replicaRegions ?? []), ...regionsOf(replicasOf(graph, key))];
      if (regions.includes(target) || there?.kind === 'kms-replica-key') return ready();
      const stray = strayReplicas(graph).get(target);
      if (stray === undefined && there !== undefined && wrapsStoresOnly(graph, key)) return ready(`${name} wraps data at rest only; in ${target} ${there.name} does.`);
      if (stray === undefined) return gap(`${name} is a multi-Region key without a replica in ${target}.`);
      return unknown(`${target} has the replica key ${stray.name} of a key that nobody identified; it may or may not be ${name}.`, { ask: 'kms:DescribeKey, or the same alias on both keys.' });
    }
    if (there?.kind === 'kms-replica-key' && (isReplicaOf(there, key) || graph.in(there.id, 'replicates').some(({ from }) => from === key.id))) return gap(`${name} is a single-Region key, so ${there.name} in ${target} cannot be its replica: what is encrypted with one cannot be decrypted with the other.`, { blocking: true });
    const pool = keyUsers(graph, key).find(({ kind }) => kind === 'cognito-user-pool');
    if (pool !== undefined) return gap(`${name} encrypts the user pool ${pool.name} and is a single-Region key, so the pool cannot be replicated to ${target}.`, { blocking: true });
    if (!isPortable(key)) return undefined;
    if (there === undefined) return gap(`${name} signs or encrypts for applications and is a single-Region key, so ${target} cannot ${verb(key)}.`, { blocking: true });
    return unknown(`${name} and ${there.name} in ${target} are different keys; whether both are trusted wherever one is used nobody told us.`, { ask: 'Whether verifiers take the public keys of both regions, or the tag mr:pinned with the reason.' });
  },
});

/** Whether the replica names a primary key of the same place, which has no multi-Region key that it could be. */
const isReplicaOf = ({ attributes: { primary = '' } }: ResourceOf<'kms-replica-key'>, { region, account }: Resource): boolean => {
  const arn = parseArn(primary);
  return arn !== undefined && arn.region === region && (account === undefined || arn.account === account);
};

/** Whether all that uses the key are stores, which encrypt what they copy anew; a role or a program that may call it carries ciphertext over. */
function wrapsStoresOnly(graph: EstateView, key: Resource): boolean {
  const users = graph.in(key.id, 'uses-key').flatMap(({ from }) => graph.resource(from) ?? []);
  return users.length > 0 && users.every(({ kind }) => kind !== undefined && kind !== 'secret' && (kinds[kind] as Kind).traits.includes('data-store'));
}

/** Asymmetric and MAC keys are called by applications, never by services that encrypt data at rest. */
function isPortable({ attributes: { usage = 'ENCRYPT_DECRYPT', spec = 'SYMMETRIC_DEFAULT' } }: ResourceOf<'kms-key'>): boolean {
  return usage !== 'ENCRYPT_DECRYPT' || spec !== 'SYMMETRIC_DEFAULT';
}

function verb({ attributes: { usage } }: ResourceOf<'kms-key'>): string {
  return usage === 'SIGN_VERIFY' || usage === 'GENERATE_VERIFY_MAC' ? 'sign in its name' : 'decrypt what it has encrypted';
}

/** Replicas by region whose primary is not in the estate, or not known by its id; one of each region. */
const strayReplicas = perView((view) => new Map(view.ofKind('kms-replica-key').flatMap((replica) => (replica.region === undefined || view.in(replica.id, 'replicates').length > 0 ? [] : [[replica.region, replica as Resource] as const]))));
