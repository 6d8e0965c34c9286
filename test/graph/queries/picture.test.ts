import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildEstate } from '../../../graph/build.ts';
import { picture, type PictureOptions } from '../../../graph/queries/picture.ts';
import { services } from '../../../graph/queries/services.ts';
import { viewOf, type EstateView } from '../../../graph/view.ts';
import type { EdgeType } from '../../../model/edge.ts';
import type { Fact } from '../../../model/fact.ts';
import { pictureSchema, type Picture } from '../../../model/picture.ts';
import { resource } from '../../support/facts.ts';

/** `a/x reads b/y`: a resource of service a and one of service b. A region after @ where it is not us-east-1. */
function estate(...sentences: readonly string[]): EstateView {
  const facts: Fact[] = [];
  const seen = new Set<string>();
  const add = (text: string): string => {
    const [name = '', region = 'us-east-1'] = text.split('@');
    if (!seen.has(name)) facts.push(resource(`t/${name}`, { name, region, stack: name.split('/')[0] ?? '' }));
    seen.add(name);
    return `⟦t/${name}⟧`;
  };
  for (const sentence of sentences) {
    const [from = '', edge = 'reads', to] = sentence.split(' ');
    const start = add(from);
    if (to !== undefined) facts.push({ type: 'reference', from: start, to: add(to), edge: edge as EdgeType, how: 'test', source: { scanner: 'test' } });
  }
  return viewOf(buildEstate(facts));
}

const base: PictureOptions = { by: 'none', open: [], shown: [], around: { services: [], resources: [], depth: 1 }, types: [], confidences: [], nodes: 100, lines: 100 };
const shop = estate('a/x reads b/y', 'a/x calls a/z', 'b/y replicates b/w@eu-west-1', 'c/t triggers b/y', 'd/q');
const draw = (options: Partial<PictureOptions> = {}, view = shop): Picture => pictureSchema.parse(picture(view, services(view, {}), { ...base, ...options }).picture);
const nodes = (drawn: Picture): string[] => drawn.nodes.map(({ what, name, group, resources }) => `${what} ${name}${group === '' ? '' : ` in ${group}`} ${resources}`);
const lines = (drawn: Picture): string[] => drawn.lines.map(({ from, to, types }) => `${from} → ${to}: ${Object.entries(types).map(([type, count]) => `${count} ${type}`).join(', ')}`);

describe('picture', () => {
  it('shows services, and points at what is needed', () => {
    const drawn = draw();
    assert.deepEqual(nodes(drawn), ['service a 2', 'service b 2', 'service c 1', 'service d 1']);
    assert.deepEqual(lines(drawn), ['s:a@ → s:b@: 1 reads', 's:b@ → s:c@: 1 triggers']);
    assert.deepEqual(drawn.total, { services: 4, resources: 6, edges: 4 });
  });

  it('opens a service in place, between resources as the verb reads', () => {
    const drawn = draw({ open: ['b'] });
    assert.deepEqual(nodes(drawn), ['resource b/w 1', 'resource b/y 1', 'service a 2', 'service c 1', 'service d 1']);
    assert.deepEqual(lines(drawn), ['r:t/b/y → r:t/b/w: 1 replicates', 'r:t/b/y → s:c@: 1 triggers', 's:a@ → r:t/b/y: 1 reads']);
    assert.deepEqual(lines(draw({ open: ['b', 'c'] })).filter((line) => line.includes('triggers')), ['r:t/c/t → r:t/b/y: 1 triggers']);
    assert.deepEqual(drawn.boxes, [{ id: 's:b@', service: 'b', group: '', resources: 2 }]);
  });

  it('divides services by region, each with its own part', () => {
    const drawn = draw({ by: 'region' });
    assert.deepEqual(drawn.groups.map(({ id, resources }) => `${id} ${resources}`), ['eu-west-1 1', 'us-east-1 5']);
    assert.deepEqual(lines(drawn).filter((line) => line.includes('replicates')), ['s:b@us-east-1 → s:b@eu-west-1: 1 replicates']);
    assert.equal(drawn.lines.find(({ types }) => types.replicates === 1)?.crossing?.count, 1);
  });

  it('shows a resource by itself where its service stays closed', () => {
    const drawn = draw({ shown: ['t/a/x'] });
    assert.deepEqual(nodes(drawn).slice(0, 2), ['resource a/x 1', 'rest  1']);
    assert.deepEqual(lines(drawn)[0], 'r:t/a/x → +:s:a@@: 1 calls');
  });

  it('leaves out kinds of edge and doubtful ones', () => {
    assert.deepEqual(lines(draw({ types: ['triggers'] })), ['s:b@ → s:c@: 1 triggers']);
    assert.deepEqual(lines(draw({ confidences: ['inferred'] })), []);
    assert.equal(lines(draw({ confidences: ['declared'] })).length, 2);
  });

  it('shows only what is around a resource or service', () => {
    assert.deepEqual(nodes(draw({ around: { services: [], resources: ['t/a/x'], depth: 1 } })), ['resource a/x 1', 'resource a/z 1', 'resource b/y 1']);
    assert.deepEqual(nodes(draw({ around: { services: ['c'], resources: [], depth: 1 } })), ['service b 2', 'service c 1']);
  });

  it('gathers what there is no room for, and says how much that is', () => {
    const many = estate(...Array.from({ length: 50 }, (_, index) => `s${index}/r reads s${(index * 7 + 1) % 50}/r`), ...Array.from({ length: 50 }, (_, index) => `s0/q${index} calls s1/r`));
    const drawn = draw({ nodes: 20, lines: 15, open: ['s0'] }, many);
    assert.ok(drawn.nodes.length <= 25, `${drawn.nodes.length}`);
    assert.equal(drawn.lines.length, 15);
    assert.equal(drawn.omitted.services, 37);
    assert.equal(drawn.nodes.reduce((sum, each) => sum + each.resources, 0), 100);
    assert.ok(drawn.omitted.lines > 0 && drawn.omitted.resources > 0);
    const closed = draw({ nodes: 20, lines: 15 }, many);
    assert.deepEqual(closed.nodes.filter(({ what }) => what === 'service').map(({ id }) => id).filter((id) => !drawn.nodes.some((node) => node.id === id)), ['s:s0@']);
  });

  it('keeps names apart whatever they hold', () => {
    const odd = estate('a@b/x reads a%40b/y');
    const ids = draw({}, odd).nodes.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});
