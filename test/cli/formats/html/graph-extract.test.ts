import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { boundedExtract, graphExtract } from '../../../../cli/formats/html/graph-extract.ts';
import type { Judgement } from '../../../../model/readiness.ts';
import { sampleEstate } from '../../../support/sample-estate.ts';
import { sampleReadiness } from '../../../support/sample-readiness.ts';

const size = { services: 8, resources: 600 };
const { view, services } = sampleEstate(size);
const { judgements } = sampleReadiness(size).readiness;
const gapsOf = (of: readonly Judgement[]): Set<string> => new Set(of.filter(({ state }) => state === 'gap').flatMap(({ resources }) => resources));

describe('graph extract', () => {
  it('carries a small estate whole', () => {
    const { nodes, edges, omitted } = graphExtract(view, services, judgements);
    assert.equal(nodes.length, 600);
    assert.deepEqual(edges, view.estate.edges.map(({ from, to, type }) => ({ from, to, type })));
    assert.deepEqual(omitted, { nodes: 0, edges: 0 });
  });

  it('takes resources with gaps and their neighbours first, from every service, and counts what it leaves out', () => {
    const { nodes, edges, omitted } = boundedExtract({ view, services, judgements, limit: 60 });
    assert.equal(nodes.length, 60);
    assert.equal(omitted.nodes, 540);
    assert.equal(omitted.edges, view.estate.edges.length - edges.length);
    const gaps = gapsOf(judgements);
    const near = new Set([...gaps].flatMap((id) => [...view.out(id).map(({ to }) => to), ...view.in(id).map(({ from }) => from)]));
    assert.ok(nodes.every(({ id }) => gaps.has(id) || near.has(id)));
    assert.equal(new Set(nodes.map(({ service }) => service)).size, 8);
    const ids = new Set(nodes.map(({ id }) => id));
    assert.ok(edges.length > 0 && edges.every(({ from, to }) => ids.has(from) && ids.has(to)));
    for (const { id, edges: degree } of nodes) assert.equal(degree, view.out(id).length + view.in(id).length);
  });

  it('is the same for the same input, and survives resources that the estate lacks', () => {
    const strange: Judgement[] = judgements.map((judgement, index) => (index === 0 ? { ...judgement, resources: ['no such resource'] } : judgement));
    const extract = (): string => JSON.stringify(boundedExtract({ view, services, judgements: strange, limit: 40 }));
    assert.equal(extract(), extract());
    assert.doesNotMatch(extract(), /no such resource/);
  });
});
