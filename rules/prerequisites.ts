import type { EstateView } from '../graph/view.ts';
import type { EdgeType } from '../model/edge.ts';
import { compareText } from '../model/json.ts';
import type { Judgement } from '../model/readiness.ts';
import { categoryOf, type Category } from './rule.ts';

/** In which order gaps of different families are closed: what is later needs what is earlier. Gaps of one rank wait for none of each other. */
const ranks: Readonly<Record<Category, number>> = {
  region: 0, identity: 1, network: 2, config: 3, artifact: 3, data: 4, messaging: 5, compute: 6, traffic: 7, operations: 8, graph: 9, code: 9, cost: 10,
};

/** What has to be in the target before anything is made there. */
const first: ReadonlySet<string> = new Set(['region-optin-not-enabled', 'region-partition-mismatch', 'identity-scp-region-deny']);

/** By what a resource needs another one to exist. */
const needs: readonly EdgeType[] = ['uses-key', 'uses-secret', 'uses-image', 'uses-role', 'attaches', 'routes', 'reads', 'writes', 'refers', 'calls'];

/** Most gaps that are named for one: the nearest, which name theirs in turn. */
const most = 20;

/** Fingerprints of the gaps that must be closed before each one: those of what its resources need. Closing them in this order never runs in a circle. */
export function prerequisitesOf(view: EstateView, gaps: readonly Judgement[]): ReadonlyMap<string, readonly string[]> {
  const bySubject = new Map<string, Judgement[]>();
  for (const gap of gaps) for (const id of gap.resources.length === 0 ? [gap.subject] : gap.resources) add(bySubject, id, gap);
  const general = gaps.filter(({ rule }) => first.has(rule));
  const near = new Map<string, readonly Judgement[]>();
  const nearOf = (id: string): readonly Judgement[] => {
    const known = near.get(id) ?? neededBy(view, id).flatMap((other) => bySubject.get(other) ?? []);
    near.set(id, known);
    return known;
  };
  const found = new Map<string, readonly string[]>();
  for (const gap of gaps) {
    const rank = rankOf(gap);
    const [only] = gap.resources;
    // A verdict on many resources is about what they have in common, not about what each of them needs.
    const own = only === undefined || gap.resources.length > 1 ? [] : [...nearOf(only), ...(bySubject.get(only) ?? [])];
    const before = [...new Set([...general, ...own].filter((other) => rankOf(other) < rank && other.fingerprint !== gap.fingerprint).map(({ fingerprint }) => fingerprint))].sort(compareText).slice(0, most);
    if (before.length > 0) found.set(gap.fingerprint, before);
  }
  return found;
}

const rankOf = ({ rule }: Judgement): number => (first.has(rule) ? -1 : ranks[categoryOf(rule)]);

function add(index: Map<string, Judgement[]>, id: string, gap: Judgement): void {
  const known = index.get(id);
  if (known) known.push(gap);
  else index.set(id, [gap]);
}

/** What a resource needs directly, with the VPC around what it is attached to. */
function neededBy(view: EstateView, id: string): string[] {
  const direct = view.out(id, ...needs).map(({ to }) => to);
  const around = [id, ...view.out(id, 'attaches').map(({ to }) => to)].flatMap((each) => view.in(each, 'contains').map(({ from }) => from));
  return [...new Set([...direct, ...around])];
}
