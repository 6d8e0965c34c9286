import { guard } from './guard.ts';

export const replicaSide = guard({
  id: 'replica-side',
  title: 'Itself the replica of another resource',
  categories: ['data'],
  reason({ id }, { graph }) {
    const [source] = graph.in(id, 'replicates');
    if (source === undefined || graph.out(id, 'replicates').length > 0) return undefined;
    const original = graph.resource(source.from);
    return original === undefined ? undefined : `It is a replica of ${original.name}${original.region === undefined ? '' : ` in ${original.region}`}, which is judged instead.`;
  },
});
