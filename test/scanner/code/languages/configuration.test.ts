import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { occurrenceSchema } from '../../../../model/occurrence.ts';
import { blindSpotsIn, factsIn, occurrencesIn, suppressionsOf } from '../../../support/occurrences.ts';

/** A real text of each format, with the names of files that hold it. */
const samples: Readonly<Record<string, string>> = {
  'a.yaml': 'Resources:\n  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: nodejs22.x\n      Code:\n        ZipFile: |\n          f({ region: "us-east-1" });\n      Zone: !Sub "${AWS::Region}a"\n---\n{{ if .Values.a }}\nb: [us-east-1, "us-west-2"]\n{{ end }}\n',
  'a.json': '{ "Fn::Join": ["", ["arn:aws:sns:", { "Ref": "AWS::Region" }]], "a": { "us-east-1": "x\\u0041", "eu-west-1": null } }',
  'a.tf': 'resource "aws_instance" "a" {\n  ami   = lookup({ us-east-1 = "ami-0abcdef1234567890" }, var.region, "x")\n  count = var.region == "us-east-1" ? 1 : 0\n  data  = <<-EOF\n    #!/bin/bash\n    echo us-east-1 ${var.b["us-west-2"]}\n  EOF\n}\n',
  Dockerfile: 'ARG R=us-east-1\nENV A="us-east-1" \\\n  B=c\nRUN <<EOF\naws s3 ls --region us-east-1\nEOF\nCMD ["a", "us-east-1"]\n',
  'a.toml': '[a.b]\nregion = "us-east-1"\nc = [{ region = \'us-west-2\' }]\nd = """\nus-east-1"""\n',
  'a.properties': '[s]\na.region=us-east-1\nb : https://sqs.us-east-1.amazonaws.com/1/q\nc=a,\\\n  us-west-2\n',
  '.env': 'export A="us-east-1" # b\nC=us-west-2\n',
};

describe('configuration, whatever stands in it', () => {
  const spots = /"(?:unparsable|unsupported)"/;

  async function isSound(text: string, path: string): Promise<void> {
    const lines = text.split('\n').length;
    for (const fact of await factsIn(text, path)) {
      if (fact.type !== 'occurrence') continue;
      const { span } = occurrenceSchema.parse(fact.occurrence);
      assert.ok(span.line <= span.endLine && span.endLine <= lines && (span.line < span.endLine || span.column <= span.endColumn), JSON.stringify(span));
    }
  }

  for (const [path, sample] of Object.entries(samples)) {
    it(`${path}: cut off anywhere`, async () => {
      for (let end = 0; end <= sample.length; end += 7) await isSound(sample.slice(0, end), path);
    });

    it(`${path}: with anything put in`, async () => {
      const pieces = ['{', '}', '[', ']', '"', "'", '\\', '\n', ' ', ':', '-', '#', '${', '{{', '}}', '{%', '<<EOF', '!Sub ', '&a', '*a', '\t', '\u0000', '\u0001', '\uD800', 'us-east-1', '"""', '\r\n', '/*', '|'];
      await fc.assert(fc.asyncProperty(fc.nat(sample.length), fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), async (at, put) => {
        await isSound(sample.slice(0, at) + put.join('') + sample.slice(at), path);
      }), { numRuns: 25 });
    });

    it(`${path}: random text`, async () => {
      await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => isSound(`${text} us-east-1`, path)), { numRuns: 15 });
    });
  }

  const deep: Readonly<Record<string, string>> = {
    'a.yaml': `a: ${'['.repeat(20_000)}us-east-1${']'.repeat(20_000)}`,
    'a.json': `${'[{"a":'.repeat(10_000)}"us-east-1"${'}]'.repeat(10_000)}`,
    'a.tf': `locals {\n  a = ${'['.repeat(10_000)}"us-east-1"${']'.repeat(10_000)}\n}`,
    'a.toml': `a = ${'['.repeat(10_000)}"us-east-1"${']'.repeat(10_000)}`,
  };
  for (const [path, text] of Object.entries(deep)) {
    it(`${path}: nesting overflows no stack, and the region is found`, async () => {
      assert.deepEqual((await occurrencesIn(text, path)).map((occurrence) => occurrence.text), ['us-east-1']);
    });
  }

  it('keeps costs linear in what a file holds', async () => {
    const many: Readonly<Record<string, (index: number) => string>> = {
      'a.yaml': (index) => `k${index}: { region: us-east-1, arn: "arn:aws:sqs:us-east-1:1:q" }\n`,
      'b.yaml': (index) => (index === 0 ? 'steps:\n' : `  - run: aws s3 ls --region us-east-1 k${index}\n`),
      'a.json': (index) => (index === 0 ? '["us-east-1"' : `,{"a${index}":"us-east-1","b":"c"}`),
      'a.tf': (index) => `resource "aws_s3_bucket" "b${index}" {\n  region = "us-east-1"\n}\n`,
      'a.properties': (index) => `k${index}=us-east-1\n`,
      Dockerfile: (index) => `ENV A${index}=us-east-1\n`,
    };
    for (const [path, line] of Object.entries(many)) {
      const timed = async (count: number): Promise<number> => {
        const text = Array.from({ length: count }, (_, index) => line(index)).join('');
        const started = performance.now();
        await factsIn(text, path);
        return performance.now() - started;
      };
      await timed(200);
      const [small, large] = [await timed(500), await timed(4_000)];
      assert.ok(large < 40 * Math.max(small, 20), `${path}: ${small.toFixed(0)} ms for 500, ${large.toFixed(0)} ms for 4000`);
    }
  });

  it('says where it could only read lines', async () => {
    for (const [path, text] of [['a.yaml', 'a: [us-east-1\nb: }{\nc: "\n'], ['a.toml', 'region = = "us-east-1"'], ['a.tf', 'a = = "us-east-1" {']] as const) {
      assert.match(JSON.stringify(await blindSpotsIn(text, path)), spots, path);
    }
    assert.deepEqual(await blindSpotsIn('a: us-east-1', 'a.yaml'), []);
  });
});

