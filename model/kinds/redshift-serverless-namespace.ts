import { z } from 'zod';
import { kind } from '../kind.ts';
import { usesKeys, usesRoles } from '../linking.ts';
import { filled, isSet, setOf } from '../reading.ts';

export const redshiftServerlessNamespace = kind({
  id: 'redshift-serverless-namespace',
  title: 'Redshift Serverless namespace',
  traits: ['data-store'],
  names: { cloudformation: 'AWS::RedshiftServerless::Namespace', terraform: ['aws_redshiftserverless_namespace'] },
  arn: 'arn:{partition}:redshift-serverless:{region}:{account}:namespace/{id}',
  name: { cloudformation: 'NamespaceName', terraform: 'namespace_name' },
  attributes: z.object({
    copyRegions: z.array(z.string()).describe('Regions that snapshots are copied to'),
    kmsKey: z.string().describe('Key for encryption at rest'),
    managedPassword: z.boolean().describe('Redshift manages the admin password in Secrets Manager'),
    passwordKey: z.string().describe('Key of the managed admin password'),
    roles: z.array(z.string()).describe('Roles that the namespace uses to read and write other services'),
  }),
  read: {
    cloudformation: (from) => ({
      copyRegions: setOf(from.texts('SnapshotCopyConfigurations[].DestinationRegion', [])),
      kmsKey: filled(from.text('KmsKeyId')),
      managedPassword: from.flag('ManageAdminPassword', false),
      passwordKey: filled(from.text('AdminPasswordSecretKmsKeyId')),
      roles: setOf(from.texts('IamRoles[]', [])),
    }),
    terraform: (from) => ({
      kmsKey: filled(from.text('kms_key_id')),
      managedPassword: from.flag('manage_admin_password', false),
      passwordKey: filled(from.text('admin_password_secret_kms_key_id')),
      roles: setOf(from.texts('iam_roles[]', [])),
    }),
    describe: (from) => ({
      copyRegions: setOf(from.texts('SnapshotCopyConfigurations[].destinationRegion', [])),
      kmsKey: from.text('kmsKeyId') === 'AWS_OWNED_KMS_KEY' ? undefined : filled(from.text('kmsKeyId')),
      managedPassword: isSet(from, 'adminPasswordSecretArn'),
      passwordKey: filled(from.text('adminPasswordSecretKmsKeyId')),
      roles: setOf(from.texts('iamRoles[]', [])?.map(roleArnIn)),
    }),
  },
  references: ({ kmsKey, passwordKey, roles = [] }) => [...usesKeys(kmsKey, passwordKey), ...usesRoles(...roles)],
});

/** The API writes a role with the state of its application: IamRole(applyStatus=in-sync, iamRoleArn=arn:aws:iam::123456789012:role/load). */
const roleArnIn = (role: string): string => /arn:[^,)\s]+/.exec(role)?.[0] ?? role;
