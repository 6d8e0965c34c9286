import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { edges, inbound, itself, repositoryOf, usesKeys } from '../../model/linking.ts';

describe('linking', () => {
  it('makes one edge for each end that is told', () => {
    assert.deepEqual(edges('reads', ['a', undefined, '', 'a', 'b'], 'AWS::S3::Bucket'), [
      { edge: 'reads', to: 'a', target: 'AWS::S3::Bucket' },
      { edge: 'reads', to: 'b', target: 'AWS::S3::Bucket' },
    ]);
    assert.deepEqual(edges('reads', undefined), []);
    assert.deepEqual(inbound('contains', 'vpc-1'), [{ edge: 'contains', from: 'vpc-1', to: itself }]);
  });

  it('types aliases as aliases and leaves out AWS managed keys', () => {
    assert.deepEqual(
      usesKeys('alias/shop', 'arn:aws:kms:eu-west-1:123456789012:key/1', 'alias/aws/s3', 'arn:aws:kms:eu-west-1:123456789012:alias/aws/rds').map(({ to, target }) => [to, target]),
      [['alias/shop', 'AWS::KMS::Alias'], ['arn:aws:kms:eu-west-1:123456789012:key/1', 'AWS::KMS::Key']],
    );
  });

  it('finds the repository of an image', () => {
    const cases: readonly (readonly [string, string | undefined])[] = [
      ['123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/shop:1.2', 'arn:aws:ecr:eu-west-1:123456789012:repository/team/shop'],
      [`123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/shop@sha256:${'a'.repeat(64)}`, 'arn:aws-cn:ecr:cn-north-1:123456789012:repository/shop'],
      ['123456789012.dkr-ecr.us-gov-west-1.on.aws/shop:1@sha256:ab', 'arn:aws-us-gov:ecr:us-gov-west-1:123456789012:repository/shop'],
      ['⟦cloudformation:shop/eu-west-1/Repo#RepositoryUri⟧:latest', '⟦cloudformation:shop/eu-west-1/Repo#RepositoryUri⟧'],
      ['public.ecr.aws/nginx/nginx:latest', undefined],
      ['nginx', undefined],
    ];
    for (const [image, repository] of cases) assert.equal(repositoryOf(image), repository, image);
  });
});
