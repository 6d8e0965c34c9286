import { rule } from '../rule.ts';
import { judgeBinding } from '../support/code-binding.ts';
import { claimed } from '../support/code-check.ts';
import { codeOptions } from '../support/code-options.ts';
import { receiver } from '../support/code-words.ts';
import { listed } from '../support/list.ts';
import { severities } from '../support/severities.ts';

export const codeCrossRegionClient = rule({
  id: 'code-cross-region-client',
  title: 'Client calls another region than the one it runs in',
  on: 'code',
  severity: severities('L/M/C/C'),
  why: 'The call crosses regions already at home: it adds latency, and the service fails with a region that it does not run in.',
  fix: 'Use a client of the local region and data that is replicated to it; keep clients of other regions to replication and administration.',
  effect: 'The service is down with either region, so that a second region adds outages instead of covering them: RTO is as long as the region that it calls is down. No effect on RPO unless the call writes.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-3.html'],
  options: codeOptions,
  examples: {
    gap: [{
      ts: `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nconst sessions = new DynamoDBClient({ region: 'us-west-2' });`,
      py: `import boto3\nsessions = boto3.resource("dynamodb", region_name="us-west-2")`,
    }],
    ready: [{ name: 'of the target', ts: `import { S3Client } from '@aws-sdk/client-s3';\nconst replica = new S3Client({ region: 'eu-west-1' });` }],
    exempt: [{ name: 'Global Accelerator is run from us-west-2', ts: `import { GlobalAcceleratorClient } from '@aws-sdk/client-global-accelerator';\nconst accelerator = new GlobalAcceleratorClient({ region: 'us-west-2' });` }],
  },

  check: claimed('code-cross-region-client', (occurrence, context) => judgeBinding(occurrence, context, (where) => ({
    message: `${receiver(occurrence) ?? 'A client'} is made for ${listed(occurrence.regions)}, while the workload runs in ${listed(context.home)}: its calls cross regions today, and do so from ${where}.`,
  }))),
});
