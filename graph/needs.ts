import { edgeTypeNames, edgeTypes } from '../model/edge.ts';
import type { Adjacency } from './adjacency.ts';
import { csrOf, type Csr } from './csr.ts';

/**
 * Who needs whom at run time. An edge's type says which of its ends depends on the other: who reads a table needs it, a function needs
 * what triggers it, what a VPC contains needs the VPC. Edges that nobody depends on are left out.
 */
export interface Needs {
  /** From each resource to what it needs. */
  readonly needs: Csr;
  /** From each resource to those that need it. */
  readonly neededBy: Csr;
}

const known = new WeakMap<Adjacency, Needs>();

/** Built once for each estate. */
export function needsOf(adjacency: Adjacency): Needs {
  const found = known.get(adjacency);
  if (found) return found;
  const { ids, types, from, to } = adjacency;
  const nodes = ids.length;
  const dependent = edgeTypeNames.map((type) => edgeTypes[type].dependent);
  const count = types.length;
  const kept = { edges: new Uint32Array(count), dependents: new Uint32Array(count), needed: new Uint32Array(count) };
  let length = 0;
  for (let index = 0; index < count; index++) {
    const which = dependent[types[index] ?? 0];
    if (which === 'none') continue;
    kept.edges[length] = index;
    kept.dependents[length] = (which === 'from' ? from[index] : to[index]) ?? 0;
    kept.needed[length++] = (which === 'from' ? to[index] : from[index]) ?? 0;
  }
  const edges = kept.edges.subarray(0, length);
  const dependents = kept.dependents.subarray(0, length);
  const needed = kept.needed.subarray(0, length);
  const made: Needs = {
    needs: csrOf({ nodes, from: dependents, to: needed, edges }),
    neededBy: csrOf({ nodes, from: needed, to: dependents, edges }),
  };
  known.set(adjacency, made);
  return made;
}
