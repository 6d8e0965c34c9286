import { rule } from '../rule.ts';
import { judgeBinding } from '../support/code-binding.ts';
import { claimed } from '../support/code-check.ts';
import { runtimeRegionOf } from '../support/code-fix.ts';
import { codeOptions } from '../support/code-options.ts';
import { isReportedOnly, quoted, receiver, subjectName } from '../support/code-words.ts';
import { severities } from '../support/severities.ts';

export const codeRegionDefault = rule({
  id: 'code-region-default',
  title: 'Region falls back to a fixed one when none is set',
  on: 'code',
  severity: severities('M/H/H/H'),
  why: 'Where the setting is missing, the program does not fail: it works on the wrong region in silence, reads stale data there and writes what nobody will find.',
  fix: 'Fail at start when no region is set. On Lambda, ECS, EKS and EC2 the SDK finds the region by itself, so that no fallback is needed.',
  effect: 'RTO is not what it seems: the failover looks done while requests go to the fixed region. What is written there meanwhile has to be found and merged, and counts as lost until then (RPO).',
  links: ['https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html', 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html'],
  options: codeOptions,
  examples: {
    gap: [
      {
        ts: `const region = process.env.AWS_REGION ?? 'us-east-1';\nconst table = new DynamoDBClient({ region });`,
        py: `import os, boto3\nregion = os.environ.get("AWS_REGION", "us-east-1")\ntable = boto3.resource("dynamodb", region_name=region)`,
        go: `package main\nfunc region() string {\n\tregion := os.Getenv("AWS_REGION")\n\tif region == "" {\n\t\tregion = "us-east-1"\n\t}\n\treturn region\n}`,
        hcl: `variable "region" {\n  default = "us-east-1"\n}`,
        sh: 'REGION="${AWS_REGION:-us-east-1}"',
      },
      { name: 'default of a parameter', ts: `export function connect(region = 'us-east-1') {\n  return new S3Client({ region });\n}` },
    ],
    ready: [{ name: 'falls back to the target', ts: `const region = process.env.AWS_REGION ?? 'eu-west-1';` }],
    exempt: [
      { name: 'S3 tells no location for buckets of us-east-1', ts: `const region = (await s3.getBucketLocation({ Bucket })).LocationConstraint || 'us-east-1';` },
      { name: 'certificates of distributions are in us-east-1', ts: `const certificateRegion = process.env.CERTIFICATE_REGION ?? 'us-east-1';` },
    ],
  },

  check: claimed('code-region-default', (occurrence, context) => judgeBinding(occurrence, context, (where) => {
    const [region = occurrence.text] = occurrence.regions;
    const what = subjectName(occurrence) ?? 'The region';
    const to = receiver(occurrence);
    const reported = isReportedOnly(occurrence);
    const end = occurrence.service === undefined ? (reported ? 'is then reported wrongly' : `is then used in ${where} too`) : `is then called from ${where}, without an error`;
    const here = runtimeRegionOf(occurrence);
    return {
      message: `${what} falls back to ${region} where none is set: ${to === undefined ? region : `through ${to}, ${region}`} ${end}.`,
      fix: `Drop the fallback and fail where no region is set${here === undefined ? '' : ` (${quoted(here)})`}.`,
      ...(reported ? { atMost: 'low' as const } : {}),
    };
  })),
});
