import type { EdgeType } from '../model/edge.ts';
import type { Reference, ReferenceFact, ResourceFact } from '../model/fact.ts';
import { parseArn } from '../model/arn.ts';
import { canonicalJson, compareText } from '../model/json.ts';
import { regionInIdentifier } from '../model/region-in-identifier.ts';
import type { Resource } from '../model/resource.ts';
import type { Source } from '../model/source.ts';
import { symbolsIn } from '../model/symbol.ts';
import { edgeTypeTo } from './edge-type.ts';
import type { Dangling, Edge, EdgeEvidence, EstateGraph } from './estate.ts';

export interface Connecting {
  readonly resource: Resource;
  readonly facts: readonly ResourceFact[];
}

/** `vague` as long as nothing but the target's type says what kind of edge it is. */
type Growing<T> = T & { evidence: EdgeEvidence[]; vague: boolean };

/** Turns references into edges, and those whose target is nowhere into dangling ones. */
export function connect(all: readonly Connecting[], extra: readonly ReferenceFact[], resolve: EstateGraph['resolve']): Pick<EstateGraph, 'edges' | 'dangling'> {
  const edges = new Map<string, Growing<Edge>>();
  const dangling = new Map<string, Growing<Dangling>>();
  const link = (subject: Resource, reference: Omit<Reference, 'from'>, proof: EdgeEvidence): void => {
    const { to, edge, target } = reference;
    const found = resolve(to, { account: subject.account, region: subject.region === 'global' ? undefined : subject.region, target });
    for (const { id, ...other } of found) {
      if (id === subject.id) continue;
      const type = edge ?? edgeTypeTo({ id, ...other } as Resource);
      prove(edges, { from: subject.id, to: id, type, evidence: [], vague: isVague(type, edge) }, proof);
    }
    if (found.length === 0 && (couldDangle(to) || isParameterPath(to, target))) {
      prove(dangling, { from: subject.id, to, type: edge ?? 'refers', region: regionInIdentifier(to), evidence: [], vague: isVague(edge ?? 'refers', edge) }, proof);
    }
  };
  for (const { resource, facts } of all) {
    for (const { references, source } of facts) {
      for (const reference of references) {
        for (const [subject, found] of subjectsOf(reference, resource, resolve)) link(subject, found, proofOf(reference, source));
      }
    }
  }
  for (const { from, to, edge, how, source } of extra) {
    for (const subject of resolve(from, {})) link(subject, { path: how, to, edge }, { how, source, confidence: 'declared' });
  }
  return { edges: withoutVague([...edges.values()]), dangling: withoutVague([...dangling.values()]) };
}

const isVague = (type: EdgeType, said: EdgeType | undefined): boolean => type === 'refers' || (type === 'attaches' && said === undefined);

/** The resources that a reference starts at. Where it names its subject, `target` is the subject's type. */
function subjectsOf(reference: Reference, resource: Resource, resolve: EstateGraph['resolve']): (readonly [Resource, Omit<Reference, 'from'>])[] {
  const { from, target, ...rest } = reference;
  if (from === undefined) return [[resource, reference]];
  return resolve(from, { account: resource.account, region: resource.region, target }).map((subject) => [subject, rest]);
}

function proofOf({ path, line, edge }: Reference, source: Source): EdgeEvidence {
  return { how: path === '' ? 'configuration' : path, source: line === undefined ? source : { ...source, line }, confidence: edge ? 'declared' : 'mentioned' };
}

function prove<T extends Edge>(into: Map<string, Growing<T>>, made: Growing<T>, proof: EdgeEvidence): void {
  const key = `${made.from}\n${made.type}\n${made.to}`;
  const found = into.get(key);
  if (found === undefined) into.set(key, { ...made, evidence: [proof] });
  else {
    found.evidence.push(proof);
    found.vague &&= made.vague;
  }
}

/** An identifier that means something particular: wildcards and values left to deployment mean nothing yet. */
function couldDangle(identifier: string): boolean {
  if (identifier.includes('*')) return false;
  const symbols = symbolsIn(identifier);
  if (symbols.some(({ id }) => !id.includes('/'))) return false;
  if (identifier.startsWith('arn:')) return !isEverywhere(identifier);
  return identifier.includes('.') || symbols.length > 0 || /^[a-z][a-z-]*-(?:[0-9a-f]{8}|[0-9a-f]{17}|[0-9a-f]{32})$/.test(identifier);
}

/** What AWS owns, and accounts as a whole, exist in every region. */
function isEverywhere(identifier: string): boolean {
  const arn = parseArn(identifier);
  return arn?.account === 'aws' || arn?.resource === 'root';
}

/** Paths of parameters are as particular as ids: /aws/service/… exists in every region, /shop/limit only where somebody wrote it. */
const isParameterPath = (identifier: string, target: string | undefined): boolean => target === 'AWS::SSM::Parameter' && identifier.startsWith('/') && !identifier.includes('*');

function inOrder<T extends Edge>({ vague: _, ...edge }: Growing<T>): T {
  if (edge.evidence.length === 1) return edge as unknown as T;
  const keyed = new Map(edge.evidence.map((proof) => [canonicalJson(proof), proof]));
  return { ...edge, evidence: [...keyed].sort(([a], [b]) => compareText(a, b)).map(([, proof]) => proof) } as unknown as T;
}

/**
 * Where a typed edge exists, "refers to" between the same two resources says nothing more: it becomes a proof of that edge. The other way
 * round it is dropped where the same property ties the two: a mapping that names its queue does not depend on it beside being fed by it.
 */
function withoutVague<T extends Edge>(edges: readonly Growing<T>[]): T[] {
  const typed = new Map<string, Growing<T>[]>();
  for (const edge of edges) {
    if (edge.vague) continue;
    const ends = `${edge.from}\n${edge.to}`;
    const found = typed.get(ends);
    if (found) found.push(edge);
    else typed.set(ends, [edge]);
  }
  const kept = edges.filter((edge) => {
    if (!edge.vague) return true;
    const same = typed.get(`${edge.from}\n${edge.to}`);
    for (const { evidence } of same ?? []) evidence.push(...edge.evidence);
    if (same !== undefined) return false;
    const places = new Set(edge.evidence.map(placeOf));
    return !(typed.get(`${edge.to}\n${edge.from}`) ?? []).some(({ evidence }) => evidence.some((proof) => places.has(placeOf(proof))));
  });
  return kept.map(inOrder).sort(byEnds);
}

/** The resource declaration that proves an edge. */
const placeOf = ({ source: { scanner, file = '', path = '' } }: EdgeEvidence): string => `${scanner}\n${file}\n${path}`;

const byEnds = (a: Edge, b: Edge): number => compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.type, b.type);
