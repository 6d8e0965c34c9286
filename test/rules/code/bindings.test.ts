import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeCode } from '../../../rules/judge-code.ts';
import { codeRules, judgeSnippet } from '../../support/run-code-example.ts';
import { occurrence, verdictOf, verdictsOn } from '../../support/code-verdicts.ts';

describe('texts that are bound to their regions', () => {
  it('are right in the targets that they name, or that a counterpart beside them names', async () => {
    assert.deepEqual(await verdictsOn(`export const failover = { region: 'eu-west-1' };`, { targets: ['eu-west-1', 'eu-west-2'] }), ['region-literal gap in eu-west-2']);
    const arns = (...regions: string[]): string => `grant([${regions.map((region) => `'arn:aws:sqs:${region}:111122223333:orders'`).join(', ')}]);`;
    assert.deepEqual(await verdictsOn(arns('us-east-1', 'eu-west-1')), ['arn-literal ready', 'arn-literal ready']);
    assert.deepEqual(await verdictsOn(arns('us-east-1', 'us-west-2')), ['arn-literal gap', 'arn-literal gap']);
  });

  it('of another partition than home and target stand in nobody’s way', async () => {
    const client = `const region = 'us-gov-west-1';`;
    assert.deepEqual(await verdictsOn(client), ['region-literal ready']);
    assert.deepEqual(await verdictsOn(client, { targets: ['us-gov-east-1'], home: ['us-gov-west-1'] }), ['region-literal gap']);
    assert.deepEqual(await verdictsOn(client, { targets: [] , home: [] }), ['region-literal gap low']);
  });

  it('are worse where a client gets them than where a log line does', async () => {
    assert.deepEqual(await verdictsOn(`const region = process.env.AWS_REGION ?? 'us-east-1';\nnew S3Client({ region });`), ['region-default gap']);
    assert.deepEqual(await verdictsOn(`logger.info({ region: process.env.AWS_REGION ?? 'us-east-1' });`), ['region-default gap low']);
  });

  it('keep the severity that the configuration sets', () => {
    const severity = (settings: Parameters<typeof judgeCode>[0]['settings']): string | undefined => judgeCode({
      occurrences: [occurrence({ form: 'partition', text: 'arn:aws:iam::aws:policy/ReadOnlyAccess', regions: [] })], rules: codeRules, home: [], targets: ['cn-north-1'], settings,
      intent: { strategy: 'warm-standby', exemptions: [], today: '2026-11-21' }, serviceOf: () => 'code',
    })[0]?.severity;
    assert.equal(severity({}), 'critical');
    assert.equal(severity({ 'code-partition-literal': 'info' }), 'info');
  });

  it('are spoken of by the most specific rule', () => {
    assert.equal(verdictOf({ form: 'endpoint', text: 'https://sqs.us-east-1.amazonaws.com/1/q', role: 'fallback' }), 'endpoint-literal gap');
    assert.equal(verdictOf({ form: 'arn', text: 'arn:aws:sns:us-east-1:111122223333:a', role: 'comparison' }), 'region-branch gap');
    assert.equal(verdictOf({ form: 'zone', text: 'us-east-1a', role: 'comparison' }), 'az-literal gap');
    assert.equal(verdictOf({ form: 'ami', text: 'ami-0a1b9c3d8e7f24605', regions: [], role: 'fallback' }), 'ami-literal gap');
    assert.equal(verdictOf({ name: 'LocationConstraint', role: 'argument', callee: 's3.createBucket' }), 's3-location gap');
    assert.equal(verdictOf({ name: 'signingRegion' }), 'pinned-credentials-region gap');
    assert.equal(verdictOf({ role: 'argument', name: 'region', callee: 'SqsClient', service: 'sqs', regions: ['ap-south-1'], text: 'ap-south-1' }), 'cross-region-client gap');
    assert.equal(verdictOf({ role: 'argument', name: 'region', callee: 'SqsClient', service: 'sqs', regions: ['ap-south-1'], text: 'ap-south-1' }, { home: [] }), 'region-literal gap');
    assert.equal(verdictOf({ form: 'region-prefix', text: 'us-', regions: [], role: 'value' }), 'nothing');
  });

  it('come with an edit where the language can say the region in one expression', async () => {
    const [judged] = await judgeSnippet('ts', `const s3 = new S3Client({ region: 'us-east-1' });`) ?? [];
    assert.deepEqual(judged?.edit, { span: { line: 1, column: 35, endLine: 1, endColumn: 46 }, text: 'process.env.AWS_REGION', safe: false });
    const [type] = await judgeSnippet('ts', `type Region = 'us-east-1';`) ?? [];
    assert.equal(type?.edit, undefined);
  });
});

describe('what a tree of Java or Python says', () => {
  const findings = async (snippet: 'java' | 'py', text: string): Promise<readonly string[]> => ((await judgeSnippet(snippet, text, { targets: [], home: [] })) ?? []).map(({ rule, state }) => `${rule} ${state}`);

  it('knows constants of the SDK by the bare name that a static import gives them', async () => {
    const use = 'class A { KmsClient kms = KmsClient.builder().region(EU_WEST_2).build(); }';
    assert.deepEqual(await findings('java', `import static software.amazon.awssdk.regions.Region.EU_WEST_2;\n${use}`), ['code-region-literal gap']);
    assert.deepEqual(await findings('java', `import static software.amazon.awssdk.regions.Region.*;\n${use}`), ['code-region-literal gap']);
    assert.deepEqual(await findings('java', `import static com.example.Offices.EU_WEST_2;\n${use}`), [], 'somebody else calls something so');
  });

  it('takes examples in annotations and words of what is thrown for words', async () => {
    assert.deepEqual(await findings('java', '@Plugin(examples = { @Example(code = """\n  region: "us-east-1"\n  """) })\nclass A { @Schema(example = "us-east-1") String region; }'), []);
    assert.deepEqual(await findings('java', 'class A { @Value("${region:us-east-1}") String region; }'), ['code-region-default gap']);
    assert.deepEqual(await findings('py', 'def f(a):\n    raise InvalidData("us-east-1 not found in {}".format(a))'), []);
  });
});
