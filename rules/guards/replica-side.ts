import { guard } from './guard.ts';

export const replicaSide = guard({
  id: 'replica-side',
  title: 'Itself the replica of another resource',
  categories: ['data'],
  reason({ id }, { graph, intent: { target } }) {
    const [source] = graph.in(id, 'replicates');
    if (source === undefined || graph.out(id, 'replicates').length > 0) return undefined;
    const original = graph.resource(source.from);
    // The way back alone is no copy of what is written here.
    if (original?.region === target && graph.in(id, 'writes').length > 0) return undefined;
    return original === undefined ? undefined : `It is a replica of ${original.name}${original.region === undefined ? '' : ` in ${original.region}`}, which is judged instead.`;
  },
});
