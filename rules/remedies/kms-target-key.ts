import { expression, jsonDocument, type MakeRemedy } from '../remedy.ts';
import { aliasesOf } from '../support/key-users.ts';
import { inTarget, label, logicalId, targetProvider } from './words.ts';

/** A key of the same alias in the target: services encrypt anew with it. */
export const kmsTargetKey: MakeRemedy = (key, { intent: { target }, graph }) => {
  if (key.kind !== 'kms-key') return undefined;
  const { name, account = 'ACCOUNT', partition = 'aws' } = key;
  const alias = aliasesOf(graph, key).map((each) => each.name).find((each) => each.startsWith('alias/')) ?? `alias/${name.replace(/[^A-Za-z0-9/_-]+/g, '-')}`;
  const [id, tf] = [logicalId(name), label(name)];
  const policy = { Version: '2012-10-17', Statement: [{ Sid: 'Account', Effect: 'Allow', Principal: { AWS: `arn:${partition}:iam::${account}:root` }, Action: 'kms:*', Resource: '*' }] };
  return {
    title: `Create a key in ${target} that takes the place of ${name}`,
    cloudformation: [{
      region: target,
      resources: {
        [id]: { Type: 'AWS::KMS::Key', DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', Properties: { EnableKeyRotation: true, KeyPolicy: policy } },
        [`${id}Alias`]: { Type: 'AWS::KMS::Alias', Properties: { AliasName: alias, TargetKeyId: { Ref: id } } },
      },
    }],
    terraform: [
      targetProvider(target),
      { type: 'resource', labels: ['aws_kms_key', tf], body: { provider: inTarget, enable_key_rotation: true, policy: jsonDocument(policy) } },
      { type: 'resource', labels: ['aws_kms_alias', tf], body: { provider: inTarget, name: alias, target_key_id: expression(`aws_kms_key.${tf}.key_id`) } },
    ],
    cli: [
      { region: target, words: ['kms', 'create-key', '--description', `Takes the place of ${alias}`], note: 'Put the id that it answers in place of KEY_ID' },
      { region: target, words: ['kms', 'create-alias', '--alias-name', alias, '--target-key-id', 'KEY_ID'] },
    ],
    limits: ['The policy lets the account decide by IAM: add the statements of the key, such as those for service-linked roles.', ...(key.account === undefined ? ['Put the account in place of ACCOUNT.'] : [])],
  };
};
