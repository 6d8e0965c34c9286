import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { DOMParser } from '@xmldom/xmldom';
import { graphFormats, loadFormat } from '../../../../cli/formats/index.ts';
import { plain } from '../../../../cli/formats/terminal.ts';
import { graphDocumentSchema, type GraphDocument } from '../../../../model/graph-document.ts';
import { graphAttacks, hostileGraph, largeGraph } from '../../../support/graph-sample.ts';

async function written(format: string, document: GraphDocument, part?: string): Promise<string> {
  const rendered = (await loadFormat(graphFormats, format))(document, { part, paint: plain, columns: 80 });
  return typeof rendered === 'string' ? rendered : [...rendered].join('');
}

/** What a reader gets of a text that lost what no document may hold. */
const readable = (text: string): string => text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/gu, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '');

/** A document of a strict parser: it throws on what is not well formed. */
function xml(text: string): ReturnType<DOMParser['parseFromString']> {
  return new DOMParser({ onError: (level, message) => assert.fail(`${level}: ${message}`) }).parseFromString(text, 'text/xml');
}

const levels = ['resource', 'service'] as const;

describe('graph formats on hostile names', () => {
  for (const level of levels) {
    const document = hostileGraph(level);
    const { nodes, edges } = document;

    it(`GraphML holds every ${level} as it is named`, async () => {
      const parsed = xml(await written('graphml', document));
      assert.equal(parsed.getElementsByTagName('node').length, nodes.length);
      assert.equal(parsed.getElementsByTagName('edge').length, edges.length);
      const names = Array.from(parsed.getElementsByTagName('data')).filter((data) => data.getAttribute('key') === 'node-name').map((data) => data.textContent);
      assert.deepEqual(names.map((name) => readable(name ?? '')), nodes.map(({ name }) => readable(name)).filter((name) => name !== ''));
      const ids = new Set(Array.from(parsed.getElementsByTagName('node')).map((node) => node.getAttribute('id')));
      for (const edge of Array.from(parsed.getElementsByTagName('edge'))) assert.ok(ids.has(edge.getAttribute('source')) && ids.has(edge.getAttribute('target')));
    });

    it(`draw.io holds every ${level} as text, inside of what exists`, async () => {
      const cells = Array.from(xml(await written('drawio', document)).getElementsByTagName('mxCell'));
      const ids = new Set(cells.map((cell) => cell.getAttribute('id')));
      assert.equal(cells.filter((cell) => cell.getAttribute('edge') === '1').length, edges.length);
      for (const cell of cells) {
        for (const end of ['parent', 'source', 'target']) assert.ok(!cell.hasAttribute(end) || ids.has(cell.getAttribute(end)));
        if (cell.hasAttribute('value')) assert.match(cell.getAttribute('style') ?? '', /html=0;/);
      }
      const values = cells.map((cell) => cell.getAttribute('value') ?? '');
      for (const { name } of nodes) assert.ok(values.some((value) => value.startsWith(readable(name))), name);
    });

    it(`Graphviz draws every ${level} and nothing else`, async () => {
      const graphviz = await Graphviz.load();
      const svg = graphviz.dot(await written('dot', document));
      assert.equal(svg.match(/class="node"/g)?.length, nodes.length);
      assert.equal(svg.match(/class="edge"/g)?.length, edges.length);
      xml(svg.replace(/<!DOCTYPE[^>]*>/, ''));
    });

    it(`Mermaid gets no ${level} that could end its label`, async () => {
      const text = await written('mermaid', document);
      for (const line of text.trimEnd().split('\n').slice(1)) assert.match(line, /^ {2,4}(?:n\d+\["[^"<>`%]*(?:<br\/>)?[^"<>`%]*"\]|n\d+ (?:--|==)>\|"[^"<>`%]*"\| n\d+|subgraph s\d+\["[^"<>`%]*"\]|end)$/);
    });

    it(`Cypher keeps every ${level} inside its quotes`, async () => {
      const text = await written('cypher', document);
      // Without its string literals a statement holds our own words only; \u would be replaced before quotes are looked at.
      const bare = text.replace(/'(?:\\.|[^'\\])*'/g, '§');
      assert.match(bare, /^[\w\s§:;,.(){}[\]=+>-]*$/);
      assert.doesNotMatch(bare, /DELETE/);
      assert.doesNotMatch(text, /\\u/i);
      assert.equal(bare.match(/\{id: §/g)?.length, nodes.length);
    });

    it(`JSON of every ${level} is what the schema says`, async () => assert.deepEqual(graphDocumentSchema.parse(JSON.parse(await written('json', document))), JSON.parse(JSON.stringify(document))));

    it(`CSV of every ${level} is read back, and holds no formula`, async () => {
      const rows = csv(await written('csv', document, 'nodes'));
      assert.equal(rows.length, nodes.length + 1);
      assert.ok(rows.every((row) => row.length === rows[0]?.length));
      assert.ok(rows.slice(1).every((row) => row.every((cell) => !/^\s*[=+\-@]/.test(cell))));
      assert.equal(csv(await written('csv', document, 'edges')).length, edges.length + 1);
    });

    it(`Neptune gets edges between the ids of its vertices, for every ${level}`, async () => {
      const [, ...vertices] = csv(await written('neptune-csv', document, 'vertices'));
      const [head = [], ...links] = csv(await written('neptune-csv', document, 'edges'));
      const ids = new Set(vertices.map(([id]) => id));
      assert.equal(ids.size, nodes.length);
      assert.deepEqual(head.slice(0, 4), ['~id', '~from', '~to', '~label']);
      assert.ok(links.length === edges.length && links.every(([, from, to]) => ids.has(from) && ids.has(to)));
    });
  }

  it('are tried with every attack', () => assert.ok(graphAttacks.length > 30));
});

describe('bounded graph formats', () => {
  it('Mermaid stays within what Mermaid draws, and says what it leaves out', async () => {
    const text = await written('mermaid', largeGraph(3000));
    assert.ok(text.length <= 50_000);
    assert.ok((text.match(/-->/g)?.length ?? 0) <= 500);
    assert.match(text, /cut\["Cut: \d+ more nodes and \d+ more edges are not shown/);
    assert.doesNotMatch(await written('mermaid', largeGraph(20)), /cut/);
  });

  it('draw.io says so too', async () => {
    const text = await written('drawio', largeGraph(3000));
    assert.match(text, /value="Cut: 1500 more nodes/);
    xml(text);
  });
});

/** Rows of RFC 4180. */
function csv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push((quoted ?? bare ?? '').replaceAll('""', '"'));
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1 || (row[0] ?? '') !== '');
}
