import { peers } from '../../graph/queries/peer.ts';
import type { Resource } from '../../model/resource.ts';
import type { Context } from '../rule.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';

/** For what is not replicated but declared once in each region: ready where the target has a counterpart. */
export function hasCounterpart(resource: Resource, { intent: { target }, graph }: Context): Verdict {
  const { name, region } = resource;
  if (region === undefined) return unknown(`Nobody told us in which region ${name} is.`, { ask: 'Say in the configuration which regions its template is deployed to.' });
  const [peer] = peers(graph, resource, target);
  if (peer !== undefined) return ready(`${peer.resource.name} in ${target} is its counterpart.`);
  return gap(`${name} has no counterpart in ${target}: nothing that was given declares one.`);
}
