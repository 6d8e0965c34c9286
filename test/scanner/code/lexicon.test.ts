import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { regions } from '../../../model/region.ts';
import { lexicon, lexiconOf, type Hints } from '../../../scanner/code/lexicon.ts';
import { vocabularyOf } from '../../../scanner/code/lexicon/vocabulary.ts';

/** `form text → regions`, with = for the whole text. */
const told = (text: string, hints: Hints = {}): string[] =>
  lexicon.classify(text, hints).map(({ form, text: found, regions: codes }) => [form, found === text ? '=' : found, codes.join()].join(' ').trimEnd());

const uuid = '12345678-1234-1234-1234-123456789012';

const cases: readonly (readonly [string, readonly string[], Hints?])[] = [
  ['us-east-1', ['region = us-east-1']],
  ['my-bucket-eu-west-1', ['region eu-west-1 eu-west-1']],
  ['us-gov-west-1', ['region = us-gov-west-1']],
  ['eusc-de-east-1', ['region = eusc-de-east-1']],
  ['us-isob-east-1', ['region = us-isob-east-1']],
  ['ap-southeast-9', ['region = ap-southeast-9']],
  ['us-east-1,us-west-2', ['region us-east-1 us-east-1', 'region us-west-2 us-west-2']],
  ['virus-east-1', []],
  ['us-east-12345', []],
  ['us-east-1abc', []],
  ['us-east1', []],
  ['us-east-1a', ['zone = us-east-1']],
  ['us-west-2-lax-1a', ['zone = us-west-2']],
  ['use1-az1', ['zone-id = us-east-1']],
  ['future_use2-az9x', []],
  ['${region}a', ['zone-suffix =']],
  ['${AWS::Region}b', ['zone-suffix =']],
  ['US_EAST_1', ['region-enum = us-east-1']],
  ['arn:aws:sns:us-east-1:123456789012:topic', ['arn = us-east-1']],
  ['arn:aws-cn:sns:cn-north-1:1:t', ['arn = cn-north-1']],
  ['arn:${Aws.PARTITION}:sns:eu-west-1:1:t', ['arn = eu-west-1']],
  ['arn:aws:s3:::logs-us-east-1/*', ['arn = us-east-1']],
  ['arn:aws:s3:::bucket/*', ['partition =']],
  ['arn:aws:logs:*:${Aws.ACCOUNT_ID}:log-group:x', ['partition =']],
  ['arn:aws:', ['partition =']],
  ['orders.abc123.0001.euw2.cache.amazonaws.com', ['endpoint = eu-west-2']],
  ['https://$bucket.s3.$awsRegion.amazonaws.com', ['dns-suffix $bucket.s3.$awsRegion.amazonaws.com']],
  ['arn:${partition}:s3:::bucket', []],
  ['arn:(aws|aws-cn):s3', []],
  ['see arn:aws:iam::1:role/a.', ['partition arn:aws:iam::1:role/a']],
  ['https://sqs.us-east-1.amazonaws.com/123/q?x=1', ['endpoint sqs.us-east-1.amazonaws.com/123/q us-east-1']],
  ['postgres://me:pw@db.x.us-east-1.rds.amazonaws.com:5432/d', ['endpoint db.x.us-east-1.rds.amazonaws.com:5432/d us-east-1']],
  ['b.s3-website-us-east-1.amazonaws.com', ['endpoint = us-east-1']],
  ['abc.execute-api.eu-central-1.amazonaws.com', ['endpoint = eu-central-1']],
  ['1.dkr.ecr.us-west-2.amazonaws.com/app:1', ['endpoint = us-west-2']],
  ['logs.us-east-1.amazonaws.com', ['endpoint = us-east-1']],
  ['https://us-east-1.aws.edge.axiom.co/v1', ['endpoint us-east-1.aws.edge.axiom.co us-east-1']],
  ['x.lambda-url.eu-west-1.on.aws', ['endpoint = eu-west-1']],
  ['com.amazonaws.us-east-1.s3', ['endpoint = us-east-1']],
  ['com.amazonaws.${region}.s3', ['dns-suffix =']],
  ['com.amazonaws.services.s3', []],
  ['https://sqs.${region}.amazonaws.com', ['dns-suffix sqs.${region}.amazonaws.com']],
  ['%s.dkr.ecr.%s.amazonaws.com', ['dns-suffix =']],
  ['https://{{id}}.execute-api.{{region}}.amazonaws.com', ['dns-suffix {{id}}.execute-api.{{region}}.amazonaws.com']],
  ['.amazonaws.com', ['dns-suffix =']],
  ['${service}.amazonaws.com', []],
  ['s3.*.amazonaws.com', ['dns-suffix =']],
  ['*.dkr.ecr.*.amazonaws.com', ['dns-suffix =']],
  ['${bucket}.s3.amazonaws.com', ['global-endpoint =']],
  ['https://s3.amazonaws.com/bucket/key', ['global-endpoint s3.amazonaws.com/bucket/key']],
  ['s3.amazonaws.com', []],
  ['s3.amazonaws.com', ['global-endpoint ='], { name: 'endpoint' }],
  ['sts.amazonaws.com', [], { name: 'clientIds' }],
  ['sts.amazonaws.com', [], { name: 'token.actions.githubusercontent.com:aud' }],
  ['https://sts.amazonaws.com', ['global-endpoint sts.amazonaws.com']],
  ['lambda.amazonaws.com', []],
  ['eks.amazonaws.com/role-arn', []],
  ['http://s3.amazonaws.com/doc/2006-03-01/', []],
  ['http://acs.amazonaws.com/groups/global/AllUsers', []],
  ['https://oss-us-east-1.aliyuncs.com', []],
  ['oss-us-west-1', []],
  ['https://s3.eu-central-1.s4.mega.io', []],
  ['https://s3.us-east-1.wasabisys.com/b', []],
  ['us-east-1_AbCdEf123', ['identifier = us-east-1']],
  [`us-east-1:${uuid}`, ['identifier = us-east-1']],
  ['us.anthropic.claude-3-5-sonnet-20240620-v1:0', ['identifier =']],
  ['us.amazon.com', []],
  ['ami-0123456789abcdef0', ['ami =']],
  ['pl-60b85b09', ['resource-id =']],
  ['subnet-0123456789abcdef0', ['resource-id =']],
  ['salami-01234567', []],
  ['AWS_REGION', ['region-env =']],
  ['us-', ['region-prefix ='], { against: 'region' }],
  ['eu', ['region-prefix ='], { against: 'this.region' }],
  ['eu', []],
  ['use1', ['short-code = us-east-1'], { name: 'regionShort' }],
  ['use1', []],
  ['Z2FDTNDATAQYW2', ['hosted-zone ='], { name: 'hostedZoneId' }],
];

