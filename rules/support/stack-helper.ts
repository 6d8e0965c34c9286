import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';

/** Whether a function is called by custom resources alone: it works while a stack is deployed, and nobody waits for it at run time. */
export function isStackHelper({ id, resourceType }: Resource, graph: EstateView): boolean {
  if (resourceType !== 'AWS::Lambda::Function') return false;
  const callers = callersOf(id, graph);
  return callers.length > 0 && callers.every(({ resourceType: type }) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource');
}

/** What leads to a resource but to watch or to limit it. */
export function callersOf(id: string, graph: EstateView): Resource[] {
  return graph.in(id).flatMap(({ from, type }) => (type === 'observes' || type === 'limits' ? [] : (graph.resource(from) ?? [])));
}
