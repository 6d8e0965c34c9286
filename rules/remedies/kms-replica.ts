import { expression, jsonDocument, type MakeRemedy } from '../remedy.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { homeOf, inTarget, label, logicalId, targetProvider } from './words.ts';

const primary = { Type: 'String', Description: 'ARN of the multi-Region primary key' };

/** A replica of a multi-Region key in the target, under an alias that both share; for a single-Region key, a multi-Region one to move to, with its replica. */
export const kmsReplica: MakeRemedy = (key, { intent: { home, target }, graph }) => {
  if (key.kind !== 'kms-key') return undefined;
  const { name, account = 'ACCOUNT', partition = 'aws', attributes: { multiRegion = false, spec = 'SYMMETRIC_DEFAULT', usage = 'ENCRYPT_DECRYPT' } } = key;
  const from = homeOf(key, home);
  const [id, tf] = [logicalId(name), label(name)];
  const policy = { Version: '2012-10-17', Statement: [{ Sid: 'Account', Effect: 'Allow', Principal: { AWS: `arn:${partition}:iam::${account}:root` }, Action: 'kms:*', Resource: '*' }] };
  // A replica has the id of its primary.
  const own = multiRegion ? (key.arn?.split('/').at(-1) ?? 'KEY_ID') : 'KEY_ID';
  const present = multiRegion ? aliasOf(graph, key) : undefined;
  const alias = present ?? `alias/${name.replace(/[^A-Za-z0-9/_-]+/g, '-')}-multi-region`;
  const aliasFor = (id: string) => ({ Type: 'AWS::KMS::Alias', Properties: { AliasName: alias, TargetKeyId: { Ref: id } } });
  const asked = { KeySpec: spec, KeyUsage: usage };
  return {
    title: multiRegion ? `Replicate the key ${name} to ${target}` : `Create a multi-Region key in place of ${name}, with a replica in ${target}`,
    cloudformation: [
      ...(multiRegion ? [] : [{ region: from, resources: { [`${id}MultiRegion`]: { Type: 'AWS::KMS::Key', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { MultiRegion: true, ...asked, KeyPolicy: policy } }, [`${id}MultiRegionAlias`]: aliasFor(`${id}MultiRegion`) } }]),
      ...(multiRegion && present === undefined ? [{ region: from, parameters: { PrimaryKeyArn: primary }, resources: { [`${id}Alias`]: aliasFor('PrimaryKeyArn') } }] : []),
      {
        region: target,
        parameters: { PrimaryKeyArn: primary },
        resources: {
          [`${id}Replica`]: { Type: 'AWS::KMS::ReplicaKey', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { PrimaryKeyArn: { Ref: 'PrimaryKeyArn' }, KeyPolicy: policy } },
          [`${id}ReplicaAlias`]: aliasFor(`${id}Replica`),
        },
      },
    ],
    terraform: [
      targetProvider(target),
      ...(multiRegion
        ? [{ type: 'variable', labels: [`${tf}_primary`], body: { type: expression('string'), description: 'ARN of the multi-Region primary key' } }]
        : [{ type: 'resource', labels: ['aws_kms_key', `${tf}_multi_region`], body: { multi_region: true, customer_master_key_spec: spec, key_usage: usage, policy: jsonDocument(policy) } }]),
      { type: 'resource', labels: ['aws_kms_replica_key', tf], body: { provider: inTarget, primary_key_arn: expression(multiRegion ? `var.${tf}_primary` : `aws_kms_key.${tf}_multi_region.arn`), policy: jsonDocument(policy) } },
      ...(multiRegion && present !== undefined ? [] : [{ type: 'resource', labels: ['aws_kms_alias', `${tf}_primary`], body: { name: alias, target_key_id: expression(multiRegion ? `var.${tf}_primary` : `aws_kms_key.${tf}_multi_region.key_id`) } }]),
      { type: 'resource', labels: ['aws_kms_alias', tf], body: { provider: inTarget, name: alias, target_key_id: expression(`aws_kms_replica_key.${tf}.key_id`) } },
    ],
    cli: [
      ...(multiRegion ? [] : [{ region: from, words: ['kms', 'create-key', '--multi-region', '--key-spec', spec, '--key-usage', usage] as const, note: 'Put the id that it answers in place of KEY_ID' }]),
      { region: from, words: ['kms', 'replicate-key', '--key-id', own, '--replica-region', target] },
      ...(multiRegion && present !== undefined ? [] : [{ region: from, words: ['kms', 'create-alias', '--alias-name', alias, '--target-key-id', own] as const }]),
      { region: target, words: ['kms', 'create-alias', '--alias-name', alias, '--target-key-id', own] },
    ],
    limits: [
      'The policy lets the account decide by IAM: give the replica the statements of the key, which are not replicated.',
      ...(multiRegion ? [] : ['A key never becomes a multi-Region one: encrypt or sign again with the new key under its alias before the old one goes.']),
      ...(key.account === undefined ? ['Put the account in place of ACCOUNT.'] : []),
    ],
  };
};

/** Name of the first alias of the key. */
function aliasOf(graph: EstateView, { id }: Resource): string | undefined {
  return graph.in(id, 'uses-key').flatMap(({ from }) => graph.resource(from) ?? []).find(({ kind, name }) => kind === 'kms-alias' && name.startsWith('alias/'))?.name;
}
