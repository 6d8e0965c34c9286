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
  const edges = Uint32Array.from(types.keys().filter((index) => dependent[types[index] ?? 0] !== 'none'));
  const end = (which: 'from' | 'to'): Uint32Array => edges.map((index) => (dependent[types[index] ?? 0] === which ? from[index] : to[index]) ?? 0);
  const dependents = end('from');
  const needed = end('to');
  const made: Needs = {
    needs: csrOf({ nodes, from: dependents, to: needed, edges }),
    neededBy: csrOf({ nodes, from: needed, to: dependents, edges }),
  };
  known.set(adjacency, made);
  return made;
}
