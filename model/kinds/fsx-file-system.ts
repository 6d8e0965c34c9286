import { z } from 'zod';
import { kind } from '../kind.ts';
import { attachesTo, edges, usesKeys } from '../linking.ts';
import { filled, setOf, single, union } from '../reading.ts';

/** Terraform has a type for each of the file systems. */
const terraformTypes: Readonly<Record<string, string>> = {
  aws_fsx_windows_file_system: 'WINDOWS', aws_fsx_lustre_file_system: 'LUSTRE', aws_fsx_ontap_file_system: 'ONTAP', aws_fsx_openzfs_file_system: 'OPENZFS',
};
/** Members of CloudFormation and of the API that configure each. */
const configurations: Readonly<Record<string, string>> = { WINDOWS: 'WindowsConfiguration', LUSTRE: 'LustreConfiguration', ONTAP: 'OntapConfiguration', OPENZFS: 'OpenZFSConfiguration' };

export const fsxFileSystem = kind({
  id: 'fsx-file-system',
  title: 'FSx file system',
  traits: ['data-store'],
  names: { cloudformation: 'AWS::FSx::FileSystem', terraform: Object.keys(terraformTypes) },
  arn: 'arn:{partition}:fsx:{region}:{account}:file-system/{id}',
  name: {},
  hosts: ['{id}.fsx.{region}.{suffix}'],
  attributes: z.object({
    system: z.string().describe('WINDOWS, LUSTRE, ONTAP or OPENZFS'),
    deployment: z.string().describe('Deployment type: MULTI_AZ_1, SINGLE_AZ_2, SCRATCH_2, PERSISTENT_2 …'),
    backupRetentionDays: z.number().describe('Days that automatic backups are kept; 0 means none are made'),
    repositories: z.array(z.string()).describe('Buckets that a Lustre file system is linked with: s3:// paths or symbols'),
    kmsKey: z.string().describe('Key for encryption at rest'),
    subnets: z.array(z.string()).describe('Subnets that it is reached in'),
    securityGroups: z.array(z.string()).describe('Security groups of its network interfaces'),
  }),
  read: {
    cloudformation: (from) => {
      const own = configurations[from.text('FileSystemType') ?? ''];
      return {
        system: from.text('FileSystemType'),
        deployment: own === undefined ? undefined : from.text(`${own}.DeploymentType`),
        backupRetentionDays: own === undefined ? undefined : from.count(`${own}.AutomaticBackupRetentionDays`),
        repositories: union(single(from, 'LustreConfiguration.ImportPath'), single(from, 'LustreConfiguration.ExportPath')),
        kmsKey: filled(from.text('KmsKeyId')),
        subnets: setOf(from.texts('SubnetIds[]', [])),
        securityGroups: setOf(from.texts('SecurityGroupIds[]', [])),
      };
    },
    terraform: (from, { type }) => ({
      system: terraformTypes[type],
      deployment: filled(from.text('deployment_type')),
      backupRetentionDays: from.count('automatic_backup_retention_days'),
      repositories: type === 'aws_fsx_lustre_file_system' ? union(single(from, 'import_path'), single(from, 'export_path')) : [],
      kmsKey: filled(from.text('kms_key_id')),
      subnets: setOf(from.texts('subnet_ids[]', [])),
      securityGroups: setOf(from.texts('security_group_ids[]', [])),
    }),
    describe: (from) => {
      const own = configurations[from.text('FileSystemType') ?? ''];
      return {
        system: from.text('FileSystemType'),
        deployment: own === undefined ? undefined : from.text(`${own}.DeploymentType`),
        backupRetentionDays: own === undefined ? undefined : from.count(`${own}.AutomaticBackupRetentionDays`),
        repositories: union(
          single(from, 'LustreConfiguration.DataRepositoryConfiguration.ImportPath'),
          single(from, 'LustreConfiguration.DataRepositoryConfiguration.ExportPath'),
          from.texts('DataRepositoryAssociations[].DataRepositoryPath', []),
        ),
        kmsKey: filled(from.text('KmsKeyId')),
        subnets: setOf(from.texts('SubnetIds[]', [])),
      };
    },
  },
  parts: {
    'AWS::FSx::DataRepositoryAssociation': { of: 'FileSystemId', read: (from) => ({ repositories: from.texts('DataRepositoryPath') }) },
    aws_fsx_data_repository_association: { of: 'file_system_id', read: (from) => ({ repositories: from.texts('data_repository_path') }) },
  },
  references: ({ repositories = [], kmsKey, subnets, securityGroups }) => [
    ...edges('reads', repositories.map((path) => /^s3:\/\/([^/]+)/.exec(path)?.[1] ?? path), 'AWS::S3::Bucket'),
    ...usesKeys(kmsKey),
    ...attachesTo({ subnets, securityGroups }),
  ],
});
