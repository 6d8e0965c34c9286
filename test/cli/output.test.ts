import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { reportFormats } from '../../cli/formats/index.ts';
import { coloured, deliver, destinations, forEachTarget } from '../../cli/output.ts';
import { folderWith, memoryIo } from '../support/io.ts';

const to = (format?: readonly string[], output?: string): string[] => destinations({ format, output }, reportFormats).map(({ format: id, path }) => `${id} ${path ?? '-'}`);
const refused = (format: readonly string[], output?: string): string => {
  try {
    return to(format, output).join();
  } catch (thrown) {
    return `${(thrown as { code: string }).code} ${(thrown as Error).message}`;
  }
};

describe('destinations', () => {
  it('are standard output, --output, or the file that the format names', () => {
    assert.deepEqual(to(), ['text -']);
    assert.deepEqual(to(['json'], 'a.txt'), ['json a.txt']);
    assert.deepEqual(to(['text', 'sarif=a=b.sarif'], undefined), ['text -', 'sarif a=b.sarif']);
    assert.deepEqual(to(['json=-', 'html=r.html']), ['json -', 'html r.html']);
    assert.deepEqual(to(['text', 'html=r.html'], 'log.txt'), ['text log.txt', 'html r.html']);
  });

  it('take the format from the file name where none is given', () => {
    assert.deepEqual(['a.json', 'a.sarif.json', 'A.HTML', 'a.md', 'a', '-'].map((output) => to(undefined, output)[0]), ['json a.json', 'sarif a.sarif.json', 'html A.HTML', 'markdown a.md', 'text a', 'text -']);
  });

  it('are refused where they cannot be meant', () => {
    assert.equal(refused(['sarf']), 'RR103 There is no format sarf. Did you mean sarif?');
    assert.equal(refused(['constructor']), 'RR103 There is no format constructor.');
    assert.match(refused(['json', 'text']), /^RR103 json and text cannot both go to standard output/);
    assert.match(refused(['json=x', 'text=x']), /^RR103 x is named for two formats/);
    assert.match(refused(['json=x'], 'y'), /^RR103 --output has no format left/);
    assert.match(refused(['json', 'text'], 'y'), /^RR103 --output y can hold one format/);
    assert.match(refused(['json=']), /^RR103/);
  });

  it('are one for each target where a document holds only one', () => {
    const each = forEachTarget([{ format: 'html', path: 'out/r.html' }, { format: 'text' }], ['eu-west-1', 'eu-west-2'], reportFormats);
    assert.deepEqual(each.map(({ path, target }) => [path, target]), [['out/r.eu-west-1.html', 'eu-west-1'], ['out/r.eu-west-2.html', 'eu-west-2'], [undefined, undefined]]);
    assert.throws(() => forEachTarget([{ format: 'html' }], ['eu-west-1', 'eu-west-2'], reportFormats), { code: 'RR103' });
    assert.deepEqual(forEachTarget([{ format: 'html' }], ['eu-west-1'], reportFormats), [{ format: 'html' }]);
  });
});

describe('delivery', () => {
  it('prints with the width of the terminal, writes files without colours, and says which', async () => {
    const cwd = await folderWith({});
    const { io, written } = memoryIo({ cwd, columns: 132 });
    await deliver(async ({ format }, { columns, paint, root }) => `${format} ${columns} ${paint('red', 'x')} ${root}`, {
      io, destinations: [{ format: 'text' }, { format: 'json', path: 'a.json' }], rules: new Map(), quiet: false, color: true, input: '.',
    });
    assert.equal(written.stdout, `text 132 \u001b[31mx\u001b[39m file://${cwd}/`);
    assert.equal(await readFile(join(cwd, 'a.json'), 'utf8'), `json 100 x file://${cwd}/`);
    assert.equal(written.stderr, 'Wrote json to a.json\n');
  });

  it('colours a terminal only, unless told', () => {
    const terminal = { write: () => undefined, isTTY: true };
    const pipe = { write: () => undefined };
    assert.deepEqual(
      [coloured(terminal, {}, true), coloured(terminal, {}, false), coloured(terminal, { NO_COLOR: '1' }, true), coloured(terminal, { NO_COLOR: '' }, true), coloured(terminal, { TERM: 'dumb' }, true), coloured(pipe, {}, true), coloured(pipe, { FORCE_COLOR: '1' }, true), coloured(terminal, { FORCE_COLOR: '0' }, true)],
      [true, false, false, true, false, false, true, false],
    );
  });
});
