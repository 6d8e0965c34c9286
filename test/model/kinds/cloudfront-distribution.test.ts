import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cloudfrontDistribution } from '../../../model/kinds/cloudfront-distribution.ts';
import { referencesOf, sameAttributes, sameDescribed } from '../../support/kind-reading.ts';

describe('cloudfront-distribution', () => {
  it('reads the same attributes from both', () => {
    const edge = 'arn:aws:lambda:us-east-1:123456789012:function:edge:3';
    const read = sameAttributes(cloudfrontDistribution, {
      cloudformation: {
        DistributionConfig: {
          Aliases: ['shop.example.com'], Origins: [{ Id: 'main', DomainName: 'shop-1.eu-west-1.elb.amazonaws.com', OriginCustomHeaders: [{ HeaderName: 'X-Secret', HeaderValue: 'not-to-be-kept' }], OriginShield: { Enabled: true, OriginShieldRegion: 'eu-west-1' } }, { Id: 'dr', DomainName: 'shop-2.eu-central-1.elb.amazonaws.com' }],
          OriginGroups: { Quantity: 1, Items: [{ Id: 'both', Members: { Quantity: 2, Items: [{ OriginId: 'main' }, { OriginId: 'dr' }] }, FailoverCriteria: { StatusCodes: { Quantity: 2, Items: [503, 502] } } }] },
          DefaultCacheBehavior: { TargetOriginId: 'both', LambdaFunctionAssociations: [{ LambdaFunctionARN: edge }] }, CacheBehaviors: [{ PathPattern: '/api/*', TargetOriginId: 'main', AllowedMethods: ['GET', 'HEAD', 'POST'] }],
          ViewerCertificate: { AcmCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/1' }, WebACLId: 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/shop/1', Logging: { Bucket: 'logs.s3.amazonaws.com' },
        },
      },
      terraform: {
        aliases: ['shop.example.com'], origin: [{ origin_id: 'main', domain_name: 'shop-1.eu-west-1.elb.amazonaws.com', custom_header: [{ name: 'X-Secret', value: 'not-to-be-kept' }], origin_shield: [{ enabled: true, origin_shield_region: 'eu-west-1' }] }, { origin_id: 'dr', domain_name: 'shop-2.eu-central-1.elb.amazonaws.com' }],
        origin_group: [{ origin_id: 'both', member: [{ origin_id: 'main' }, { origin_id: 'dr' }], failover_criteria: [{ status_codes: [502, 503] }] }],
        default_cache_behavior: [{ target_origin_id: 'both', allowed_methods: ['GET', 'HEAD'], lambda_function_association: [{ lambda_arn: edge }] }], ordered_cache_behavior: [{ path_pattern: '/api/*', target_origin_id: 'main', allowed_methods: ['GET', 'HEAD', 'POST'] }],
        viewer_certificate: [{ acm_certificate_arn: 'arn:aws:acm:us-east-1:123456789012:certificate/1' }], web_acl_id: 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/shop/1', logging_config: [{ bucket: 'logs.s3.amazonaws.com' }],
      },
    });
    assert.deepEqual(read, {
      aliases: ['shop.example.com'], origins: [{ id: 'main', domain: 'shop-1.eu-west-1.elb.amazonaws.com', shieldRegion: 'eu-west-1' }, { id: 'dr', domain: 'shop-2.eu-central-1.elb.amazonaws.com' }],
      originGroups: [{ id: 'both', members: ['main', 'dr'], statusCodes: ['502', '503'] }], behaviors: [{ path: '*', target: 'both', writes: false }, { path: '/api/*', target: 'main', writes: true }], functions: [edge],
      certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/1', webAcl: 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/shop/1', logBucket: 'logs.s3.amazonaws.com',
    });
    sameDescribed(cloudfrontDistribution, {
      like: read,
      describe: {
        Id: 'E1', Logging: { Enabled: true, IncludeCookies: false, Bucket: 'logs.s3.amazonaws.com', Prefix: '' },
        DistributionConfig: {
          Aliases: { Quantity: 1, Items: ['shop.example.com'] },
          Origins: {
            Quantity: 2,
            Items: [
              { Id: 'main', DomainName: 'shop-1.eu-west-1.elb.amazonaws.com', CustomHeaders: { Quantity: 1, Items: [{ HeaderName: 'X-Secret', HeaderValue: 'not-to-be-kept' }] }, OriginShield: { Enabled: true, OriginShieldRegion: 'eu-west-1' } },
              { Id: 'dr', DomainName: 'shop-2.eu-central-1.elb.amazonaws.com', OriginShield: { Enabled: false } },
            ],
          },
          OriginGroups: { Quantity: 1, Items: [{ Id: 'both', FailoverCriteria: { StatusCodes: { Quantity: 2, Items: [503, 502] } }, Members: { Quantity: 2, Items: [{ OriginId: 'main' }, { OriginId: 'dr' }] } }] },
          DefaultCacheBehavior: { TargetOriginId: 'both', AllowedMethods: { Quantity: 2, Items: ['HEAD', 'GET'] }, LambdaFunctionAssociations: { Quantity: 1, Items: [{ LambdaFunctionARN: edge, EventType: 'origin-request' }] } },
          CacheBehaviors: { Quantity: 1, Items: [{ PathPattern: '/api/*', TargetOriginId: 'main', AllowedMethods: { Quantity: 3, Items: ['GET', 'HEAD', 'POST'] }, LambdaFunctionAssociations: { Quantity: 0 } }] },
          ViewerCertificate: { ACMCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/1' }, WebACLId: 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/shop/1',
        },
      },
    });
    assert.deepEqual(referencesOf(cloudfrontDistribution, read), [
      { edge: 'routes', to: 'shop-1.eu-west-1.elb.amazonaws.com' },
      { edge: 'routes', to: 'shop-2.eu-central-1.elb.amazonaws.com' },
      { edge: 'calls', to: edge, target: 'AWS::Lambda::Function' },
      { edge: 'uses-certificate', to: 'arn:aws:acm:us-east-1:123456789012:certificate/1', target: 'AWS::CertificateManager::Certificate' },
      { edge: 'attaches', from: 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/shop/1', to: '⟦itself⟧', target: 'AWS::WAFv2::WebACL' },
      { edge: 'writes', to: 'logs.s3.amazonaws.com', target: 'AWS::S3::Bucket' },
    ]);
  });
});