describe('suppressions in comments', () => {
  const word = 'regionready-ignore code-region-literal -- kept';
  const told: Readonly<Record<string, readonly [string, number]>> = {
    'a.yaml': [`# ${word}\nregion: us-east-1`, 2],
    'b.yaml': [`run: |\n  echo a\n  # ${word}\n  aws s3 ls --region us-east-1`, 4],
    'a.json': [`{ "region": "us-east-1" // ${word}\n}`, 1],
    'a.tf': [`locals {\n  // ${word}\n  a = "us-east-1" /* b */\n}`, 3],
    Dockerfile: [`# ${word}\nENV R=us-east-1`, 2],
    'a.toml': [`region = "us-east-1" # ${word}`, 1],
    'a.properties': [`! ${word}\nregion=us-east-1`, 2],
    '.env': [`REGION=us-east-1 # ${word}`, 1],
  };
  for (const [path, [text, line]] of Object.entries(told)) it(`${path}: count`, async () => assert.deepEqual((await suppressionsOf(text, path)).map((suppression) => suppression.line), [line]));

  for (const [path, text] of [['a.yaml', `a: "${word}"`], ['a.json', `{ "a": "${word}" }`], ['a.tf', `locals {\n  a = "${word}"\n}`], ['a.toml', `a = "${word}"`]] as const) {
    it(`${path}: do not count inside of a value`, async () => assert.deepEqual(await suppressionsOf(text, path), []));
  }
});

describe('where an occurrence stands', () => {
  it('is told of programs in the lines of their file, with the language that they are in', async () => {
    const [first] = await occurrencesIn(samples['a.yaml']?.split('---')[0] ?? '', 'a.yaml');
    assert.deepEqual([first?.text, first?.language, first?.span], ['us-east-1', 'javascript', { line: 8, column: 24, endLine: 8, endColumn: 33 }]);
  });
  const shell: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
    'a.yaml': [['deploy:\n  script:\n    - aws s3 ls --region us-east-1', 3], ['UserData:\n  Fn::Base64: !Sub |\n    #!/bin/bash\n    # us-west-1\n    aws s3 ls --region us-east-1', 5]],
    'a.json': [['{ "scripts": { "deploy": "aws s3 sync . s3://a --region us-east-1" } }', 1]],
    'a.tf': [['resource "aws_instance" "w" {\n  user_data = <<-EOF\n    #!/bin/bash\n    aws s3 ls --region us-east-1\n  EOF\n}', 4]],
    Dockerfile: [['RUN echo a && \\\n  # us-west-1\n  aws s3 ls --region us-east-1', 3], ['RUN <<EOF\naws s3 ls --region us-east-1\nEOF', 2]],
  };
  for (const [path, sources] of Object.entries(shell)) {
    for (const [text, line] of sources) {
      it(`is told of commands: ${text}`, async () => {
        assert.deepEqual((await occurrencesIn(text, path)).map((found) => [found.text, found.language, found.span.line]), [['us-east-1', 'shell', line]]);
      });
    }
  }
  it('is told in spite of escapes and folded lines', async () => {
    const places = async (text: string, path: string): Promise<unknown> => (await occurrencesIn(text, path)).map(({ span: { line, column } }) => [line, column]);
    assert.deepEqual(await places('{ "a": "x\\n\\"us-east-1\\u0041 b\\" eu-west-1" }', 'a.json'), [[1, 34]]);
    assert.deepEqual(await places('a: >-\n  one\n  two arn:aws:sqs:us-east-1:1:q', 'a.yaml'), [[3, 7]]);
    assert.deepEqual(await places("a: 'it''s\n  us-east-1'", 'a.yaml'), [[2, 3]]);
    assert.deepEqual(await places('locals {\n  a = "\\"x\\" ${var.a} us-east-1"\n}', 'a.tf'), [[2, 23]]);
  });
  it('is told of jobs that only test, as of tests', async () => {
    const text = 'jobs:\n  run-e2e:\n    env: { AWS_REGION: us-east-1 }\n    steps:\n      - run: aws s3 ls --region us-east-1\n  deploy:\n    env: { AWS_REGION: us-east-1 }\n';
    assert.deepEqual((await occurrencesIn(text, 'a.yaml')).map(({ scope }) => scope), ['test', 'test', 'production']);
  });
  it('has what is beside it', async () => {
    const [found] = await occurrencesIn('apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nenv: [{ name: AWS_REGION, value: us-east-1 }, { name: AWS_ENDPOINT_URL, value: "http://localstack:4566" }]', 'a.yaml');
    assert.equal(found?.enclosing, 'web');
    assert.ok(found.siblings?.includes('AWS_ENDPOINT_URL=http://localstack:4566'));
  });
});
