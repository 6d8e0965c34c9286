import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { draw, isDense } from '../../../../../cli/formats/html/map/draw.ts';
import { hubDegree, layout, nodeHeight, nodeWidth } from '../../../../../cli/formats/html/map/layout.ts';
import { mapNodes, mostNodes, rest } from '../../../../../cli/formats/html/map/nodes.ts';
import type { ServiceReadiness } from '../../../../../model/readiness.ts';

function service(id: string, dependsOn: readonly string[] = [], given: Partial<ServiceReadiness> = {}): ServiceReadiness {
  const counts = { gap: 0, unknown: 0, exempt: 0, ready: 1 };
  const severities = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  return { id, basis: 'tag', status: 'ready', counts, severities, score: { percent: 100, ready: 1, judged: 1 }, resources: 3, wave: 1, dependsOn: [...dependsOn], ...given };
}

describe('service map', () => {
  it('puts what is needed further left, and lets no two boxes overlap', () => {
    const services = [service('web', ['orders', 'auth']), service('orders', ['db', 'auth']), service('auth'), service('db'), service('batch', ['db'])];
    const nodes = mapNodes(services);
    const { placed, width, height } = layout(nodes);
    for (const { node, x, y } of placed.values()) {
      for (const id of node.needs) assert.ok((placed.get(id)?.x ?? 0) < x, `${id} left of ${node.id}`);
      assert.ok(x >= 0 && x + nodeWidth <= width && y >= 0 && y + nodeHeight <= height);
      for (const other of placed.values()) assert.ok(other.node === node || Math.abs(other.x - x) >= nodeWidth || Math.abs(other.y - y) >= nodeHeight, `${node.id} over ${other.node.id}`);
    }
    assert.equal(placed.size, 5);
  });

  it('is the same whatever the order of the services', () => {
    const services = Array.from({ length: 30 }, (_, index) => service(`s${index}`, index < 3 ? [] : [`s${index % 3}`, `s${Math.floor(index / 2)}`]));
    const drawn = (given: readonly ServiceReadiness[]): string => draw(layout(mapNodes(given)), (id) => `#${id}`).markup;
    assert.equal(drawn(services), drawn(services.toReversed()));
  });

  it('moves what very many need to a rail, and hides lines where they would cover each other', () => {
    const services = [service('auth'), ...Array.from({ length: hubDegree + 1 }, (_, index) => service(`s${index}`, ['auth']))];
    const { placed, top } = layout(mapNodes(services));
    assert.equal(placed.get('auth')?.hub, true);
    assert.ok((placed.get('auth')?.y ?? top) + nodeHeight <= top);
    assert.match(draw(layout(mapNodes(services)), () => '#').markup, /class="edge to-hub"/);
    const everyone = Array.from({ length: 12 }, (_, index) => `x${index}`);
    const tangle = layout(mapNodes(everyone.map((id) => service(id, everyone.filter((other) => other !== id)))));
    assert.equal(isDense(tangle), true);
    assert.match(draw(tangle, () => '#').markup, /class="map dense"/);
  });

  it('groups by the beginning of names above the number that can be drawn, and keeps the worst status', () => {
    const services = Array.from({ length: 100 }, (_, index) => service(`team${index % 20}-part${index}`, index === 0 ? ['team5-part5'] : [], index === 47 ? { status: 'blocked' } : {}));
    const nodes = mapNodes(services);
    assert.equal(nodes.length, 20);
    assert.equal(nodes.reduce((sum, node) => sum + node.services.length, 0), 100);
    assert.equal(nodes.find(({ id }) => id === 'team7')?.status, 'blocked');
    assert.deepEqual(nodes.find(({ id }) => id === 'team0')?.needs, ['team5']);
    const alien = mapNodes(Array.from({ length: 300 }, (_, index) => service(`n${index}`)));
    assert.equal(alien.length, mostNodes);
    assert.equal(alien.find(({ id }) => id === rest)?.services.length, 300 - mostNodes + 1);
  });

  it('escapes names and cuts long ones by whole characters', () => {
    const { markup } = draw(layout(mapNodes([service('<script>"x'), service(`${'💥'.repeat(40)}`)])), () => '#a"b');
    assert.doesNotMatch(markup, /<script|#a"b/);
    assert.match(markup, />(?:💥){19}…</u);
  });
});
