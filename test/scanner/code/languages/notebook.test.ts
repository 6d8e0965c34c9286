import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { occurrencesIn, shown, suppressionsOf } from '../../../support/occurrences.ts';

const notebook = (cells: readonly object[], metadata: object = { kernelspec: { language: 'python' } }): string => JSON.stringify({ cells, metadata, nbformat: 4 }, undefined, 1);
const code = (source: string | readonly string[]): object => ({ cell_type: 'code', outputs: [{ text: ['us-west-1'] }], source });

describe('notebooks', () => {
  it('are read as the programs of their code cells, which know each other', async () => {
    const text = notebook([{ cell_type: 'markdown', source: ['in us-east-2'] }, code(['import boto3\n', '%matplotlib inline\n', 'REGION = "eu-west-1"']), code(['s3 = boto3.client("s3", region_name=REGION)'])]);
    const [only, ...more] = await occurrencesIn(text, 'a.ipynb');
    assert.ok(only);
    assert.deepEqual([more, shown(only), only.language], [[], `assignment region eu-west-1 name=REGION in=boto3.client of=s3 sink=argument:region_name@${only.sink?.line}`, 'python']);
    const lines = text.split('\n');
    assert.equal(lines[only.span.line - 1]?.slice(only.span.column - 1, only.span.endColumn - 1), 'eu-west-1');
    assert.match(lines[(only.sink?.line ?? 0) - 1] ?? '', /boto3\.client/);
  });

  it('hand lines and cells to a shell', async () => {
    const found = await occurrencesIn(notebook([code('!aws s3 ls --region us-west-2\nx = "us-east-1"'), code('%%bash\naws s3 ls --region sa-east-1'), code('%%latex\nus-east-2')]), 'a.ipynb');
    assert.deepEqual(found.map(({ text, language }) => [text, language]).sort(), [['sa-east-1', 'shell'], ['us-east-1', 'python'], ['us-west-2', 'shell']]);
  });

  it('take suppressions in comments of cells', async () => {
    const found = await suppressionsOf(notebook([code(['a = "us-east-1"  # regionready-ignore code-region-literal -- pinned\n', 'b = "regionready-ignore x -- y"'])]), 'a.ipynb');
    assert.deepEqual(found.map(({ rules }) => rules), [['code-region-literal']]);
  });

  it('keep positions through escapes, and survive what is none', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }).map((text) => `# ${text.replace(/[\n\r\u2028\u2029]/g, '')}\n`), { maxLength: 4 }), async (before) => {
      const text = notebook([code([...before, 'a = "eu-west-3"'])]);
      const [found] = await occurrencesIn(text, 'a.ipynb');
      assert.equal(text.split('\n')[(found?.span.line ?? 1) - 1]?.slice((found?.span.column ?? 1) - 1, (found?.span.endColumn ?? 1) - 1), 'eu-west-3');
    }), { numRuns: 8 });
    for (const text of ['{"cells": 3, "r": "us-east-1"}', '{"cells": [{"cell_type": "code"}, null, 4, "us-east-1"]', '[]', '{"cells":[{"cell_type":"code","source":["us-east-1", 4, null]}]}']) await occurrencesIn(text, 'a.ipynb');
  });
});
