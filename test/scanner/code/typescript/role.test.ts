import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { occurrencesIn, shown } from '../../../support/occurrences.ts';

const sdk = "import { S3Client } from '@aws-sdk/client-s3';\n";

/** Source → what is told of it. */
const table: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = {
  'calls and constructors': [
    [`${sdk}new S3Client({ region: 'eu-west-1' });`, ['argument region eu-west-1 name=region in=S3Client of=s3']],
    ["const AWS = require('aws-sdk'); new AWS.DynamoDB.DocumentClient({ region: 'eu-west-1' });", ['argument region eu-west-1 name=region in=AWS.DynamoDB.DocumentClient of=dynamodb']],
    ["import SES from 'aws-sdk/clients/ses'; new SES({ region: 'eu-west-1' });", ['argument region eu-west-1 name=region in=SES of=email']],
    ["import * as logs from '@aws-sdk/client-cloudwatch-logs'; new logs.CloudWatchLogsClient({ region: `eu-west-1` });", ['argument region eu-west-1 name=region in=logs.CloudWatchLogsClient of=logs']],
    ["const { IAMClient: C } = require('@aws-sdk/client-iam'); new C({ region: 'us-east-1' });", ['argument region us-east-1 name=region in=C of=iam']],
    ["new S3Client({ region: 'eu-west-1' });", ['argument region eu-west-1 name=region in=S3Client of=s3']],
    ["class S3Client {} new S3Client({ region: 'eu-west-1' });", ['argument region eu-west-1 name=region in=S3Client']],
    ["import { aws_cloudfront as cf } from 'aws-cdk-lib'; new cf.Thing(this, 'x', { env: { region: 'us-east-1' } });", ['argument region us-east-1 name=region in=cf.Thing of=cloudfront']],
    ["import * as acm from 'aws-cdk-lib/aws-certificatemanager'; new acm.DnsValidatedCertificate(this, 'c', { region: 'us-east-1' });", ['argument region us-east-1 name=region in=acm.DnsValidatedCertificate of=acm']],
    ["AWS.config.update({ region: 'us-east-1' });", ['argument region us-east-1 name=region in=AWS.config.update']],
    ["connect('us-east-1');", ['argument region us-east-1 in=connect']],
    ["options.set('region', 'us-east-1');", ['argument region us-east-1 name=region in=options.set']],
    ["const c = <Provider region=\"us-east-1\" />;", ['argument region us-east-1 name=region in=Provider']],
    ["const c = <Provider region={'us-east-1'}>us-west-2</Provider>;", ['argument region us-east-1 name=region in=Provider', 'text region us-west-2']],
  ],
  'defaults and fallbacks': [
    ["function f(region = 'us-east-1') {}", ['default region us-east-1 name=region']],
    ["const { region = 'us-east-1' } = options;", ['default region us-east-1 name=region']],
    ["const region = process.env.AWS_REGION || 'us-east-1';", ['assignment region-env AWS_REGION name=region', 'fallback region us-east-1 name=region']],
    ["const region = options.region ?? process.env['AWS_REGION'] ?? `us-east-1`;", ['key region-env AWS_REGION name=process.env', 'fallback region us-east-1 name=region']],
    ["const region = isOptIn ? 'us-east-1' : home;", ['fallback region us-east-1 name=region']],
    ["options.region ??= 'us-east-1';", ['fallback region us-east-1 name=region']],
    ["if (!region) region = 'us-east-1';", ['fallback region us-east-1 name=region']],
    ["if (region === undefined) { region = 'us-east-1'; }", ['fallback region us-east-1 name=region']],
    ["if (big) region = 'us-east-1';", ['assignment region us-east-1 name=region']],
    ["const schema = z.object({ region: z.string().default('us-east-1') });", ['default region us-east-1 name=region in=z.object']],
    ["yargs.option('region', { type: 'string', default: 'us-east-1' });", ['default region us-east-1 name=region in=yargs.option']],
    ["program.option('--region <region>', 'AWS region', 'us-east-1');", ['default region us-east-1 name=--region <region> in=program.option']],
    ["const r = getEnv('AWS_REGION', 'us-east-1');", ['argument region-env AWS_REGION in=getEnv', 'default region us-east-1 name=AWS_REGION in=getEnv']],
  ],
  'values, names and results': [
    ["const REGION = 'us-east-1';", ['assignment region us-east-1 name=REGION']],
    ["process.env.AWS_REGION = 'us-east-1';", ['assignment region-env AWS_REGION', 'assignment region us-east-1 name=AWS_REGION']],
    ["window.config = { region: 'us-east-1' };", ['value region us-east-1 name=region']],
    ["class A { private region = 'us-east-1'; }", ['assignment region us-east-1 name=region']],
    ["const home = () => 'us-east-1';", ['return region us-east-1 name=home']],
    ["function home() { return 'us-east-1'; }", ['return region us-east-1 name=home']],
    ["type Home = 'us-east-1';", ['type region us-east-1 name=Home']],
    ["interface A { region: 'us-east-1' }", ['type region us-east-1 name=region']],
    ["export default { region: 'us-east-1' };", ['value region us-east-1 name=region']],
    ["f(`${x ? 'us-east-1' : y}-bucket`);", ['fallback region us-east-1 in=f']],
    ["const bucket = `logs-us-east-1-${account}`;", ['assignment region us-east-1 name=bucket']],
  ],
  comparisons: [
    ["if (region === 'us-east-1') f();", ['comparison region us-east-1']],
    ["if ('us-east-1' !== region) f();", ['comparison region us-east-1']],
    ["region.startsWith('us-');", ['comparison region-prefix us- in=region.startsWith']],
    ["const prefix = region.split('-')[0] === 'eu' ? 'eu' : 'us';", ['comparison region-prefix eu']],
    ["['auto', 'us-east-1'].includes(region);", ['comparison region us-east-1 in=includes']],
    ["switch (region) { case 'us-east-1': f(); }", ['case region us-east-1 name=region']],
    ["const host = HOSTS['us-east-1'];", ['key region us-east-1 name=HOSTS']],
    ["/^(us|eu|ap)-[a-z]+-\\d$/.test(region);", ['comparison pattern ^(us|eu|ap)-[a-z]+-\\d$ in=test']],
    ["new RegExp('^[a-z]{2}-[a-z]+-[0-9]$').test(region);", ['comparison pattern ^[a-z]{2}-[a-z]+-[0-9]$ in=test']],
  ],
  'texts that are more than a literal': [
    ["const q = 'https://sqs.' + region + '.amazonaws.com/' + account;", ['assignment dns-suffix sqs.${region}.amazonaws.com/${account} name=q']],
    ["const a = 'arn:aws:sns:us-east-1:' + account + ':topic';", ['assignment arn arn:aws:sns:us-east-1:${account}:topic name=a']],
    ["const az = region + 'a';", ['assignment zone-suffix ${region}a name=az']],
    ["const az = `${this.region}a`;", ['assignment zone-suffix ${this.region}a name=az']],
    ["const all = 'us-east-1,eu-west-1'.split(',');", ['element region us-east-1 name=all list[eu-west-1,us-east-1] codes']],
    ["const b = [`${process.env.AWS_REGION}`];", ['interpolation region-env AWS_REGION name=b']],
  ],
  'constants of SDKs': [
    ["new Client({ region: Region.US_EAST_1 });", ['argument region-enum US_EAST_1 name=region in=Client']],
    ["new aws.Provider('p', { region: aws.Region.USWest2 });", ['argument region-enum USWest2 name=region in=aws.Provider']],
    ["put({ LocationConstraint: BucketLocationConstraint.eu_west_1 });", ['argument region-enum eu_west_1 name=LocationConstraint in=put']],
    ["const usEast1Bucket = a.us_east_1_backup;", []],
  ],
  'words for people': [
    ["console.log('Deployed to us-east-1');", ['text region us-east-1 in=console.log']],
    ["throw new Error(`Only us-east-1 is supported, not ${region}`);", ['text region us-east-1 in=Error']],
    ["const option = { description: 'Region, such as us-east-1' };", ['text region us-east-1 name=description']],
    ["const tip = 'If you deploy to another region than us-east-1 you must copy the images first';", ['text region us-east-1 name=tip']],
    ["run('aws s3 cp a b --region us-east-1');", ['argument region us-east-1 in=run']],
    ["// us-east-1\n/* us-east-1 */ /** us-east-1 */ f(/* us-east-1 */);", []],
    ["import a from './us-east-1.js'; require('./eu-west-1');", ['text region us-east-1', 'text region eu-west-1 in=require']],
  ],
};

for (const [title, rows] of Object.entries(table)) {
  describe(title, () => {
    for (const [source, wanted] of rows) {
      it(source.replace(sdk, ''), async () => assert.deepEqual((await occurrencesIn(source, source.includes('<Provider') ? 'a.tsx' : 'a.ts')).map((occurrence) => shown({ ...occurrence, sink: undefined })), wanted));
    }
  });
}
