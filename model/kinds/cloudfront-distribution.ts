import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, inbound } from '../linking.ts';
import type { Properties } from '../properties.ts';
import { filled, firstText, setOf, told, union } from '../reading.ts';

const origin = z.object({
  id: z.string().optional().describe('Name of the origin inside the distribution'),
  domain: z.string().optional().describe('Host or symbol of the origin'),
  vpcOrigin: z.string().optional().describe('VPC origin that it is reached by'),
  shieldRegion: z.string().optional().describe('Region of Origin Shield'),
});
const originGroup = z.object({
  id: z.string().optional().describe('Name of the group inside the distribution'),
  members: z.array(z.string()).optional().describe('Origins in order, the primary first'),
  statusCodes: z.array(z.string()).optional().describe('Status codes on which it fails over, sorted'),
});
const behavior = z.object({
  path: z.string().optional().describe('Path pattern; * for the default behaviour'),
  target: z.string().optional().describe('Origin or origin group that it goes to'),
  writes: z.boolean().optional().describe('It allows POST, PUT, PATCH or DELETE'),
});

export const cloudfrontDistribution = kind({
  id: 'cloudfront-distribution',
  title: 'CloudFront distribution',
  traits: ['edge', 'global'],
  names: { cloudformation: 'AWS::CloudFront::Distribution', terraform: ['aws_cloudfront_distribution'] },
  arn: 'arn:{partition}:cloudfront::{account}:distribution/{id}',
  name: {},
  attributes: z.object({
    aliases: z.array(z.string()).describe('Own domain names'),
    origins: z.array(origin).describe('Origins'),
    originGroups: z.array(originGroup).describe('Origin groups, which fail over for GET, HEAD and OPTIONS only'),
    behaviors: z.array(behavior).describe('Cache behaviours, the default one first'),
    functions: z.array(z.string()).describe('Lambda@Edge function versions: ARNs or symbols'),
    certificate: z.string().describe('ACM certificate, which must be in us-east-1: ARN or symbol'),
    webAcl: z.string().describe('Web ACL: ARN, id or symbol'),
    logBucket: z.string().describe('Host or symbol of the bucket that access logs are delivered to'),
  }),
  read: {
    cloudformation: (from) => ({
      aliases: setOf(from.texts('DistributionConfig.Aliases[]', [])),
      origins: from.items('DistributionConfig.Origins[]')?.map((each) =>
        told({ id: each.text('Id'), domain: each.text('DomainName'), vpcOrigin: each.text('VpcOriginConfig.VpcOriginId'), shieldRegion: each.text('OriginShield.OriginShieldRegion') }),
      ),
      originGroups: from.items('DistributionConfig.OriginGroups.Items[]')?.map((each) =>
        told({ id: each.text('Id'), members: each.texts('Members.Items[].OriginId', []), statusCodes: setOf(each.texts('FailoverCriteria.StatusCodes.Items[]', [])) }),
      ),
      behaviors: behaviors(from, ['DistributionConfig.DefaultCacheBehavior', 'DistributionConfig.CacheBehaviors[]'], { path: 'PathPattern', target: 'TargetOriginId', methods: 'AllowedMethods[]' }),
      functions: union(
        from.texts('DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations[].LambdaFunctionARN', []),
        from.texts('DistributionConfig.CacheBehaviors[].LambdaFunctionAssociations[].LambdaFunctionARN', []),
      ),
      certificate: filled(from.text('DistributionConfig.ViewerCertificate.AcmCertificateArn')),
      webAcl: filled(from.text('DistributionConfig.WebACLId')),
      logBucket: from.text('DistributionConfig.Logging.Bucket'),
    }),
    terraform: (from) => ({
      aliases: setOf(from.texts('aliases[]', [])),
      origins: from.items('origin[]')?.map((each) =>
        told({ id: each.text('origin_id'), domain: each.text('domain_name'), vpcOrigin: each.text('vpc_origin_config.vpc_origin_id'), shieldRegion: filled(each.text('origin_shield.origin_shield_region')) }),
      ),
      originGroups: from.items('origin_group[]')?.map((each) =>
        told({ id: each.text('origin_id'), members: each.texts('member[].origin_id', []), statusCodes: setOf(each.texts('failover_criteria[].status_codes[]', [])) }),
      ),
      behaviors: behaviors(from, ['default_cache_behavior[]', 'ordered_cache_behavior[]'], { path: 'path_pattern', target: 'target_origin_id', methods: 'allowed_methods[]' }),
      functions: union(
        from.texts('default_cache_behavior[].lambda_function_association[].lambda_arn', []),
        from.texts('ordered_cache_behavior[].lambda_function_association[].lambda_arn', []),
      ),
      certificate: filled(from.text('viewer_certificate.acm_certificate_arn')),
      webAcl: filled(from.text('web_acl_id')),
      logBucket: from.text('logging_config.bucket'),
    }),
    describe: (from) => ({
      aliases: setOf(from.texts('DistributionConfig.Aliases.Items[]', [])),
      origins: from.items('DistributionConfig.Origins.Items[]')?.map((each) =>
        told({
          id: each.text('Id'),
          domain: each.text('DomainName'),
          vpcOrigin: each.text('VpcOriginConfig.VpcOriginId'),
          shieldRegion: each.flag('OriginShield.Enabled', false) === false ? undefined : each.text('OriginShield.OriginShieldRegion'),
        }),
      ),
      originGroups: from.items('DistributionConfig.OriginGroups.Items[]')?.map((each) =>
        told({ id: each.text('Id'), members: each.texts('Members.Items[].OriginId', []), statusCodes: setOf(each.texts('FailoverCriteria.StatusCodes.Items[]', [])) }),
      ),
      behaviors: behaviors(from, ['DistributionConfig.DefaultCacheBehavior', 'DistributionConfig.CacheBehaviors.Items[]'], { path: 'PathPattern', target: 'TargetOriginId', methods: 'AllowedMethods.Items[]' }),
      functions: union(
        from.texts('DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations.Items[].LambdaFunctionARN', []),
        from.texts('DistributionConfig.CacheBehaviors.Items[].LambdaFunctionAssociations.Items[].LambdaFunctionARN', []),
      ),
      certificate: filled(from.text('DistributionConfig.ViewerCertificate.ACMCertificateArn')),
      webAcl: filled(from.text('DistributionConfig.WebACLId')),
      logBucket: firstText(from, 'Logging.Bucket', 'DistributionConfig.Logging.Bucket'),
    }),
  },
  references: ({ origins = [], functions, certificate, webAcl, logBucket }) => [
    ...edges('routes', origins.map(({ domain }) => domain)),
    ...edges('routes', origins.map(({ vpcOrigin }) => vpcOrigin), 'AWS::CloudFront::VpcOrigin'),
    ...edges('calls', functions, 'AWS::Lambda::Function'),
    ...edges('uses-certificate', certificate, 'AWS::CertificateManager::Certificate'),
    ...inbound('attaches', webAcl, 'AWS::WAFv2::WebACL'),
    ...edges('writes', logBucket, 'AWS::S3::Bucket'),
  ],
});

const changing = ['POST', 'PUT', 'PATCH', 'DELETE'];

function behaviors(from: Properties, [first, others]: readonly [string, string], at: Record<'path' | 'target' | 'methods', string>): z.infer<typeof behavior>[] | undefined {
  const read = (each: Properties, path: string | undefined): z.infer<typeof behavior> =>
    told({ path, target: each.text(at.target), writes: each.texts(at.methods, ['GET', 'HEAD'])?.some((method) => changing.includes(method)) });
  const defaults = from.items(first)?.map((each) => read(each, '*'));
  const listed = from.items(others)?.map((each) => read(each, each.text(at.path)));
  return defaults === undefined || listed === undefined ? undefined : [...defaults, ...listed];
}
