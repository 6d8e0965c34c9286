import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { defaultRegions, regions } from '../../../../model/region.ts';
import { regionPattern } from '../../../../rules/support/pattern/region-pattern.ts';

const codes = [...regions.keys()];
const commercial = [...regions.values()].filter(({ partition }) => partition === 'aws').map(({ code }) => code);

function rejects(source: string, among: readonly string[] = codes): readonly string[] {
  const pattern = regionPattern(source, codes);
  assert.ok(typeof pattern === 'object', `${source}: ${pattern}`);
  return among.filter((code) => pattern.answer(code) === 'rejected');
}

const subjectOf = (source: string): string | undefined => {
  const pattern = regionPattern(source, defaultRegions);
  return typeof pattern === 'object' ? pattern.subject : pattern;
};

describe('regionPattern', () => {
  it('agrees with the engine on whole region codes', () => {
    const sources = [
      '^(us|eu|ap|sa|ca|me|af|il|mx)\\-\\w+\\-\\d+$', '^[a-z]{2}-[a-z]+-\\d$', '^[a-z]{2,4}(?:-[a-z]+){1,2}-\\d+$', '^(?:us|ap|eu)-(?:(?:north|south|east|west|central)+)-(?:[1-5]|7)[a-z]?$',
      '^[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\\d{1}$', '^us-', '^(us|eu)-', 'east', '-[12]$', '^us-east-1$|^eu-', '^[^e][^-]*-.{4,9}-[0-9]+$', '^.*gov.*$', '^\\D+\\d{1,2}$',
    ];
    for (const source of sources) {
      const engine = new RegExp(source);
      assert.deepEqual(rejects(source), codes.filter((code) => !engine.test(code)), source);
    }
  });

  it('agrees with the engine on random patterns of alternatives, classes and counts', () => {
    const atom = fc.oneof(fc.constantFrom('us', 'eu', 'ap', 'east', 'west', '-', '\\d', '[a-z]', '[^-]', '\\w', '.'), fc.integer({ min: 0, max: 9 }).map(String));
    const counted = fc.tuple(atom, fc.constantFrom('', '', '*', '+', '?', '{1,4}', '{2}')).map(([text, count]) => (count === '' ? text : `(?:${text})${count}`));
    const branch = fc.array(counted, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(fc.property(fc.array(branch, { minLength: 1, maxLength: 3 }), fc.constantFrom('us-east-1', 'ap-southeast-2', 'eu-west-1', 'us-gov-west-1'), (branches, code) => {
      const source = `^(?:${branches.join('|')})$`;
      const pattern = regionPattern(source, [code]);
      const accepted = typeof pattern === 'object' && pattern.subject === 'region code' && pattern.answer(code) === 'accepted';
      assert.equal(accepted, new RegExp(source).test(code), `${source} on ${code}`);
    }), { numRuns: 400 });
  });

  it('knows what a pattern is matched against', () => {
    assert.equal(subjectOf('^[a-z]{2}-[a-z]+-\\d[a-f]$'), 'zone name');
    assert.equal(subjectOf('^arn:aws:sns:[a-z]{2}-[a-z]+-\\d:\\d{12}:'), 'ARN');
    assert.equal(subjectOf('^https://sqs\\.[a-z0-9-]+\\.amazonaws\\.com/'), 'host name');
    assert.equal(subjectOf('^com\\.amazonaws\\.us-[a-z]+-\\d\\.s3$'), 'endpoint service name');
    assert.equal(subjectOf('^[a-z]+-[a-z]+-\\d_[0-9A-Za-z]+$'), 'Cognito pool id');
    assert.equal(subjectOf('^\\d+$'), undefined);
  });

  it('tells a match that begins inside of the code', () => {
    const pattern = regionPattern('[a-z]{2}-[a-z]+-[0-9]', codes);
    assert.ok(typeof pattern === 'object');
    assert.deepEqual(['us-east-1', 'us-gov-west-1', 'eusc-de-east-1'].map((code) => pattern.answer(code)), ['accepted', 'cut', 'cut']);
  });

  it('places the region of an ARN or host where it stands, not in its free tail', () => {
    assert.deepEqual(rejects('^arn:aws:sns:us-east-1:\\d{12}:.*$', commercial), commercial.filter((code) => code !== 'us-east-1'));
    assert.deepEqual(rejects('^https://sqs\\.(us|eu)-(east|west|central)-\\d\\.amazonaws\\.com/.*', ['us-east-1', 'eu-west-1', 'ap-south-1', 'cn-north-1']), ['ap-south-1', 'cn-north-1']);
    assert.deepEqual(rejects('arn:aws[a-z-]*:[a-z0-9-]+:([a-z0-9-]*):(\\d{12})?:(.*)'), []);
  });

  it('says yes with reserve where it looks around or is filled in, and never a wrong no', () => {
    for (const source of ['^(?!us-)[a-z]{2}-[a-z]+-\\d$', '^${prefix}-[a-z]+-\\d$', '\\bus-east-\\d\\b']) {
      const pattern = regionPattern(source, codes);
      assert.ok(typeof pattern === 'object' && !pattern.exact && pattern.answer('us-east-1') === 'accepted', source);
    }
  });

  it('reads the dialects that code is written in', () => {
    for (const source of ['(?i)^US-EAST-\\d$', '\\Aus-(?P<side>east|west)-\\d\\z', '^us-(?<side>east)-\\d$', '^us-east-[[:digit:]]$', '^us-east-\\p{Nd}$', '^us-east-\\x31$', '^us\\-east\\-1$', '^(?i:US)-east-1$', '^[u]s-e[a-]st-1$']) {
      const pattern = regionPattern(source, codes);
      assert.ok(typeof pattern === 'object' && pattern.answer('us-east-1') === 'accepted', source);
    }
  });

  it('says why it cannot read a pattern', () => {
    assert.match(String(regionPattern('(us)-\\1', codes)), /refers back/);
    for (const source of ['(', 'a)', '[', '\\', '(?<']) assert.equal(typeof regionPattern(source, codes), 'string', source);
  });

  it('is bounded in time by sizes, whatever the pattern', () => {
    const hostile = ['(a+)+$', '((((a*)*)*)*)*b', '(?:a|a|a)*'.repeat(60), '(us|us-)*-(east|e)*'.repeat(20), '('.repeat(39) + 'a' + ')*'.repeat(39), '.*'.repeat(300), '(?:[a-z]{0,60}){0,60}-\\d'];
    for (const source of hostile) {
      const begin = performance.now();
      const pattern = regionPattern(source, codes);
      if (typeof pattern === 'object') for (const code of codes) pattern.answer(code);
      assert.ok(performance.now() - begin < 3_000, source.slice(0, 40));
    }
    assert.match(String(regionPattern('('.repeat(100), codes)), /nested/);
    assert.match(String(regionPattern('a'.repeat(5_000), codes)), /longer/);
  });
});
