import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { occurrencesIn, shown } from '../../../support/occurrences.ts';

/** Each source holds one construct, which is told once. */
const table: readonly (readonly [string, string])[] = [
  ["const REGIONS = ['us-east-1', 'eu-west-1'];", 'element region us-east-1 name=REGIONS list[eu-west-1,us-east-1] codes'],
  ["const REGIONS = new Set(['us-east-1', 'eu-west-1'] as const);", 'element region us-east-1 name=REGIONS set[eu-west-1,us-east-1] codes'],
  ["if (['us-east-1', 'eu-west-1'].includes(region)) f();", 'comparison region us-east-1 in=includes list[eu-west-1,us-east-1] codes'],
  ["new Stack({ availabilityZones: ['us-east-1a', 'us-east-1b'] });", 'element zone us-east-1a name=availabilityZones in=Stack list[us-east-1] codes'],
  ["const HOME = 'us-east-1'; const all = [HOME, 'eu-west-1'];", 'element region us-east-1 name=all list[eu-west-1,us-east-1] codes'],
  ["const all = [Region.US_EAST_1, Region.EU_WEST_1];", 'element region-enum US_EAST_1 name=all list[eu-west-1,us-east-1] codes'],
  ["const IMAGES = { 'us-east-1': 'ami-0123456789abcdef0', 'eu-west-1': 'ami-0fedcba9876543210' };", 'key region us-east-1 name=IMAGES map[eu-west-1,us-east-1] data key'],
  ["const NAMES = { 'us-east-1': 'US East (N. Virginia)', 'eu-west-1': 'Europe (Ireland)' };", 'key region us-east-1 name=NAMES map[eu-west-1,us-east-1] names key'],
  ["const ON = { 'us-east-1': true, 'eu-west-1': false };", 'key region us-east-1 name=ON map[eu-west-1,us-east-1] codes key'],
  ["const HOSTS = { 'us-east-1': { host: 'a' }, 'eu-west-1': { host: 'b' }, default: { host: 'c' } };", 'key region us-east-1 name=HOSTS map[eu-west-1,us-east-1] data key +'],
  ["const HOSTS = { 'us-east-1': 'a.b', 'eu-west-1': 'c.d' }; const host = HOSTS[region] ?? other;", 'key region us-east-1 name=HOSTS map[eu-west-1,us-east-1] data key +'],
  ["const M = new Map([['us-east-1', 1], ['eu-west-1', 2]]); const n = M.get(region) || 0;", 'key region us-east-1 name=M map[eu-west-1,us-east-1] data key +'],
  ["const M = { [Region.US_EAST_1]: 1, [Region.EU_WEST_1]: 2 };", 'key region-enum US_EAST_1 name=M map[eu-west-1,us-east-1] data key'],
  ["const BY_STAGE = { dev: 'us-east-1', prod: 'eu-west-1' };", 'value region us-east-1 name=BY_STAGE map[eu-west-1,us-east-1] data value'],
  ["const Regions = { US_EAST_1: 'us-east-1', EU_WEST_1: 'eu-west-1' } as const;", 'value region us-east-1 name=Regions map[eu-west-1,us-east-1] codes value'],
  ["const options = [{ value: 'us-east-1', label: 'N. Virginia' }, { value: 'eu-west-1', label: 'Ireland' }];", 'element region us-east-1 name=options list[eu-west-1,us-east-1] names'],
  ["const buckets = [{ region: 'us-east-1', bucket: 'assets-1' }, { region: 'eu-west-1', bucket: 'assets-2' }];", 'element region us-east-1 name=buckets list[eu-west-1,us-east-1] data'],
  ["enum Region { Virginia = 'us-east-1', Ireland = 'eu-west-1' }", 'value region us-east-1 name=Region enum[eu-west-1,us-east-1] names'],
  ["enum Region { US_EAST_1, EU_WEST_1 }", 'value region-enum US_EAST_1 name=Region enum[eu-west-1,us-east-1] codes'],
  ["type Region = 'us-east-1' | 'eu-west-1';", 'type region us-east-1 name=Region union[eu-west-1,us-east-1] codes'],
  ["switch (region) { case 'us-east-1': f(); break; case 'eu-west-1': g(); }", 'case region us-east-1 name=region switch[eu-west-1,us-east-1] data key'],
  ["switch (region) { case 'us-east-1': case 'eu-west-1': g(); break; default: h(); }", 'case region us-east-1 name=region switch[eu-west-1,us-east-1] data key +'],
];

describe('constructs are told once, with all of their regions', () => {
  for (const [source, wanted] of table) {
    it(source, async () => {
      const told = (await occurrencesIn(source)).filter(({ construct }) => construct !== undefined);
      assert.deepEqual(told.map((occurrence) => shown({ ...occurrence, sink: undefined })), [wanted]);
    });
  }

  it('tells nothing of the entries beside the construct', async () => {
    for (const source of ["const M = { 'us-east-1': 'arn:aws:sns:us-east-1:1:t', 'eu-west-1': 'arn:aws:sns:eu-west-1:1:t' };", "const L = ['us-east-1', 'eu-west-1'];"]) {
      assert.equal((await occurrencesIn(source)).length, 1, source);
    }
  });

  it('tells of the code in the arms of a switch and in functions of a map', async () => {
    const arms = await occurrencesIn("switch (r) { case 'us-east-1': return 'ami-0123456789abcdef0'; case 'eu-west-1': return 'ami-0fedcba9876543210'; }");
    assert.deepEqual(arms.map(({ form }) => form), ['region', 'ami', 'ami']);
    const functions = await occurrencesIn("const M = { 'us-east-1': () => call('eu-central-1'), 'eu-west-1': () => call('eu-central-1') };");
    assert.deepEqual(functions.map(({ text }) => text), ['us-east-1', 'eu-central-1', 'eu-central-1']);
  });

  it('takes settings, arguments and lists of other things for what they are', async () => {
    for (const source of ["f({ region: 'us-east-1', replicaRegion: 'eu-west-1' });", "run(['aws', 's3', 'ls', '--region', 'us-east-1', '--source-region', 'eu-west-1']);", "const s = { Dev: { region: 'us-east-1' }, Beta: { region: 'eu-west-1' } };"]) {
      const told = await occurrencesIn(source);
      assert.deepEqual(told.map(({ construct, text }) => [construct, text]), [[undefined, 'us-east-1'], [undefined, 'eu-west-1']], source);
    }
  });

  it('spans the whole construct and stands at its first region', async () => {
    const [map] = await occurrencesIn("const M = {\n  name: 'x',\n  'us-east-1': 1,\n  'eu-west-1': 2,\n  'eu-west-2': 3,\n};\n");
    assert.equal(map?.span.line, 3);
    assert.deepEqual(map?.construct?.span, { line: 1, column: 11, endLine: 6, endColumn: 2 });
    assert.equal(map?.construct?.entries, 4);
    assert.deepEqual(map?.regions, ['eu-west-1', 'eu-west-2', 'us-east-1']);
  });
});
