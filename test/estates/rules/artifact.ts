import { yaml } from '../../../rules/support/yaml.ts';
import type { Closings } from '../../support/closing/case.ts';
import { byHand, byTemplate } from './words.ts';

export const artifact = {
  'artifact-ami-missing': {
    by: 'cli', calls: ['ec2 copy-image', 'ssm put-parameter'], says: 'the launch template of the target refers to the parameter',
    leaves: ([, parameter]) => ({ target: `Servers: { Properties: { LaunchTemplateData: { ImageId: 'resolve:ssm:${parameter?.option('name')}' } } }` }),
  },
  'artifact-ecr-no-replication': [byTemplate(), byTemplate({ from: 1 }), byTemplate({ from: 2 })],
  'artifact-ecr-not-retroactive': byHand('the images are pushed to the target as well', { now: { described: [{ kind: 'ecr-repository', name: 'shop', region: 'eu-west-1', document: { repositoryName: 'shop', Images: [{ imageTag: 'v7', imageDigest: 'sha256:v7' }, { imageTag: 'v8', imageDigest: 'sha256:v8' }] } }] } }),
  'artifact-image-cross-region-pull': byHand('the URI of the image is built from the region', { target: "Task: { Properties: { ContainerDefinitions: [{ Name: shop, Image: { 'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/shop:1' } }] } }" }),
  'artifact-imagebuilder-no-rt': [byTemplate(), byTemplate({ from: 1 })],
  'artifact-lambda-code-bucket': byHand('the package goes to a bucket of each region', { home: "Checkout: { Properties: { Code: { S3Bucket: { 'Fn::Sub': 'artifacts-${AWS::Region}' } } } }", target: "Checkout: { Properties: { Code: { S3Bucket: { 'Fn::Sub': 'artifacts-${AWS::Region}' } } } }" }),
  'artifact-source-repo-single-region': byHand('pushes are mirrored to a repository in the target, and the tag says so', { deploy: true, home: 'Source: { Properties: { Tags: [{ Key: mr:counterpart, Value: Source }] } }' }),
  'artifact-template-bucket-single-region': byHand('the bucket of the templates is replicated', {
    home: "Templates: { Properties: { VersioningConfiguration: { Status: Enabled }, ReplicationConfiguration: { Role: 'arn:aws:iam::111122223333:role/replication', Rules: [{ Status: Enabled, Destination: { Bucket: 'arn:aws:s3:::templates-copy' } }] } } }",
    target: yaml`
      Copy:
        Type: AWS::S3::Bucket
        Properties: { BucketName: templates-copy, VersioningConfiguration: { Status: Enabled } }
    `,
  }),
} as const satisfies Closings;
