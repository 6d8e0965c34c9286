import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';
import type { Properties } from '../properties.ts';

export const kmsAlias = kind({
  id: 'kms-alias',
  title: 'KMS alias',
  traits: ['key', 'config'],
  names: { cloudformation: 'AWS::KMS::Alias', terraform: ['aws_kms_alias'] },
  arn: 'arn:{partition}:kms:{region}:{account}:{name}',
  name: { cloudformation: 'AliasName', terraform: 'name' },
  attributes: z.object({
    key: z.string().describe('Key that it stands for: id, ARN or symbol'),
  }),
  read: {
    cloudformation: declared,
    terraform: (from) => ({ key: from.text('target_key_id') }),
    describe: declared,
  },
  references: ({ key }) => edges('uses-key', key, 'AWS::KMS::Key'),
});

/** The service answers with the members that the template has. */
function declared(from: Properties) {
  return { key: from.text('TargetKeyId') };
}
