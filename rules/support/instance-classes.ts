import type { EstateView } from '../../graph/view.ts';
import type { Resource } from '../../model/resource.ts';
import { compareText } from '../../model/json.ts';

/** Instance types that a group starts: its own list, else those of its launch templates. Empty where nobody told. */
export function classesOf(graph: EstateView, group: Resource): string[] {
  const own = 'instanceClasses' in group.attributes ? (group.attributes.instanceClasses ?? []) : [];
  if (own.length > 0) return [...own];
  const templates = graph.out(group.id, 'refers', 'attaches').flatMap(({ to }) => graph.resource(to) ?? []);
  return [...new Set(templates.flatMap((each) => (each.kind === 'launch-template' ? (each.attributes.instanceClasses ?? []) : [])))].sort(compareText);
}
