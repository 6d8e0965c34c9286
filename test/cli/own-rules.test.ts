import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitRules } from '../../cli/own-rules.ts';
import { lint } from '../../index.ts';
import type { Rule } from '../../rules/rule.ts';
import { ready } from '../../rules/verdict.ts';
import { documentedConfig, ourIndex } from '../support/own-rules-config.ts';
import { folderWith, runCli, type Ran } from '../support/io.ts';
import { tinyRule } from '../support/tiny-readiness.ts';

const own = (given: object = {}): object => ({ ...tinyRule, id: 'acme/data-tiny', ...given });
const problemsOf = (...rules: readonly unknown[]): string[] => splitRules({ rules }).problems.map(({ message }) => message);
const files = {
  'regionready.config.ts': documentedConfig(ourIndex),
  'orders.yaml': 'Resources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties: {TableName: order-items}\n  Media:\n    Type: AWS::S3::Bucket\n',
  'client.ts': "fetch('https://gateway.us-east-1.acme.example/orders');\n",
};
async function inFolder(...argv: readonly string[]): Promise<Ran> {
  return runCli(argv, { cwd: await folderWith(files) });
}

describe('rules of the configuration', () => {
  it('are judged by audit beside ours, with their options and the records of the list', async () => {
    const { code, stdout, stderr } = await inFolder('audit', '--format', 'json', '--fail-on', 'none');
    assert.equal(code, 0, stderr);
    const { judgements, rules } = JSON.parse(stdout) as { judgements: { rule: string; state: string; severity: string; title: string }[]; rules: { id: string; severity: string }[] };
    const of = (id: string): string[] => judgements.filter(({ rule }) => rule === id).map(({ state, severity, title }) => `${state} ${severity} ${title}`);
    assert.deepEqual(of('acme/data-orders-stream'), ['gap high order-items']);
    assert.deepEqual(of('acme/code-legacy-gateway'), ['gap high client.ts:1']);
    assert.equal(rules.find(({ id }) => id === 'data-s3-no-crr')?.severity, 'medium');
  });

  it('are in lint, SARIF, the list and the page', async () => {
    const found = JSON.parse((await inFolder('lint', '--format', 'json', '--fail-on', 'none', '--rule', 'acme/code-legacy-gateway')).stdout) as { findings: { rule: string; line: number }[] };
    assert.deepEqual(found.findings.map(({ rule, line }) => [rule, line]), [['acme/code-legacy-gateway', 1]]);
    const { runs: [run] } = JSON.parse((await inFolder('audit', '--format', 'sarif', '--fail-on', 'none')).stdout) as { runs: { tool: { driver: { rules: { id: string; helpUri?: string }[] } } }[] };
    assert.equal(run?.tool.driver.rules.find(({ id }) => id === 'acme/code-legacy-gateway')?.helpUri, 'https://wiki.acme.example/gateway');
    assert.match((await inFolder('rules')).stdout, /^ {2}acme\/data-orders-stream +med +high +high +high/m);
    assert.match((await inFolder('rules', 'explain', 'acme/data-orders-stream')).stdout, /Our replay job[^]*streamEnabled[^]*prefix/);
    assert.match((await inFolder('lint', '--rule', 'acme/data-orders-stream')).stderr, /RR103.*judges resources, not code/);
    assert.match((await inFolder('lint', '--rule', 'acme/code-legacy')).stderr, /RR403.*Did you mean acme\/code-legacy-gateway\?/);
  });

  it('can be accepted by a comment that names them', async () => {
    const cwd = await folderWith({ ...files, 'client.ts': `// regionready-ignore acme/code-legacy-gateway -- goes away with the old shop\n${files['client.ts']}` });
    const { stdout } = await runCli(['lint', '--format', 'json', '--rule', 'acme/code-legacy-gateway'], { cwd });
    assert.deepEqual((JSON.parse(stdout) as { findings: unknown[] }).findings, []);
    const other = await runCli(['lint', '--rule', 'code-arn-literal', '--fail-on-stale'], { cwd });
    assert.equal(other.code, 0, 'a comment for a rule that was not asked is not stale');
  });

  it('hold to their examples', async () => {
    const { code, stdout } = await inFolder('rules', 'test');
    assert.equal(code, 0, stdout);
    assert.match(stdout, /5 examples, all as they say\./);
    const cwd = await folderWith({ ...files, 'regionready.config.ts': documentedConfig(ourIndex).replace('attributes.streamEnabled ? ready', '!attributes.streamEnabled ? ready') });
    const broken = await runCli(['rules', 'test', '--format', 'json'], { cwd });
    assert.equal(broken.code, 1);
    assert.deepEqual((JSON.parse(broken.stdout) as { rule: string; state: string; problem?: string }[]).flatMap(({ state, problem }) => (problem === undefined ? [] : [`${state} ${problem.split(' ')[0]}`])), ['gap ready', 'ready gap']);
    assert.match((await runCli(['rules', 'test'], { cwd: await folderWith({}) })).stderr, /^error\[RR102\]/);
  });

  it('are refused where they are wrong, each part by name', async () => {
    assert.deepEqual(problemsOf(own()), []);
    assert.match(problemsOf(own({ id: 'data-tiny' }))[0] ?? '', /^rules\[0\] \(data-tiny\): id: must be <namespace>\/<category>-<name>/);
    assert.match(problemsOf(own({ id: 'regionready/data-tiny' }))[0] ?? '', /namespace regionready is taken/);
    assert.deepEqual(problemsOf(own(), own()), ['rules[1] (acme/data-tiny): is there twice.']);
    assert.match(problemsOf(own({ on: 'dynamodb-tabel' }))[0] ?? '', /on names what is judged: .* Did you mean dynamodb-table/);
    assert.match(problemsOf(own({ on: 'dynamodb-table', needs: ['streamEnable'] }))[0] ?? '', /needs: dynamodb-table has no attribute streamEnable\. Did you mean streamEnabled\?/);
    assert.match(problemsOf(own({ fixx: 'a' }))[0] ?? '', /fixx is no part of a rule\. Did you mean fix/);
    assert.match(problemsOf(own({ examples: { gap: [], ready: [{}] } }))[0] ?? '', /examples\.gap: needs an example/);
    const { why: _, ...without } = own() as Rule;
    assert.deepEqual(problemsOf(without), ['rules[0] (acme/data-tiny): why is missing.']);
    assert.deepEqual(problemsOf(7, own({ check: 'x' })), ['rules[0]: is neither a rule nor a record of severities and options by rule id.', 'rules[1] (acme/data-tiny): check: must be a function.']);
    await assert.rejects(lint({ cwd: await folderWith(files), config: { rules: [{ ...tinyRule, id: 'tiny/code-x', links: [] as unknown as Rule['links'] }] } }), { code: 'RR406' });
    const cwd = await folderWith({ 'regionready.config.mjs': 'export default { rules: [{ id: 1 }] };' });
    assert.match((await runCli(['rules'], { cwd })).stderr, /^error\[RR406\]: .*regionready\.config\.mjs: rules\[0\]: id: /);
    assert.match((await runCli(['rules'], { cwd: await folderWith({ 'regionready.config.yaml': 'rules: [{ data-s3-no-crr: low }]' }) })).stderr, /RR401.*rules/);
  });

  it('end the run with their name where they fail', () => {
    const checked = (check: unknown, on: Rule['on'] = 'resource'): unknown => splitRules({ rules: [own({ check, on })] }).own[0]?.check({ id: 'bucket' } as never, {} as never);
    assert.deepEqual(checked(() => ready()), ready());
    assert.equal(checked(() => undefined), undefined);
    for (const [check, message] of [
      [() => { throw new TypeError('no x'); }, 'acme/data-tiny failed on bucket: no x'],
      [async () => ready(), 'acme/data-tiny failed on bucket: it answered with a promise; checks do no I/O'],
      [() => true, /its answer is no verdict/],
      [() => ({ state: 'gap' }), /its gap has no message/],
    ] as const) assert.throws(() => checked(check), { code: 'RR407', message });
    assert.throws(() => checked(function* () { yield { subject: 'x' }; }, 'estate'), { code: 'RR407', message: /failed on the estate: it yielded something that is no/ });
  });
});
