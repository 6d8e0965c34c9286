import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges } from '../linking.ts';

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
    cloudformation: (from) => ({ key: from.text('TargetKeyId') }),
    terraform: (from) => ({ key: from.text('target_key_id') }),
    describe: (from) => ({ key: from.text('TargetKeyId') }),
  },
  references: ({ key }) => edges('uses-key', key, 'AWS::KMS::Key'),
});
