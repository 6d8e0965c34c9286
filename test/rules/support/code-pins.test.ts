import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verdictOf, verdictsOn } from '../../support/code-verdicts.ts';

const client = { role: 'argument', name: 'region' } as const;

describe('what AWS has pinned', () => {
  it('is exempt by the client that gets the region', () => {
    assert.equal(verdictOf({ ...client, callee: 'boto3.client', service: 'iam' }), 'region-literal exempt');
    assert.equal(verdictOf({ ...client, callee: 'boto3.client', service: 'iam', regions: ['eu-west-2'], text: 'eu-west-2' }, { home: ['eu-west-2'] }), 'region-literal exempt', 'one endpoint, whatever the region');
    assert.equal(verdictOf({ ...client, callee: 'SupportClient', service: 'support' }), 'region-literal exempt');
    assert.equal(verdictOf({ ...client, callee: 'SupportClient', service: 'support', regions: ['ap-south-1'], text: 'ap-south-1' }, { home: ['ap-south-1'] }), 'region-literal gap');
    assert.equal(verdictOf({ ...client, callee: 'AWS.Chime', service: 'chime' }), 'region-literal exempt');
    assert.equal(verdictOf({ ...client, callee: 'ChimeSDKMeetingsClient', service: 'chime-sdk-meetings' }), 'region-literal gap');
    assert.equal(verdictOf({ ...client, callee: 'S3Client', service: 's3' }), 'region-literal gap');
    assert.equal(verdictOf({ ...client, callee: 'route53.CfnRecordSet', service: 'route53', name: 'region' }), 'region-literal gap', 'a latency record, no client');
  });

  it('is exempt by the names around it', () => {
    for (const given of [
      { name: 'CLOUDFRONT_REGION' }, { callee: 'EdgeFunctionStack', name: 'region' }, { enclosing: 'createCloudFrontLoggingBucket' }, { name: 'certificateRegion' }, { callee: 'WafCloudFrontStack' },
      { name: 'pricing_region' }, { name: 'billingRegion' }, { name: 'sso_region' }, { name: 'globalRegion' },
    ]) assert.equal(verdictOf(given), 'region-literal exempt', JSON.stringify(given));
    for (const given of [{ name: 'region' }, { name: 'WAF_REGION' }, { callee: 'WafRegionalStack' }, { name: 'LAMBDA_REGION' }, { name: 'ledger_region' }]) assert.equal(verdictOf(given), 'region-literal gap', JSON.stringify(given));
  });

  it('is exempt where a walk through all regions stops for what no region holds', () => {
    const branch = { role: 'comparison', name: 'region', snippet: 'if region.name == "us-east-1":' } as const;
    for (const decides of ['":\n        audit_buckets(region)\n        audit_iam(region)', '") {\n  clients.iam = listRoles();\n}', '": roles = iam.list_roles()']) assert.equal(verdictOf({ ...branch, decides }), 'region-branch exempt', decides);
    for (const decides of ['":\n        start_scheduler()\n    iam = boto3.client("iam")', '": return old_table']) assert.equal(verdictOf({ ...branch, decides }), 'region-branch gap', decides);
  });

  it('is told by a comment above, by what a provider is used for, and by S3 that was asked before', async () => {
    assert.deepEqual(await verdictsOn("// Functions of Lambda@Edge must be in us-east-1.\nconst home = { region: 'us-east-1' };"), ['region-literal exempt']);
    assert.deepEqual(await verdictsOn("// Served through CloudFront.\nconst home = { region: 'us-east-1' };"), ['region-literal gap'], 'says nothing of the region');
    const provider = "const east = new aws.Provider('east', { region: 'us-east-1' });\n";
    assert.deepEqual(await verdictsOn(`${provider}\nnew aws.acm.Certificate('c', {}, { provider: east });`), ['region-literal exempt']);
    assert.deepEqual(await verdictsOn(`${provider}\nnew aws.s3.Bucket('b', {}, { provider: east });`), ['region-literal gap']);
    const asked = "const told = answer.LocationConstraint;\n\n// Turned into a name.\n\nlet place = told;\nif (place === undefined) place = 'us-east-1';\nf(place);";
    assert.deepEqual(await verdictsOn(asked), ['region-default exempt']);
  });

  it('is how S3 tells of us-east-1, by whatever the language asks with', () => {
    assert.equal(verdictOf({ role: 'comparison', language: 'python', snippet: "elif s3region is None and aws_region == 'us-east-1':" }), 'region-branch exempt');
  });

  it('holds in its own regions only', () => {
    assert.equal(verdictOf({ name: 'GLOBAL_ACCELERATOR_REGION', text: 'us-west-2', regions: ['us-west-2'] }), 'region-literal exempt');
    assert.equal(verdictOf({ name: 'CLOUDFRONT_REGION', text: 'eu-central-1', regions: ['eu-central-1'] }), 'region-literal gap');
    assert.equal(verdictOf({ name: 'globalRegion', text: 'us-gov-west-1', regions: ['us-gov-west-1'] }, { targets: [] }), 'region-literal exempt');
  });

  it('is proven by values beside it, both ways', async () => {
    const metric = (region: string): string => `metrics.push({ Namespace: 'AWS/CloudFront', MetricName: 'Requests', region: '${region}' });`;
    assert.deepEqual(await verdictsOn(metric('us-east-1')), ['missing-pin ready']);
    assert.deepEqual(await verdictsOn(metric('eu-west-1')), ['missing-pin gap']);
    assert.deepEqual(await verdictsOn(metric('us-east-1').replace('AWS/CloudFront', 'AWS/Lambda')), ['region-literal gap']);
    assert.equal(verdictOf({ ...client, callee: 'boto3.client', service: 'pricing', text: 'eu-west-1', regions: ['eu-west-1'] }), 'missing-pin gap');
    assert.equal(verdictOf({ form: 'arn', text: 'arn:aws:wafv2:eu-west-1:111122223333:global/webacl/a/1', regions: ['eu-west-1'] }), 'missing-pin gap');
    assert.equal(verdictOf({ form: 'arn', text: 'arn:aws:wafv2:us-east-1:111122223333:regional/webacl/a/1' }), 'arn-literal gap');
    assert.equal(verdictOf({ form: 'arn', text: 'arn:aws:acm:us-east-1:111122223333:certificate/1', name: 'certificateArn' }), 'arn-literal gap', 'may be that of a load balancer');
  });

  it('is what is placed by a provider of Terraform, and not what the provider is called', () => {
    const provider = (...uses: readonly string[]): string => verdictOf({ callee: 'provider.aws', name: 'region', siblings: ['alias=cloudfront', ...uses.map((use) => `for=${use}`)] });
    for (const uses of [
      ['aws_acm_certificate.shop', 'aws_acm_certificate_validation.shop', 'data.aws_caller_identity.this'], ['aws_wafv2_web_acl.edge CLOUDFRONT', 'aws_cloudwatch_log_group.waf'], ['aws_cloudwatch_metric_alarm.errors AWS/CloudFront', 'aws_sns_topic.alarms'],
      ['aws_lambda_function.origin_request true'], ['aws_kms_key.dnssec SIGN_VERIFY', 'aws_route53_key_signing_key.this'], ['module.acm terraform-aws-modules/acm/aws'], ['aws_ecrpublic_repository.app'],
    ]) assert.equal(provider(...uses), 'region-literal exempt', uses.join());
    for (const uses of [['aws_acm_certificate.shop', 'aws_s3_bucket.data'], ['aws_wafv2_web_acl.edge REGIONAL'], ['aws_lambda_function.orders'], ['aws_sns_topic.alarms'], ['module.vpc terraform-aws-modules/vpc/aws'], ['aws_guardduty_detector.this']]) assert.equal(provider(...uses), 'region-literal gap', uses.join());
    assert.equal(provider(), 'region-literal exempt', 'where no use is known, by its name');
    assert.equal(verdictOf({ callee: 'aws_acm_certificate', name: 'region', enclosing: 'aws_acm_certificate.shop' }), 'region-literal exempt');
    assert.equal(verdictOf({ callee: 'aws_s3_bucket', name: 'region', enclosing: 'aws_s3_bucket.shop' }), 'region-literal gap');
  });

  it('is not what a policy of an organization allows', () => {
    for (const name of ['aws:RequestedRegion', 'aws:requestedregion']) assert.equal(verdictOf({ name, callee: 'aws_organizations_policy', enclosing: 'aws_organizations_policy.scp' }), 'region-literal gap');
  });

  it('is a topic that AWS publishes to, or a server that speaks the protocol of S3', () => {
    assert.equal(verdictOf({ form: 'arn', text: 'arn:aws:sns:us-east-1:806199016981:AmazonIpSpaceChanged' }), 'arn-literal exempt');
    assert.equal(verdictOf({ form: 'arn', text: 'arn:aws:sns:us-east-1:806199016982:AmazonIpSpaceChanged' }), 'arn-literal gap');
    assert.equal(verdictOf({ form: 'global-endpoint', text: 's3.amazonaws.com/aws-refarch/wordpress/latest/templates/web.yaml', within: 'https://s3.amazonaws.com/aws-refarch/wordpress/latest/templates/web.yaml', regions: [], name: 'TemplateURL' }), 'endpoint-literal exempt');
    assert.equal(verdictOf({ name: 'QSS3BucketRegion', role: 'default' }), 'region-default exempt');
    const backend = { callee: 'backend.s3', name: 'region' };
    assert.equal(verdictOf({ ...backend, siblings: ['skip_region_validation=true'] }), 'region-literal exempt');
    assert.equal(verdictOf({ ...backend, siblings: ['encrypt=true'] }), 'region-literal gap');
  });

  it('is how S3 and EC2 treat us-east-1', async () => {
    for (const text of [
      `const configuration = region === 'us-east-1' ? undefined : { LocationConstraint: region };`,
      `async function createBucket(region: string) { if (region !== 'us-east-1') configure(region); }`,
      `if (region !== 'us-east-1') {\n  input.CreateBucketConfiguration = { LocationConstraint: region };\n}`,
      `if (region !== 'us-east-1') {\n  sts.setEndpoint('sts.' + region + '.amazonaws.com');\n}`,
      `const region = location.LocationConstraint || 'us-east-1';`,
      `const host = region === 'us-east-1' ? 'ec2.internal' : region + '.compute.internal';`,
      `if (['auto', 'us-east-1', own].includes(given)) accept();`,
    ]) assert.match((await verdictsOn(text))[0] ?? '', / exempt$/, text);
    assert.deepEqual(await verdictsOn(`const bucketRegion = process.env.BUCKET_REGION || 'us-east-1';`), ['region-default gap']);
    assert.deepEqual(await verdictsOn(`async function createBucket(region: string) { if (region !== 'us-west-2') configure(region); }`), ['region-branch ready']);
  });

  it('is a host that is the same from everywhere', () => {
    const host = (text: string, given = {}): string => verdictOf({ form: 'global-endpoint', regions: [], text, ...given });
    assert.equal(host('https://iam.amazonaws.com'), 'endpoint-literal exempt');
    assert.equal(host('https://awscli.amazonaws.com/AWSCLIV2.pkg'), 'endpoint-literal exempt');
    assert.equal(host('https://s3.amazonaws.com/rds-downloads/rds-combined-ca-bundle.pem'), 'endpoint-literal exempt');
    assert.equal(host('s3.amazonaws.com', { within: 'https://s3.amazonaws.com/aws-cli/awscli-bundle.zip' }), 'endpoint-literal exempt');
    assert.equal(host('https://media.s3.amazonaws.com/logo.svg'), 'endpoint-literal gap');
    assert.equal(host('https://sts.amazonaws.com'), 'sts-global gap');
    assert.equal(verdictOf({ form: 'endpoint', text: 'https://api.pricing.us-east-1.amazonaws.com' }), 'endpoint-literal exempt');
    assert.equal(host('https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem'), 'endpoint-literal exempt');
    assert.equal(verdictOf({ form: 'endpoint', text: 'https://truststore.pki.rds.amazonaws.com/us-east-1/us-east-1-bundle.pem' }), 'endpoint-literal gap');
  });
});
