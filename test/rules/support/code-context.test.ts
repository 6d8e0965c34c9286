import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Occurrence } from '../../../model/occurrence.ts';
import { isOperative } from '../../../rules/support/code-operative.ts';
import { pinReason } from '../../../rules/support/code-pins.ts';
import { readCode } from '../../../scanner/code/index.ts';
import { languageOfName } from '../../../scanner/files/language.ts';

async function occurrencesIn(path: string, text: string): Promise<Occurrence[]> {
  const language = languageOfName(path);
  assert.ok(language);
  return (await readCode({ path, language, text })).flatMap((fact) => (fact.type === 'occurrence' ? [fact.occurrence] : []));
}
/** What a reviewer would be asked to look at: operative, and pinned by nothing. */
async function open(path: string, text: string): Promise<string[]> {
  return (await occurrencesIn(path, text)).filter((each) => isOperative(each, { targets: [], include: [] }) && pinReason(each) === undefined).map(({ span, text: found }) => `${span.line} ${found}`);
}

const silent: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'what S3 calls EU': ['a.cs', 'class A { string GetBucketRegion(R r) { if (r.Location == S3Region.EUWest1) return "eu-west-1"; return r.Location.Value; } }'],
  'a place that S3 does not name': ['a.kt', 'fun S3Client.regionForBucket(name: String): String = this.location(name).takeIf { it.isNotEmpty() } ?: Region.US_EAST_1.id()'],
  'an answer of S3 that is put right': ['a.js', "if (result.LocationConstraint === 'EU') result.LocationConstraint = 'eu-west-1';"],
  'the old name of S3 in a chain of choices': ['a.ts', "const regionOf = (place?: string): string => (place === undefined ? 'us-east-1' : place === 'EU' ? 'eu-west-1' : place);"],
  'an arm for functions of the edge': ['a.tf', 'locals {\n  name = "/aws/lambda/${var.lambda_at_edge ? "us-east-1." : ""}${var.name}"\n}'],
  'a certificate in the folder of a distribution': ['infra/cloudfront/terragrunt.hcl', 'inputs = {\n  acm_certificate_arn = get_env("CERT", "arn:aws:acm:us-east-1:111122223333:certificate/1")\n}'],
  'an audience in a policy': ['a.tf', 'locals {\n  c = { "${aws_iam_openid_connect_provider.x.url}:aud" : ["sts.amazonaws.com"] }\n}'],
  'an audience in a request': ['a.sh', 'curl "${URL}&audience=sts.amazonaws.com"'],
  'an example of a field in Rust': ['a.rs', 'struct A {\n  #[configurable(metadata(docs::examples = "https://sqs.us-east-2.amazonaws.com/123456789012/q"))]\n  queue: String,\n}'],
  'what is only compiled for tests': ['a.rs', 'fn f(&self) -> R { if cfg!(test) { Some(Region::new("us-east-1")) } else { self.region() } }'],
  'a class of mocks': ['a.rb', 'class Mock\n  def arn\n    topic = "arn:aws:sns:us-east-1:000000000000:a"\n  end\nend'],
  'a notification of SNS': ['a.py', 'body = {"SignatureVersion": "1", "SigningCertURL": "https://sns.eu-west-1.amazonaws.com/a.pem"}'],
  'an event of a local run': ['a.ts', "const event = { eventSource: 'aws:sqs', awsRegion: 'us-west-2', eventSourceARN: 'arn:aws:sqs:us-west-2:111122223333:a' };"],
  'words of a program for its users': ['MessagesBundle.properties', 'upload.failed=It expired. The bucket was a.s3.us-east-1.amazonaws.com'],
  'a value to be put in': ['a.yml', 'DOMAIN: "SET-ME-PLEASE (ex. bucket-name.s3.amazonaws.com)"'],
  'help of a command in Go': ['a.go', 'package a\nvar c = &cobra.Command{Long: `\n  tool login --region us-east-2`}'],
  'a tool that only validates': ['a.sh', 'AWS_DEFAULT_REGION=us-gov-west-1 terraform validate'],
  'emulators beside it': ['a.yml', 'env:\n  AWS_REGION: us-east-1\n  S3_ENDPOINT: http://localhost:4566\n  A: 1\n  B: 2\n  C: 3\n  D: 4\n  E: 5\n'],
};

const told: Readonly<Record<string, readonly [path: string, text: string, found: readonly string[]]>> = {
  'a bucket that is made in eu-west-1': ['a.js', "await s3.createBucket({ CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } });", ['1 eu-west-1']],
  'a service that listens to all addresses': ['a.yml', 'env:\n  - name: LISTENADDRESS\n    value: 0.0.0.0:5432\n  - name: AWS_REGION\n    value: us-east-1\n', ['5 us-east-1']],
  'a play for this machine': ['a.yml', '- hosts: localhost\n  vars:\n    region: us-east-1\n', ['3 us-east-1']],
  'another service on this machine': ['a.yml', 'SES_REGION: us-east-1\nANALYTICS_URL: http://localhost:18100\nA: 1\nB: 2\nC: 3\nD: 4\nE: 5\nF: 6\n', ['1 us-east-1']],
  'scripts of workflows with values filled in': ['.github/workflows/a.yml', 'jobs:\n  a:\n    steps:\n      - run: |\n          aws eks update-kubeconfig --name x-${{env.ENV}}-cluster\n          kubectl config rename-context arn:aws:eks:ca-central-1:${{env.ID}}:cluster/a b\n', ['6 arn:aws:eks:ca-central-1:${_env_ID_}:cluster/a']],
  'providers that Terragrunt generates': ['terragrunt.hcl', 'generate "p" {\n  contents = <<EOF\n%{ if local.env == "production" }\nprovider "aws" {\n  region = "ca-central-1"\n  allowed_account_ids = [${local.id}]\n}\n%{ endif }\nEOF\n}\n', ['5 ca-central-1']],
  'a region in the label of a resource': ['a.tf', 'resource "aws_kms_key" "orders-us-west-2" {}\nresource "aws_subnet" "private_euw2_az1" {}\nresource "aws_instance" "web1" {}', ['1 us-west-2', '2 euw2-az1']],
  'what follows broken HCL': ['a.tf', 'locals {\n  a = [[\n}\nprovider "aws" {\n  region = "us-east-1"\n}\n', ['5 us-east-1']],
};

describe('what a region is there for', () => {
  for (const [name, [path, text]] of Object.entries(silent)) it(`says nothing of ${name}`, async () => assert.deepEqual(await open(path, text), []));
  for (const [name, [path, text, found]] of Object.entries(told)) it(`tells ${name}`, async () => assert.deepEqual(await open(path, text), found));

  it('takes a region in a reference to a resource for part of its name', async () => {
    const [occurrence] = await occurrencesIn('a.tf', 'locals {\n  a = jsonencode({ alarms = ["${aws_cloudwatch_metric_alarm.spend-us-west-2[0].arn}"] })\n}');
    assert.notEqual(occurrence?.role, 'fallback');
  });

  it('knows catalogues of names that hold an abbreviation', async () => {
    const [occurrence] = await occurrencesIn('a.ts', "export const names = { 'us-east-1': 'N. Virginia', 'me-central-1': 'UAE' };");
    assert.equal(occurrence?.construct?.content, 'names');
  });
});
