import type { GraphDocument, GraphEdge, GraphNode } from '../../model/graph-document.ts';
import { attacks } from './hostile.ts';

/** What a name must not do in any format that the graph is written in, beside what it must not do in HTML. */
export const graphAttacks: readonly string[] = [
  ...attacks, 'a"] ; n1 -> n2 [label="x', "a'}) DETACH DELETE n //", "a\\' u0027 \\u0027}) DELETE n //", 'ends in a backslash\\', '=HYPERLINK("http://e.vil","x")', '+1+1', '@SUM(A1)', '-2+3', 'line\r\nbreak',
  '%%{init: {"securityLevel":"loose"}}%%', '`**md**`', '\\N\\G', ']]>', '"]\n  click n0 call pwned()', 'end', ';a;b', '\t=1', '<![CDATA[', '&amp;', '漢字 🚀',
];

/** A graph in which every name, type, service and place is an attack. */
export function hostileGraph(level: GraphDocument['level'] = 'resource'): GraphDocument {
  const attack = (index: number): string => graphAttacks[index % graphAttacks.length] ?? '';
  const nodes = graphAttacks.map((name, index): GraphNode => {
    const id = `${index} ${name}`;
    const service = level === 'service' ? id : attack(index * 7);
    return { id, name, type: level === 'service' ? 'service' : attack(index + 1), kind: attack(index + 2), region: attack(index + 3), account: attack(index + 4), service, basis: 'tag', because: attack(index + 5), regions: [attack(index)] };
  });
  const edges = nodes.map(({ id }, index): GraphEdge => ({
    from: id, to: nodes[(index * 5 + 1) % nodes.length]?.id ?? id, type: level === 'service' ? 'needs' : 'reads', count: 2, confidence: 'declared', how: [attack(index)],
    ...(index % 3 === 0 ? { crossings: [{ from: attack(index), to: attack(index + 1), count: 1, ms: 20.4, basis: 'estimated' as const }] } : {}),
  }));
  return { format: 'regionready/graph', version: 1, tool: '0', level, selection: { services: [], around: [], depth: 0, edges: [] }, nodes, edges, omitted: { nodes: 0, edges: 0 } };
}

/** A harmless graph of so many nodes, each with three edges. */
export function largeGraph(nodes: number): GraphDocument {
  const sample = hostileGraph();
  const named = Array.from({ length: nodes }, (_, index): GraphNode => ({ id: `arn:aws:sqs:eu-west-1:111122223333:queue-${index}`, name: `queue-${index}`, type: 'AWS::SQS::Queue', service: `service-${index % 20}`, basis: 'stack' }));
  const edges = named.flatMap(({ id }, index) => [1, 7, 31].map((step): GraphEdge => ({ from: id, to: named[(index * step + step) % nodes]?.id ?? id, type: 'calls', count: 1 })));
  return { ...sample, nodes: named, edges };
}
