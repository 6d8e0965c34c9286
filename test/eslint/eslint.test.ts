import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Linter, RuleTester } from 'eslint';
import regionready from '../../eslint/index.ts';
import { rules as registry } from '../../rules/index.ts';

RuleTester.describe = describe;
RuleTester.it = it;

const literal = regionready.rules?.['code-region-literal'];
assert.ok(literal);
const sdk = "import { S3Client } from '@aws-sdk/client-s3';\n";
const handler = 'export const handler = async () => s3;\n';

new RuleTester({ settings: { regionready: { home: ['us-east-1'] } } }).run('code-region-literal', literal, {
  valid: [
    `${sdk}const s3 = new S3Client({ region: process.env.AWS_REGION });\n${handler}`,
    `${sdk}const s3 = new S3Client({ region: 'us-west-2' }); // regionready-ignore code-region-literal -- the archive stays there\n`,
    { code: `${sdk}const s3 = new S3Client({ region: 'eu-west-1' });\n`, options: [{ targets: ['eu-west-1'] }] },
    { code: `${sdk}const s3 = new S3Client({ region: 'us-east-1' });\n`, filename: 'test/s3.test.js' },
  ],
  invalid: [
    {
      code: `${sdk}const s3 = new S3Client({ region: 'us-east-1' });\n${handler}`,
      output: `${sdk}const s3 = new S3Client({});\n${handler}`,
      errors: [{ message: /region/, line: 2, column: 36, endLine: 2, endColumn: 45 }],
    },
    {
      // ESLint counts a line separator as a line end, as JavaScript does; regionready does not.
      code: `${sdk}/* \u2028 */ const s3 = new S3Client({ region: 'us-east-1' });\n`,
      errors: [{ message: /region/, line: 3, suggestions: [{ desc: 'Leave the region out, so that the SDK takes it from where the program runs, or pass `process.env.AWS_REGION`.', output: `${sdk}/* \u2028 */ const s3 = new S3Client({});\n` }] }],
    },
    {
      code: `${sdk}const s3 = new S3Client({ region: 'us-east-1' });\n`,
      filename: 'test/s3.test.js',
      options: [{ include: ['test'], targets: ['eu-west-1'] }],
      errors: [{ message: /eu-west-1/, suggestions: 1 }],
    },
  ],
});

describe('the plugin', () => {
  const lint = (code: string, extra: Linter.Config = {}): Linter.LintMessage[] => new Linter().verify(code, [regionready.configs.recommended, extra], 'src/a.js');

  it('has every code rule, and each in its recommended configuration', () => {
    const ids = Object.values(registry).flatMap(({ id, on }) => (on === 'code' ? [id] : []));
    assert.deepEqual(Object.keys(regionready.rules ?? {}), ids);
    assert.deepEqual(Object.keys(regionready.configs.recommended.rules ?? {}), ids.map((id) => `regionready/${id}`));
  });

  it('reports under the rule that speaks for the text, with the severity that the user sets', () => {
    const code = "const topic = 'arn:aws:sns:us-east-1:111122223333:orders';\nconst region = process.env.AWS_REGION ?? 'us-east-1';\n";
    assert.deepEqual(lint(code).map(({ ruleId, severity, line }) => [ruleId, severity, line]), [['regionready/code-arn-literal', 2, 1], ['regionready/code-region-default', 2, 2]]);
    assert.deepEqual(lint(code, { rules: { 'regionready/code-arn-literal': 'off', 'regionready/code-region-default': 'warn' } }).map(({ severity }) => severity), [1]);
  });

  it('honours the comments of ESLint too', () => {
    assert.deepEqual(lint("// eslint-disable-next-line regionready/code-arn-literal -- ours\nconst topic = 'arn:aws:sns:us-east-1:111122223333:orders';\n"), []);
  });

  it('refuses regions and options that do not exist', () => {
    assert.throws(() => lint('const a = 1;', { settings: { regionready: { targets: ['europe-1'] } } }), /there is no region europe-1/);
    assert.throws(() => lint('const a = 1;', { settings: { regionready: { tragets: [] } } }), /tragets/);
    assert.throws(() => lint('const a = 1;', { rules: { 'regionready/code-arn-literal': ['error', { tragets: [] }] } }), /tragets/);
  });
});
