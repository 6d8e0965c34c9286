import { z } from 'zod';
import { typeMask } from '../../graph/adjacency.ts';
import { csrOf } from '../../graph/csr.ts';
import { membersOf, stronglyConnected } from '../../graph/queries/strongly-connected.ts';
import type { EstateView } from '../../graph/view.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import type { EdgeType } from '../../model/edge.ts';
import type { Resource } from '../../model/resource.ts';
import { rule, type EstateSubject } from '../rule.ts';
import { isInScope } from '../subjects.ts';
import { severities } from '../support/severities.ts';
import { yaml } from '../support/yaml.ts';
import { gap, ready } from '../verdict.ts';

const options = z.strictObject({ longest: z.int().min(2).default(3).describe('Most pieces of code that may wait for each other in one chain') });

const link = (name: string, next: string): string => yaml`
  ${name}:
    Type: AWS::Lambda::Function
    Properties: { FunctionName: ${name.toLowerCase()}, Environment: { Variables: { NEXT: 'arn:aws:lambda:us-east-1:111122223333:function:${next}' } } }
`;

export const graphTightCoupling = rule({
  id: 'graph-tight-coupling',
  title: 'A long chain of code waits for each other',
  on: 'estate',
  severity: severities('L/L/M/M'),
  why: 'Each link must be up, and in the same region, for the first one to answer. A chain cannot be moved link by link without calls across regions.',
  fix: 'Let a link that need not answer at once take an event (SNS to SQS, EventBridge, an outbox), and move what remains together.',
  effect: 'No effect on RPO. RTO is that of the last link to be up, and one link that stays behind adds the distance between the regions to each request.',
  links: ['https://docs.aws.amazon.com/prescriptive-guidance/latest/aws-multi-region-fundamentals/fundamental-2.html'],
  options,
  examples: {
    gap: [{ home: [link('A', 'b'), link('B', 'c'), link('C', 'd'), link('D', 'none')].join('\n') }],
    ready: [{ home: [link('A', 'b'), link('B', 'none')].join('\n') }],
  },

  /** One finding for each start of a chain. */
  *check(view, { intent, options: given }): Iterable<EstateSubject> {
    const { longest } = options.parse(given);
    for (const chain of chainsOf(view)) {
      const [first = ''] = chain;
      const resource = view.resource(first);
      if (resource === undefined || !isInScope(resource, intent)) continue;
      const names = chain.map((id) => view.resource(id)?.name ?? id).join(' → ');
      const subject = { subject: first, title: resource.name, resources: chain };
      yield chain.length > longest ? { ...subject, verdict: gap(`${chain.length} pieces of code wait for each other: ${names}.`) } : { ...subject, verdict: ready(`${chain.length} pieces of code wait for each other: ${names}.`) };
    }
  },
});

const waiting: readonly EdgeType[] = ['calls', 'refers'];

/** The longest chain from each piece of code that no other calls, two links at least. What calls each other in a circle counts as one link. */
function chainsOf(view: EstateView): string[][] {
  const { ids, types, from, to } = view.adjacency;
  const mask = typeMask(waiting);
  const runs = Array.from(view.estate.resources.values(), isCode);
  const kept: number[] = [];
  for (let edge = 0; edge < types.length; edge++) if (mask[types[edge] ?? 0] === 1 && runs[from[edge] ?? 0] === true && runs[to[edge] ?? 0] === true) kept.push(edge);
  const graph = csrOf({ nodes: ids.length, from: Uint32Array.from(kept, (edge) => from[edge] ?? 0), to: Uint32Array.from(kept, (edge) => to[edge] ?? 0) });
  const components = stronglyConnected(graph);
  const length = new Uint32Array(components.count).fill(1);
  const next = new Int32Array(components.count).fill(-1);
  const first = new Uint32Array(components.count);
  const called = new Uint8Array(components.count);
  // What a component calls has a lower number: in ascending order each chain is complete when it is used.
  for (const [component, members] of membersOf(components).entries()) {
    first[component] = members[0] ?? 0;
    for (const node of members) {
      for (let at = graph.offsets[node] ?? 0; at < (graph.offsets[node + 1] ?? 0); at++) {
        const other = components.of[graph.targets[at] ?? 0] ?? 0;
        if (other === component) continue;
        called[other] = 1;
        if ((length[other] ?? 0) + 1 <= (length[component] ?? 0)) continue;
        length[component] = (length[other] ?? 0) + 1;
        next[component] = other;
      }
    }
  }
  const starts = [...first.keys()].filter((component) => called[component] === 0 && (length[component] ?? 0) > 1).sort((a, b) => (first[a] ?? 0) - (first[b] ?? 0));
  return starts.map((start) => {
    const chain: string[] = [];
    for (let at = start; at !== -1; at = next[at] ?? -1) chain.push(ids[first[at] ?? 0] ?? '');
    return chain;
  });
}

const isCode = ({ kind }: Resource): boolean => kind !== undefined && (kinds[kind] as Kind).traits.includes('compute');
