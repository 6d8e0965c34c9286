import { MultiDirectedGraph } from 'graphology';
import { countArraysAsHeap } from '../../cli/memory.ts';
import { estateFacts } from './estate-facts.ts';
import { stopwatch } from './stopwatch.ts';

/** The peer of bench/graph.ts: graphology with the same nodes and edges, which it is handed ready. */
countArraysAsHeap();
const { facts } = estateFacts(Number(process.argv[2]));
const edges = facts.flatMap(({ id, references }) => references.map(({ to, edge, path }) => ({ from: id, to, edge, path })).filter(({ from, to }) => from !== to));
const { time, report } = stopwatch();
globalThis.gc?.();
const graph = time('build', () => {
  const made = new MultiDirectedGraph();
  for (const fact of facts) made.addNode(fact.id, fact);
  for (const { from, to, edge, path } of edges) made.mergeDirectedEdgeWithKey(`${edge}:${from}>${to}`, from, to, { path });
  return made;
});
console.log(report({ resources: graph.order, edges: graph.size }));
