import { z } from 'zod';
import { kind } from '../kind.ts';
import { usesKeys } from '../linking.ts';
import { policyStatementSchema, statementsOf } from '../policy.ts';
import { filled, is, isSet, not, union } from '../reading.ts';

/** More images than this are not kept in a snapshot. */
const imageLimit = 2_000;

export const ecrRepository = kind({
  id: 'ecr-repository',
  title: 'ECR repository',
  traits: ['artifact'],
  names: { cloudformation: 'AWS::ECR::Repository', terraform: ['aws_ecr_repository'] },
  arn: 'arn:{partition}:ecr:{region}:{account}:repository/{name}',
  name: { cloudformation: 'RepositoryName', terraform: 'name' },
  hosts: ['{account}.dkr.ecr.{region}.{suffix}/{name}'],
  attributes: z.object({
    immutableTags: z.boolean().describe('Image tags cannot be overwritten'),
    kmsKey: z.string().describe('Encryption key: ARN, id, alias or symbol'),
    scanOnPush: z.boolean().describe('Images are scanned when they are pushed, as the repository says; the registry may say otherwise'),
    lifecyclePolicy: z.boolean().describe('It has a lifecycle policy'),
    policy: z.array(policyStatementSchema).describe('Statements of the repository policy'),
    images: z.array(z.string()).describe('Tags and digests of the images in it; untold where they are very many'),
  }),
  read: {
    cloudformation: (from) => ({
      immutableTags: is(from.text('ImageTagMutability', 'MUTABLE'), 'IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION'),
      kmsKey: filled(from.text('EncryptionConfiguration.KmsKey')),
      scanOnPush: from.flag('ImageScanningConfiguration.ScanOnPush', false),
      lifecyclePolicy: isSet(from, 'LifecyclePolicy.LifecyclePolicyText'),
      policy: not(isSet(from, 'RepositoryPolicyText')) === true ? [] : statementsOf(from, 'RepositoryPolicyText'),
    }),
    terraform: (from) => ({
      immutableTags: is(from.text('image_tag_mutability', 'MUTABLE'), 'IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION'),
      kmsKey: filled(from.text('encryption_configuration.kms_key')),
      scanOnPush: from.flag('image_scanning_configuration.scan_on_push', false),
    }),
    describe: (from) => ({
      immutableTags: is(from.text('imageTagMutability', 'MUTABLE'), 'IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION'),
      kmsKey: filled(from.text('encryptionConfiguration.kmsKey')),
      scanOnPush: from.flag('imageScanningConfiguration.scanOnPush', false),
      lifecyclePolicy: isSet(from, 'LifecyclePolicy.lifecyclePolicyText'),
      images: from.items('Images[]') === undefined || (from.items('Images[]')?.length ?? 0) > imageLimit ? undefined : union(from.texts('Images[].imageTag', []), from.texts('Images[].imageDigest', [])),
      policy: isSet(from, 'RepositoryPolicy') === false ? [] : statementsOf(from, 'RepositoryPolicy'),
    }),
  },
  parts: {
    aws_ecr_lifecycle_policy: { of: 'repository', read: () => ({ lifecyclePolicy: true }), absent: { lifecyclePolicy: false } },
    aws_ecr_repository_policy: { of: 'repository', read: (from) => ({ policy: statementsOf(from, 'policy') }), absent: { policy: [] } },
  },
  references: ({ kmsKey }) => usesKeys(kmsKey),
});
