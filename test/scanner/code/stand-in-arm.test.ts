import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isForStandIns } from '../../../scanner/code/stand-in-arm.ts';
import { occurrencesIn } from '../../support/occurrences.ts';

it('knows conditions that hold in tests and on the machine of a developer only', () => {
  for (const condition of ['isTesting', 'is_local()', '"localhost" in endpoint', 'process.env.IS_OFFLINE', 'os.environ.get("AWS_SAM_LOCAL")', "process.env.NODE_ENV === 'test'", 'this.isLocalStack', 'config.localstack.enabled']) assert.ok(isForStandIns(condition), condition);
  for (const condition of ['!isTesting', 'not is_local', "host !== 'localhost'", 'isLocalRegion', 'isTested', "env === 'testing-ground'", 'region', 'IS_LOCAL == false', "process.env.NODE_ENV !== 'test'"]) assert.ok(!isForStandIns(condition), condition);
});

it('keeps what stands below them out of production', async () => {
  const scopes = async (source: string, file: string): Promise<string[]> => (await occurrencesIn(source, file)).map(({ scope }) => scope);
  assert.deepEqual(await scopes("const a = new S3Client(isLocal ? { region: 'us-east-1' } : { region: 'us-west-2' }); if (isTest) { f('eu-west-1'); } else { f('eu-west-2'); }", 'a.ts'), ['test', 'production', 'test', 'production']);
  assert.deepEqual(await scopes('if "localhost" in endpoint:\n    r = f("us-east-1")\nelse:\n    r = f("us-west-2")\n', 'a.py'), ['test', 'production']);
  assert.deepEqual(await scopes('package a\nfunc f() {\n\tif isTesting {\n\t\tg("us-east-1")\n\t}\n\tg("us-west-2")\n}\n', 'a.go'), ['test', 'production']);
});
