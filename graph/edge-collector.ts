import { canonicalJson, compareText } from '../model/json.ts';
import type { Edge, EdgeEvidence } from './estate.ts';

interface Growing<T> {
  readonly edge: T;
  readonly evidence: EdgeEvidence[];
  /** Nothing but the target's type says what kind of edge it is. */
  vague: boolean;
}

/** Edges as they are proved, each once with all of its proofs. */
export interface EdgeCollector<T extends Edge> {
  prove(made: Omit<T, 'evidence'>, proof: EdgeEvidence, vague: boolean): void;
  /** What is proved so far, proofs of the same edge not yet sorted. */
  all(): Iterable<Growing<Omit<T, 'evidence'>>>;
  /** In canonical order. */
  finish(): T[];
}

export function edgeCollector<T extends Edge>(): EdgeCollector<T> {
  const edges = new Map<string, Growing<Omit<T, 'evidence'>>>();
  return {
    prove(made, proof, vague) {
      const key = `${made.from}\n${made.type}\n${made.to}`;
      const found = edges.get(key);
      if (found === undefined) edges.set(key, { edge: made, evidence: [proof], vague });
      else {
        found.evidence.push(proof);
        found.vague &&= vague;
      }
    },
    all: () => edges.values(),
    finish: () => withoutVague([...edges.values()]).map(inOrder<T>).sort(byEnds),
  };
}

/**
 * Where a typed edge exists, "refers to" between the same two resources says nothing more: it becomes a proof of that edge. The other way
 * round it is dropped where the same declaration ties the two: a mapping that names its queue does not depend on it beside being fed by it.
 */
function withoutVague<T extends Omit<Edge, 'evidence'>>(all: readonly Growing<T>[]): Growing<T>[] {
  const typed = Map.groupBy(all.filter(({ vague }) => !vague), ({ edge }) => `${edge.from}\n${edge.to}`);
  return all.filter(({ edge: { from, to }, evidence, vague }) => {
    if (!vague) return true;
    const same = typed.get(`${from}\n${to}`);
    for (const other of same ?? []) other.evidence.push(...evidence);
    if (same !== undefined) return false;
    const places = new Set(evidence.map(placeOf));
    return typed.get(`${to}\n${from}`)?.some((other) => other.evidence.some((proof) => places.has(placeOf(proof)))) !== true;
  });
}

/** The resource declaration that proves an edge. */
const placeOf = ({ source: { scanner, file = '', path = '' } }: EdgeEvidence): string => `${scanner}\n${file}\n${path}`;

function inOrder<T extends Edge>({ edge, evidence }: Growing<Omit<T, 'evidence'>>): T {
  if (evidence.length === 1) return { ...edge, evidence } as unknown as T;
  const keyed = new Map(evidence.map((proof) => [canonicalJson(proof), proof]));
  return { ...edge, evidence: [...keyed].sort(([a], [b]) => compareText(a, b)).map(([, proof]) => proof) } as unknown as T;
}

const byEnds = (a: Edge, b: Edge): number => compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.type, b.type);