describe('lexicon.classify', () => {
  for (const [text, wanted, hints] of cases) it(`${text}${hints ? ` ${JSON.stringify(hints)}` : ''}`, () => assert.deepEqual(told(text, hints), wanted));
});

describe('lexicon.prefilter', () => {
  it('lets through every text that means something without its surroundings', () => {
    for (const [text, wanted, hints] of cases) {
      const source = `const region = x === "${text}"`;
      if (wanted.length > 0 && hints === undefined) assert.ok(lexicon.prefilter(source), text);
      if (wanted.length > 0) assert.ok(lexicon.candidates(source).length > 0, text);
    }
  });

  it('knows every region of the data, in every spelling of the SDKs', () => {
    for (const code of regions.keys()) {
      const snake = code.replaceAll('-', '_');
      const camel = code.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
      for (const spelling of [code, snake, snake.toUpperCase(), camel]) {
        assert.ok(lexicon.prefilter(spelling), spelling);
        assert.ok(lexicon.candidates(`f.${spelling}`).length > 0, spelling);
        assert.deepEqual(lexicon.classify(spelling).flatMap(({ regions: codes }) => codes), [code], spelling);
        if (spelling !== code) assert.deepEqual(lexicon.classifyName(spelling)?.regions, [code], spelling);
      }
    }
  });

  it('stops ordinary program text', () => {
    for (const text of ['import { a } from "./b"', 'const eastern = north + south1', 'grid-column: 1', 'a.region = country', 'x-12345678', 'import software.amazon.awssdk.a;']) assert.equal(lexicon.prefilter(text), false, text);
  });

  it('stops text that only names services, and nothing that a host could be made of', () => {
    const inert = ['new ServicePrincipal("ec2.amazonaws.com")', 'a = {"Service": "lambda.amazonaws.com"}', 'x: ["a.amazonaws.com", "b.c.amazonaws.com"]', 'import com.amazonaws.services.s3.AmazonS3;', 'xmlns = "http://ec2.amazonaws.com/doc/2016-11-15";'];
    for (const text of inert) assert.equal(lexicon.prefilter(text, false), false, text);
    const bearing = [
      'f("s3.amazonaws.com")', 'f("my.sts.amazonaws.com")', 'f("https://iam.amazonaws.com")', '"https://" + "iam.amazonaws.com"', 'url += "iam.amazonaws.com"', 'f(`${x}.amazonaws.com`)', 'f("ec2." + r + ".amazonaws.com")',
      '["https://", "iam.amazonaws.com"].join("")', '"Fn::Join": ["", ["https://", "iam.amazonaws.com"]]', 'f("com.amazonaws." + r)', 'f("com.amazonaws.vpce.")', 'f("x.com.amazonaws.com" + y)', 'f("ec2.amazonaws.com.cn")', 'Service: ec2.amazonaws.com',
    ];
    for (const text of bearing) assert.ok(lexicon.prefilter(text, false), text);
    assert.ok(lexicon.prefilter('f("ec2.amazonaws.com"); g(region === "use1")', false));
    assert.ok(lexicon.prefilter('{"Service": "ec2.amazonaws.com", "Region": "us"}'));
  });
});

