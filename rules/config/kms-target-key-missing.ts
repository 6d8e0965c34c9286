import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { kmsTargetKey } from '../remedies/kms-target-key.ts';
import { rule } from '../rule.ts';
import { keyIn } from '../support/key-copies.ts';
import { aliasesOf, keyUsers } from '../support/key-users.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const encrypted = yaml`
  Key:
    Type: AWS::KMS::Key
  Alias:
    Type: AWS::KMS::Alias
    Properties: { AliasName: alias/shop, TargetKeyId: !Ref Key }
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: { SSESpecification: { SSEEnabled: true, SSEType: KMS, KMSMasterKeyId: !GetAtt Key.Arn } }
`;

export const configKmsTargetKeyMissing = rule({
  id: 'config-kms-target-key-missing',
  title: 'Target region has no key for what is encrypted',
  on: 'kms-key',
  needs: ['multiRegion'],
  severity: severities('H/C/C/C'),
  why: 'Copies are encrypted anew with a key of their own region; without one they cannot be created or, if they are, not be read.',
  fix: 'Declare a key in each region from the same template, under the same alias, with a policy for the same roles and service-linked roles, and refer to it by alias.',
  effect: {
    otherwise: 'Encrypted copies cannot be created in the target, so that RPO is that of no copy at all until a key is there; RTO grows by creating the key and making the copies.',
    'backup-restore': 'Copies of encrypted backups fail or are made with a key of no use to the restore: RPO is that of no copy, and RTO grows by creating the key and its grants.',
  },
  remedy: kmsTargetKey,
  links: ['https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html'],
  examples: {
    gap: [{ home: encrypted }, { name: 'what is in the target names the key of home', home: encrypted, target: `${encrypted}\n${yaml`
      Jobs:
        Type: AWS::SQS::Queue
        Properties: { QueueName: jobs, KmsMasterKeyId: 'arn:aws:kms:us-east-1:111122223333:alias/shop' }
    `}` }],
    ready: [
      { name: 'the same template in both regions', home: encrypted, target: encrypted },
      { name: 'another key under the same alias', home: encrypted, target: yaml`
        EuropeanKey:
          Type: AWS::KMS::Key
        EuropeanAlias:
          Type: AWS::KMS::Alias
          Properties: { AliasName: alias/shop, TargetKeyId: !Ref EuropeanKey }
      ` },
    ],
    unknown: [{ name: 'whether it is a multi-Region key depends on deployment', home: yaml`
      Key:
        Type: AWS::KMS::Key
        Properties: { MultiRegion: '{{resolve:ssm:/keys/multi-region}}' }
    ` }],
  },

  /** Multi-Region keys, and keys that applications sign or verify with, are config-kms-single-region's business. */
  check(key, { intent: { target }, graph }) {
    const { name, attributes } = key;
    const [abroad] = usersAbroad(graph, key, target);
    if (abroad !== undefined) return gap(`${abroad.name} in ${target} is to be encrypted with ${name}, a key of ${key.region ?? 'another region'}: keys work in their own region only.`, { blocking: true });
    if (attributes.multiRegion || (attributes.usage ?? 'ENCRYPT_DECRYPT') !== 'ENCRYPT_DECRYPT') return undefined;
    const users = keyUsers(graph, key);
    if (users.length === 0) return undefined;
    const there = keyIn(graph, key, target);
    if (there === undefined) return gap(`${target} has no counterpart of ${name}, which encrypts ${some(users.map((user) => user.name))}.`, { evidence: users.slice(0, 100).map((user) => ({ what: `encrypts ${user.resourceType}`, value: user.name })) });
    const unusable = there.kind === 'kms-key' && there.attributes.enabled === false;
    return unusable ? gap(`${there.name}, the counterpart of ${name} in ${target}, is disabled.`) : ready();
  },
});

/** What is in the target and names the key for itself; what replicates from there names it for the copies. */
const usersAbroad = (view: EstateView, key: Resource, target: string): Resource[] =>
  key.region === undefined || key.region === target ? [] : [key, ...aliasesOf(view, key)].flatMap(({ id }) => view.in(id, 'uses-key')).flatMap(({ from, evidence }) => {
    const user = view.resource(from);
    const own = evidence.some(({ how, confidence }) => confidence === 'declared' && !how.startsWith('role ') && !/destination|replica/i.test(how));
    return user?.region === target && own ? [user] : [];
  });

const some = (names: readonly string[]): string => (names.length <= 3 ? listed(names) : `${listed(names.slice(0, 3))} and ${names.length - 3} more`);
