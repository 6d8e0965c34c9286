import type { Fact, ReferenceFact, ResourceFact } from '../../model/fact.ts';
import type { EdgeType } from '../../model/edge.ts';

/** A resource fact with everything unsaid left out. */
export function resource(id: string, given: Partial<Omit<ResourceFact, 'type' | 'id'>> = {}): ResourceFact {
  return {
    type: 'resource', id, resourceType: 'AWS::Test::Thing', name: id, region: 'us-east-1', identities: [], attributes: {}, references: [], tags: {},
    source: { scanner: 'cloudformation', file: 'test.yaml', path: id }, ...given,
  };
}

/** Resources named by letters and edges between them: `a reads b`. */
export function estateOf(...sentences: readonly string[]): Fact[] {
  const names = new Set<string>();
  const edges: ReferenceFact[] = [];
  for (const sentence of sentences) {
    const [from = '', edge = 'reads', to] = sentence.split(' ');
    names.add(from);
    if (to === undefined) continue;
    names.add(to);
    edges.push({ type: 'reference', from: `⟦t/${from}⟧`, to: `⟦t/${to}⟧`, edge: edge as EdgeType, how: 'test', source: { scanner: 'test' } });
  }
  return [...[...names].map((name) => resource(`t/${name}`, { name })), ...edges];
}
