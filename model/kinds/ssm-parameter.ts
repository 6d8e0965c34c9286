import { z } from 'zod';
import { kind } from '../kind.ts';
import { usesKeys } from '../linking.ts';
import { setOf, filled } from '../reading.ts';
import { regionsIn } from '../region-token.ts';

export const ssmParameter = kind({
  id: 'ssm-parameter',
  title: 'SSM parameter',
  traits: ['config'],
  names: { cloudformation: 'AWS::SSM::Parameter', terraform: ['aws_ssm_parameter'] },
  arn: 'arn:{partition}:ssm:{region}:{account}:parameter{path}',
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    path: z.string().describe('Name with a leading slash, as its ARN has it'),
    type: z.string().describe('String, StringList or SecureString'),
    dataType: z.string().describe('text or aws:ec2:image'),
    tier: z.string().describe('Standard, Advanced or Intelligent-Tiering'),
    kmsKey: z.string().describe('Key of a SecureString: ARN, id, alias or symbol'),
    regionsInValue: z.array(z.string()).describe('Regions that the value names; the value itself is not kept, that of a SecureString is not looked at'),
  }),
  read: {
    cloudformation: (from) => ({
      path: absolute(from.text('Name')),
      type: from.text('Type'),
      dataType: from.text('DataType', 'text'),
      tier: from.text('Tier'),
      regionsInValue: regionsNamed(from.text('Value')),
    }),
    terraform: (from) => ({
      path: absolute(from.text('name')),
      type: from.text('type'),
      dataType: filled(from.text('data_type', 'text')),
      tier: filled(from.text('tier')),
      kmsKey: filled(from.text('key_id')),
      regionsInValue: plain(from.text('type')) ? regionsNamed(filled(from.text('insecure_value')) ?? from.text('value')) : undefined,
    }),
    describe: (from) => ({
      path: absolute(from.text('Name')),
      type: from.text('Type'),
      dataType: from.text('DataType', 'text'),
      tier: from.text('Tier', 'Standard'),
      kmsKey: filled(from.text('KeyId')),
    }),
  },
  references: ({ kmsKey }) => usesKeys(kmsKey),
});

const absolute = (name: string | undefined): string | undefined => (name === undefined || name.includes('⟦') ? undefined : name.startsWith('/') ? name : `/${name}`);

const plain = (type: string | undefined): boolean => type === 'String' || type === 'StringList';

/** A symbol's own text names the region of its stack, which is not what the value says. */
const regionsNamed = (value: string | undefined): string[] | undefined => (value === undefined ? undefined : setOf(regionsIn(value.replace(/⟦[^⟧]*⟧/g, ' '))));
