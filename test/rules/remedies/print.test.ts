import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { hclText } from '../../../rules/remedies/print/hcl.ts';
import { shellText } from '../../../rules/remedies/print/shell.ts';
import { templateText } from '../../../rules/remedies/print/template.ts';
import { copyName, label, logicalId } from '../../../rules/remedies/words.ts';
import { expression, jsonDocument } from '../../../rules/remedy.ts';

describe('hclText', () => {
  it('prints blocks as terraform fmt does', () => {
    const text = hclText([{ type: 'resource', labels: ['aws_x', 'a'], body: { name: 'n', count: 2, on: true, arn: expression('aws_y.b.arn'), list: ['a', 'b'], tags: { a: '1', 'b c': '2' } }, blocks: [{ type: 'rule', body: { id: 'r' } }, { type: 'filter' }] }]);
    assert.equal(text, `resource "aws_x" "a" {
  name  = "n"
  count = 2
  on    = true
  arn   = aws_y.b.arn
  list  = ["a", "b"]
  tags  = {
    a = "1"
    "b c" = "2"
  }

  rule {
    id = "r"
  }

  filter {}
}
`);
    assert.match(hclText([{ type: 'x', body: { policy: jsonDocument({ Statement: [{ Effect: 'Allow' }] }) } }]), /policy = jsonencode\(\{\n {4}Statement = \[\n {6}\{\n {8}Effect = "Allow"\n {6}\},\n {4}\]\n {2}\}\)/);
  });

  it('lets no name become an expression', () => {
    assert.match(hclText([{ type: 'x', body: { name: '${file("/etc/passwd")} %{ if true } "\n' } }]), /name = "\$\$\{file\(\\"\/etc\/passwd\\"\)\} %%\{ if true \} \\"\\n"/);
  });
});

describe('shellText', () => {
  it('hands every word on as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')), (word) => {
        const [line = ''] = [shellText([{ region: 'r', words: ['s', 'o', word] }])];
        const printed = execFileSync('/bin/sh', ['-c', `aws() { printf '%s' "$3"; }; ${line}`], { encoding: 'utf8' });
        assert.equal(printed, word);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps a note in its line', () => {
    assert.match(shellText([{ region: 'r', words: ['s', 'o'], note: 'first\nrm -rf /' }]), /^# first rm -rf \/\naws s o --region r$/);
  });
});

it('prints templates that read back as they were', () => {
  const resources = { A: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'a: {b}\n# c', Version: '2012-10-17' } } };
  const [document] = parseAllDocuments(templateText([{ region: 'eu-west-1', note: 'a\nb', resources }]));
  assert.ok(document !== undefined && 'toJS' in document);
  assert.deepEqual(document.toJS(), { Resources: resources });
});

it('makes names that each language takes', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      assert.match(logicalId(name), /^[A-Za-z][A-Za-z0-9]*$/);
      assert.match(label(name), /^[a-z_][a-z0-9_]*$/);
    }),
  );
  assert.equal(copyName('media-us-east-1', { from: 'us-east-1', to: 'eu-west-1', unique: true }), 'media-eu-west-1');
  assert.equal(copyName('media', { from: 'us-east-1', to: 'eu-west-1', unique: true }), 'media-eu-west-1');
  assert.equal(copyName('media', { from: 'us-east-1', to: 'eu-west-1' }), 'media');
});
