import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultRegions, optInRegions, regions } from '../../../model/region.ts';
import { judgeCode } from '../../../rules/judge-code.ts';
import { codeRules } from '../../support/run-code-example.ts';
import { occurrence, verdictOf, verdictsOn } from '../../support/code-verdicts.ts';

describe('what has no part in production', () => {
  it('gets no verdict at all: tests, examples, documentation, generated and vendored code, words for people', () => {
    for (const scope of ['test', 'example', 'docs', 'generated', 'vendored'] as const) assert.equal(verdictOf({ scope }), 'nothing', scope);
    assert.equal(verdictOf({ role: 'text' }), 'nothing');
    assert.equal(verdictOf({ form: 'region-env', text: 'AWS_REGION', regions: [] }), 'nothing');
    assert.equal(verdictOf({ name: 'alarmDescription', within: 'Look at the logs in us-east-1 first' }), 'nothing');
    assert.equal(verdictOf({ form: 'endpoint', text: 'id.execute-api.us-east-1.amazonaws.com', name: 'domainName', siblings: ['domainPrefix=id'] }), 'nothing', 'a recorded request');
    const profile = { form: 'identifier' as const, text: 'us.anthropic.claude-3-5-haiku-20241022-v1:0', regions: [] };
    assert.equal(verdictOf({ ...profile, role: 'key' }), 'nothing', 'what a model can do');
    assert.equal(verdictOf(profile), 'regional-id-literal gap');
    assert.equal(verdictOf({}), 'region-literal gap');
  });

  it('is no link that people are sent to: into the console, made at run time', async () => {
    const given = { targets: [], home: [] };
    const alarm = (link: string): string => `new Alarm({ alarmDescription: \`There is something in the dead letter queue, look at it first: ${link}\` });`;
    assert.ok((await verdictsOn(alarm('https://eu-west-1.console.aws.amazon.com/sqs/v2/home#/queues/${name}'), given)).includes('endpoint-literal gap low'));
    assert.deepEqual(await verdictsOn(alarm('the logs are in eu-west-1'), given), []);
  });

  it('is judged where the configuration asks for it', () => {
    const judged = judgeCode({
      occurrences: [occurrence({ scope: 'test' }), occurrence({ scope: 'docs' })], rules: codeRules, home: [], targets: [],
      settings: { 'code-region-literal': { options: { include: ['test'] } } }, intent: { strategy: 'warm-standby', exemptions: [], today: '2026-11-21' }, serviceOf: () => 'code',
    });
    assert.deepEqual(judged.map(({ rule, occurrence: of }) => `${rule} ${of?.scope}`), ['code-region-literal test']);
  });

  it('is a catalogue that names every region, unless a target is missing from it', () => {
    const span = { line: 1, column: 1, endLine: 1, endColumn: 10 };
    const all = [...regions.keys()];
    const list = (named: readonly string[], content: 'codes' | 'names' | 'data' = 'names'): Parameters<typeof verdictOf>[0] =>
      ({ construct: { kind: 'list', regions: [...named], content, entries: named.length, fallback: false, span } });
    assert.equal(verdictOf(list(all)), 'nothing');
    assert.equal(verdictOf(list(all), { targets: [] }), 'nothing');
    assert.equal(verdictOf(list([...defaultRegions.slice(1), ...optInRegions.slice(0, 4)]), { targets: [] }), 'nothing');
    assert.equal(verdictOf(list(all.filter((code) => code !== 'eu-west-1'))), 'region-list-missing-rt gap');
    assert.equal(verdictOf(list([...defaultRegions.slice(2), ...optInRegions]), { targets: [] }), 'region-list-missing-rt gap');
    assert.equal(verdictOf(list([...defaultRegions, ...optInRegions.slice(0, 3)]), { targets: [] }), 'region-list-missing-rt gap');
    assert.equal(verdictOf(list(all, 'data'), { targets: [] }), 'region-list-missing-rt gap', 'data must be kept for every region that opens');
    assert.equal(verdictOf(list(all, 'data')), 'region-list-missing-rt ready');
  });

  it('is a parameter file of one region, and the value in it', () => {
    const at = (file: string, given: Parameters<typeof verdictOf>[0] = {}): string => verdictOf({ file, language: 'terraform', ...given });
    assert.equal(at('acme-prod/us-east-1/region.hcl'), 'nothing');
    assert.equal(at('acme-prod/us-east-1/regional.tfvars'), 'nothing');
    assert.equal(at('stacks/use1-globals.yaml', { language: 'yaml' }), 'nothing');
    assert.equal(at('config/us-east-1.json', { language: 'json', form: 'ami', text: 'ami-0a1b9c3d8e7f24605', regions: [] }), 'nothing');
    assert.equal(at('acme-prod/us-east-1/vpc/main.tf'), 'region-literal gap', 'code in the folder of a region');
    assert.equal(at('prod.tfvars'), 'region-literal gap', 'a file of an environment');
    assert.equal(at('acme-prod/us-west-2/region.hcl'), 'region-literal gap', 'another region than the folder says');
  });

  it('is a client of an emulator or of another vendor', async () => {
    assert.deepEqual(await verdictsOn(`new DynamoDBClient({ region: 'us-east-1', endpoint: 'http://localhost:8000' });`), []);
    assert.equal(verdictOf({ name: 'AWS_S3_REGION', siblings: ['OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4317'] }), 'region-literal gap', 'traces go to a collector beside the program');
    assert.equal(verdictOf({ name: 'AWS_S3_REGION', siblings: ['AWS_S3_ENDPOINT=http://127.0.0.1:9000'] }), 'nothing');
    assert.deepEqual(await verdictsOn(`new S3Client({ region: 'us-east-1', endpoint: 'https://fra1.digitaloceanspaces.com' });`), []);
    assert.deepEqual(await verdictsOn(`new S3Client({ region: 'us-east-1', endpoint: 'https://s3.internal.example' });`), ['region-literal gap']);
  });

  it('is the name of a service that is trusted, and the query of a console link', async () => {
    assert.equal(verdictOf({ form: 'global-endpoint', text: 'logging.s3.amazonaws.com', regions: [], name: 'Service' }), 'nothing');
    assert.equal(verdictOf({ form: 'global-endpoint', text: 'logging.s3.amazonaws.com', regions: [], callee: 'iam.ServicePrincipal' }), 'nothing');
    assert.equal(verdictOf({ form: 'endpoint', text: 'states.us-east-1.amazonaws.com', callee: 'iam.ServicePrincipal' }), 'endpoint-literal gap');
    assert.deepEqual(await verdictsOn('open(`https://us-east-1.console.aws.amazon.com/sqs/home?region=us-east-1#/queues/${name}`);'), ['endpoint-literal gap low']);
  });
});
