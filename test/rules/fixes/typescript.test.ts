import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeCode } from '../../../rules/judge-code.ts';
import { rules } from '../../../rules/index.ts';
import { fixed, type FixedText } from '../../support/fixed.ts';
import { occurrencesIn } from '../../support/occurrences.ts';

/** What the first gap of a text becomes, through the front-end and the rules. */
async function change(source: string, home: readonly string[] = ['us-east-1']): Promise<FixedText | undefined> {
  const occurrences = await occurrencesIn(source);
  const judgements = judgeCode({ occurrences, rules: Object.values(rules), settings: {}, home, targets: [], intent: { strategy: 'warm-standby', exemptions: [], today: '2030-01-31' }, serviceOf: () => 'code' });
  const first = judgements.find(({ state }) => state === 'gap');
  assert.ok(first, 'there is a gap');
  return fixed(source, first, { home });
}

const sdk = "import { S3Client } from '@aws-sdk/client-s3';\n";
const lambda = 'export const handler = async () => s3;\n';
const client = (options: string): string => `${sdk}const s3 = new S3Client(${options});\n${lambda}`;

describe('clients of the SDK', () => {
  it('leaves the region out, with one comma and no comment', async () => {
    for (const [before, after] of [
      ["{ region: 'us-east-1' }", '{}'],
      ["{ region: 'us-east-1', maxAttempts: 3 }", '{ maxAttempts: 3 }'],
      ["{ maxAttempts: 3, region: 'us-east-1' }", '{ maxAttempts: 3 }'],
      ["{\n  maxAttempts: 3,\n  region: 'us-east-1', // here\n}", '{\n  maxAttempts: 3, // here\n}'],
      ["{ /* why */ region: 'us-east-1' }", '{ /* why */  }'],
    ] as const) assert.deepEqual(await change(client(before)), { text: client(after), safe: true }, before);
  });

  it('is a suggestion where nothing says that the runtime sets the region, or that it is this one', async () => {
    assert.equal((await change(client("{ region: 'us-east-1' }").replace('export ', '')))?.safe, false);
    assert.equal((await change(client("{ region: 'us-east-1' }"), []))?.safe, false);
    assert.equal((await change(client("{ region: 'us-east-1' }"), ['eu-west-1']))?.safe, false);
    assert.equal((await change(client("{ ...options, region: 'us-east-1' }")))?.safe, false);
  });

  it('drops fallbacks as a suggestion', async () => {
    assert.deepEqual(await change("const region = process.env.AWS_REGION ?? 'us-east-1';\nnew S3Client({ region });\n"), { text: 'const region = process.env.AWS_REGION;\nnew S3Client({ region });\n', safe: false });
  });
});

describe('constructs of the CDK', () => {
  const stack = (body: string, imports = "import * as cdk from 'aws-cdk-lib';"): string => `${imports}\nexport class A extends cdk.Stack {\n  make() {\n    ${body}\n  }\n}\n`;

  it('asks the stack, by the names that the file imports', async () => {
    assert.equal((await change(stack("fn({ bucketRegion: 'us-east-1' });")))?.text, stack('fn({ bucketRegion: cdk.Stack.of(this).region });'));
    assert.equal((await change(stack("fn({ value: 'arn:aws:sns:us-east-1:111122223333:orders' });")))?.text, stack('fn({ value: `arn:${cdk.Aws.PARTITION}:sns:${cdk.Stack.of(this).region}:111122223333:orders` });'));
    const named = "import { Aws, Stack as Base } from 'aws-cdk-lib';";
    assert.equal((await change(stack("fn({ bucketRegion: 'us-east-1' });", named)))?.text, stack('fn({ bucketRegion: Base.of(this).region });', named));
    const outside = "import { Aws } from 'aws-cdk-lib';\nfn({ bucketRegion: 'us-east-1' });\n";
    assert.equal((await change(outside))?.text, outside.replace("'us-east-1'", 'Aws.REGION'));
  });

  it('asks the environment where the stack is placed', async () => {
    assert.match((await change(stack("new cdk.Stack(this, 'b', { env: { region: 'us-east-1' } });")))?.text ?? '', /env: \{ region: process\.env\.CDK_DEFAULT_REGION \}/);
  });
});