describe('lexicon.classifyPattern', () => {
  for (const [pattern, wanted] of [
    ['^[a-z]{2}-[a-z]+-\\d$', 'pattern'],
    ['^(us|eu|ap)-(east|west)-\\d+$', 'pattern'],
    ['(us(-gov)?|ap|ca|cn|eu|sa)-(central|(north|south)?(east|west)?)-\\d', 'pattern'],
    ['^us-(east|west)-[12]$', 'pattern'],
    ['\\w+-\\w+-\\d', 'pattern'],
    ['^(us-east-1|us-west-2)$', 'pattern'],
    ['^arn:aws:iam::\\d{12}:role\\/', 'partition'],
    ['s3[.-]([a-z0-9-]+)\\.amazonaws\\.com', 'dns-suffix'],
    ['^arn:(aws|aws-cn):', undefined],
    ['^[a-z]{2}-[A-Z]{2}$', undefined],
    ['\\d{4}-\\d{2}-\\d{2}', undefined],
  ] as const) it(pattern, () => assert.equal(lexicon.classifyPattern(pattern)[0]?.form, wanted));
});

describe('lexicon', () => {
  it('follows the data: a region of a new geography is found once the table has it', () => {
    const { prefilter, classify } = lexiconOf(vocabularyOf(['zz-middle-1'], ['example.aws'], new Map([['zzm1', 'zz-middle-1']])));
    assert.ok(prefilter('"zz-middle-1"'));
    assert.deepEqual(classify('sqs.zz-middle-1.example.aws')[0]?.form, 'endpoint');
    assert.deepEqual(classify('zzm1-az1')[0]?.regions, ['zz-middle-1']);
    assert.deepEqual(classify('us-east-1'), []);
  });

  it('gives matches inside of the text, apart from each other and in order, for any text', () => {
    const word = fc.constantFrom('us-east-1', 'arn:aws:', '${region}', '.', ':', '/', '//', 'https://', 'amazonaws.com', 'a', '-', '@', '{', '%s', ' ', 's3', '<r>', 'eu', '_Ab', '"', '\\', '\n');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(word, { maxLength: 40 }).map((words) => words.join(''))), (text) => {
      let at = 0;
      for (const match of lexicon.classify(text, { name: 'region' })) {
        assert.ok(match.from >= at && match.to > match.from && match.to <= text.length);
        assert.equal(match.text, text.slice(match.from, match.to));
        at = match.to;
      }
      lexicon.classifyPattern(text);
      lexicon.classifyName(text);
    }), { numRuns: 500 });
  });

  it('takes linear time on hostile text', () => {
    const hostile = ['a.', 'us-', '${', '{{', 'arn:aws:', 'https://', 'https://a@', '.amazonaws.com', '%s', 'com.amazonaws.', 'ami-', '<', 'us|', '[a-z]', 'A', 'region}', 'us-east-1_', '-', 'us.anthropic.'];
    const started = performance.now();
    for (const piece of hostile) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      lexicon.prefilter(text);
      lexicon.candidates(text);
      lexicon.classify(text);
    }
    assert.ok(performance.now() - started < 15_000);
  });
});
