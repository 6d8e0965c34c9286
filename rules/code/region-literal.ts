import type { Occurrence } from '../../model/occurrence.ts';
import { rule } from '../rule.ts';
import { judgeBinding } from '../support/code-binding.ts';
import { claimed } from '../support/code-check.ts';
import { regionEdit, regionFix } from '../support/code-fix.ts';
import { codeOptions } from '../support/code-options.ts';
import { isClient, isReportedOnly, quoted, receiver, subjectName } from '../support/code-words.ts';
import { severities } from '../support/severities.ts';

export const codeRegionLiteral = rule({
  id: 'code-region-literal',
  title: 'Region is written into the code',
  on: 'code',
  severity: severities('M/H/H/H'),
  why: 'A client or setting with a fixed region keeps working on that region, wherever the program runs: after a failover it calls the region that has failed.',
  fix: 'Leave the region out, so that the SDK takes it from where the program runs; or take it from AWS_REGION or, in a template, from its pseudo parameter.',
  effect: 'RTO grows by a change of code and a release: after traffic has moved, calls still go to the region that has failed. Where a call writes, RPO grows by what reaches only that region.',
  links: ['https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html'],
  options: codeOptions,
  examples: {
    gap: [
      {
        ts: `import { S3Client } from '@aws-sdk/client-s3';\nexport const s3 = new S3Client({ region: 'us-east-1' });`,
        py: `import boto3\ns3 = boto3.client("s3", region_name="us-east-1")`,
        java: `class Storage { S3Client s3 = S3Client.builder().region(Region.US_EAST_1).build(); }`,
        go: `package main\nvar cfg, err = config.LoadDefaultConfig(ctx, config.WithRegion("us-east-1"))`,
        hcl: `provider "aws" {\n  region = "us-east-1"\n}`,
        sh: `aws s3 ls --region us-east-1`,
      },
      { name: 'through a constant', ts: `const REGION = 'us-east-1';\nconst queue = new SQSClient({ region: REGION });` },
      { name: 'no target named', targets: [], ts: `const queue = new SQSClient({ region: 'us-east-1' });` },
    ],
    ready: [
      { name: 'taken from where it runs', ts: `const queue = new SQSClient({ region: process.env.AWS_REGION });`, py: `import os, boto3\nsqs = boto3.client("sqs", region_name=os.environ["AWS_REGION"])` },
      { name: 'names the target', ts: `export const failover = { region: 'eu-west-1' };` },
      { name: 'a block for each region', hcl: `module "api_us_east_1" {\n  source = "./api"\n  envs = [{ name : "AWS_REGION", value : "us-east-1" }]\n}\nmodule "api_eu_west_1" {\n  source = "./api"\n  envs = [{ name : "AWS_REGION", value : "eu-west-1" }]\n}` },
      { name: 'the other arm names the target', hcl: `resource "aws_secretsmanager_secret" "key" {\n  replica {\n    region = var.primary ? "eu-west-1" : "us-east-1"\n  }\n}` },
    ],
    exempt: [
      { name: 'one endpoint for the world', ts: `import { IAMClient } from '@aws-sdk/client-iam';\nconst iam = new IAMClient({ region: 'us-east-1' });`, py: `import boto3\niam = boto3.client("iam", region_name="us-east-1")` },
      { name: 'functions of the edge are kept in us-east-1', ts: `const LAMBDA_EDGE_REGION = 'us-east-1';` },
      { name: 'a provider that only places what CloudFront wants in us-east-1', hcl: `provider "aws" {\n  alias  = "use1"\n  region = "us-east-1"\n}\nresource "aws_acm_certificate" "shop" {\n  provider    = aws.use1\n  domain_name = "shop.example.com"\n}` },
    ],
  },

  check: claimed('code-region-literal', (occurrence, context) => judgeBinding(occurrence, context, (where) => {
    const edit = regionEdit(occurrence);
    return {
      message: `${fact(occurrence)}${effect(occurrence, where)}`,
      fix: regionFix(occurrence),
      ...(edit === undefined ? {} : { edit }),
      ...(isReportedOnly(occurrence) || occurrence.name === 'alias' ? { atMost: 'low' as const } : {}),
    };
  })),
});

function fact(occurrence: Occurrence): string {
  const { text, form, regions, role, within } = occurrence;
  const region = form === 'region' ? text : `${quoted(text)} (${regions.join(', ')})`;
  const name = subjectName(occurrence);
  const to = receiver(occurrence);
  if (role === 'type') return `The type of ${name ?? 'the value'} allows ${region} only`;
  if (within !== undefined) return `${quoted(within.length > 90 ? occurrence.snippet : within)} has ${region} written into it`;
  if (to === undefined) return `${name ?? quoted(text)} is fixed to ${region}`;
  return name === undefined ? `${to} is given ${region}` : `${name} of ${to} is fixed to ${region}`;
}

function effect(occurrence: Occurrence, where: string): string {
  const { regions, role, within, service } = occurrence;
  const [region = 'that region'] = regions;
  if (role === 'type') return `: ${where} does not compile or is refused.`;
  if (within !== undefined) return `: in ${where} it still means ${region}.`;
  return service === undefined || !isClient(occurrence) ? `: in ${where} it still says ${region}.` : `: in ${where} it goes on calling ${region}.`;
}
