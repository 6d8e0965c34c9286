import type { EdgeType } from '../model/edge.ts';
import type { Reference, ReferenceFact, ResourceFact } from '../model/fact.ts';
import { parseArn } from '../model/arn.ts';
import { regionsIn } from '../model/region-token.ts';
import { regionInIdentifier } from '../model/region-in-identifier.ts';
import type { Resource } from '../model/resource.ts';
import type { Source } from '../model/source.ts';
import { symbol, symbolsIn } from '../model/symbol.ts';
import { accessTypes, proveAccess } from './access.ts';
import { proveBucketEvents } from './bucket-events.ts';
import { edgeCollector } from './edge-collector.ts';
import { edgeTypeTo } from './edge-type.ts';
import type { Dangling, Edge, EdgeEvidence, EstateGraph } from './estate.ts';
import { localCopies } from './local-copies.ts';
import { proveLogMetrics } from './log-metrics.ts';
import { ownFirst } from './own-first.ts';
import type { Identified } from './resolver.ts';

export interface Connecting extends Identified {
  readonly facts: readonly ResourceFact[];
}

/** A reference at its subject. */
interface Linking extends Omit<Reference, 'from'> {
  /** What a role may do is said beside its policies. */
  readonly granted?: true;
}

interface Around {
  readonly resolve: EstateGraph['resolve'];
  /** The place of each id in canonical order. */
  readonly places: Map<string, number>;
}

/** Turns references into edges, and those whose target is nowhere into dangling ones. */
export function connect(all: readonly Connecting[], extra: readonly ReferenceFact[], { resolve, places }: Around): Pick<EstateGraph, 'edges' | 'dangling'> {
  const edges = edgeCollector<Edge>(places);
  const dangling = edgeCollector<Dangling>();
  const local = localCopies(extra, resolve);
  const link = (subject: Resource, reference: Linking, proof: EdgeEvidence): void => {
    const { to, edge, target, inferred, granted } = reference;
    const found = inferred ? soleMeant(to, subject, { target, resolve }) : ownFirst(resolve(to, { account: subject.account, region: regionFor(subject), target }), subject);
    for (const each of found) {
      const other = local(each, to, subject);
      if (other.id === subject.id) continue;
      const type = edge ?? (subject.resourceType === nestedStack || isAside(reference.path) ? 'refers' : edgeTypeTo(other));
      // What a role may do depends on all of its policies together, which proveAccess reads.
      if (subject.kind === 'iam-role' && !granted && edge !== undefined && accessTypes.has(edge)) continue;
      edges.prove({ from: subject.id, to: other.id, type }, proof, isVague(type, edge));
    }
    if (found.length === 0 && !inferred && (couldDangle(to) || isParameterPath(to, target) || isNamedInCode(to, proof))) {
      dangling.prove({ from: subject.id, to, type: edge ?? 'refers', region: regionInIdentifier(to) }, proof, isVague(edge ?? 'refers', edge));
    }
  };
  for (const { resource, facts } of all) {
    for (const { references, source } of facts) {
      for (const reference of references) {
        const { from } = reference;
        if (from === undefined) {
          link(resource, reference, proofOf(reference, source));
          continue;
        }
        const subjects = subjectsOf({ ...reference, from }, resource, resolve);
        for (const [subject, found] of subjects) link(subject, found, proofOf(reference, source));
        // What triggers or contains this one is elsewhere; all that can be said is who speaks of it.
        if (subjects.length === 0 && couldDangle(from)) dangling.prove({ from: resource.id, to: from, type: 'refers', region: regionInIdentifier(from) }, proofOf(reference, source), true);
      }
    }
  }
  for (const reference of extra) {
    const { to, edge, target, how, source, confidence = 'declared' } = reference;
    for (const subject of sourcesOf(reference, resolve)) {
      const { ends, sure } = nearest(to, subject, { target, resolve });
      for (const end of ends) link(subject, { path: how, to: end, edge, granted: true, ...(target === undefined ? {} : { target }) }, { how, source, confidence: sure ? confidence : 'inferred' });
    }
  }
  proveAccess(all, edges, resolve);
  proveLogMetrics(all, edges);
  proveBucketEvents(all, edges);
  return { edges: edges.finish(), dangling: dangling.finish() };
}

/** What a stack hands to a nested one as parameters is used by the resources in that. */
const nestedStack = 'AWS::CloudFormation::Stack';

/** Whom a policy names is no use of theirs: what it allows them is read from its statements. */
const isAside = (path: string): boolean => /(?:^|\.)(?:not_?)?(?:principals?|conditions?)(?:\.|\[|$)/i.test(path);

/** Nothing but the target's type says what kind of edge it is. */
const isVague = (type: EdgeType, said: EdgeType | undefined): boolean => type === 'refers' || (type === 'attaches' && said === undefined);

/** The resources that a fact starts at. A name that several have means none of them. */
function sourcesOf({ from, subject, account, region }: ReferenceFact, resolve: EstateGraph['resolve']): readonly Resource[] {
  if (subject === undefined) return resolve(from, {});
  const found = resolve(from, { account, region, target: subject });
  return found.length === 1 ? found : [];
}

/** The resources that a reference starts at, where it names its subject. `target` is the type of a bare name at either end. */
function subjectsOf(reference: Reference & { readonly from: string }, resource: Resource, resolve: EstateGraph['resolve']): (readonly [Resource, Reference])[] {
  const { from, target, inferred } = reference;
  const found = inferred ? soleMeant(from, resource, { target, resolve }) : ownFirst(resolve(from, { account: resource.account, region: regionFor(resource), target }), resource);
  return found.map((subject) => [subject, inferred ? { ...reference, inferred: undefined } : reference]);
}

const regionFor = ({ region }: Resource): string | undefined => (region === 'global' ? undefined : region);

/**
 * What a plain name means where only a convention says that it is one: the one resource of the type with that name in the account and
 * region, or in the region that the name itself carries. Bucket names are unique everywhere. Of several, none.
 */
function soleMeant(name: string, around: Resource, { target, resolve }: { readonly target: string | undefined; readonly resolve: EstateGraph['resolve'] }): readonly Resource[] {
  const carried = symbolsIn(name).length > 0 ? [] : regionsIn(name);
  const region = target === 'AWS::S3::Bucket' ? undefined : (carried[0] ?? regionFor(around));
  const found = resolve(name, { account: around.account, region, target }).filter(({ resourceType }) => target === undefined || resourceType === target || symbolsIn(name).length > 0);
  // Records of one name, by weight or in case of failure, are one host.
  return found.length === 1 || found.every(({ kind }) => kind === 'route53-record') ? found : found.filter(({ kind }) => kind === 'route53-record');
}

function proofOf({ path, line, edge, inferred }: Reference, source: Source): EdgeEvidence {
  return { how: path === '' ? 'configuration' : path, source: line === undefined ? source : { ...source, line }, confidence: inferred ? 'inferred' : edge ? 'declared' : 'mentioned' };
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
  // Integrations of Step Functions have ARNs without region and account: arn:aws:states:::dynamodb:putItem.
  return arn?.account === 'aws' || arn?.resource === 'root' || (arn?.service === 'states' && arn.account === '');
}

/** Paths of parameters are as particular as ids: /aws/service/… exists in every region, /shop/limit only where somebody wrote it. */
const isParameterPath = (identifier: string, target: string | undefined): boolean => target === 'AWS::SSM::Parameter' && identifier.startsWith('/') && !identifier.includes('*');

/** What code calls is a resource by its name, and not just any word. */
const isNamedInCode = (identifier: string, { source }: EdgeEvidence): boolean => source.scanner === 'code-calls' && !identifier.includes('*') && symbolsIn(identifier).length === 0 && !identifier.startsWith('arn:');

/** Of several resources with a bare name, those of the subject's own stack: the same name in another stack of the region is another deployment. */
function nearest(to: string, subject: Resource, { target, resolve }: { readonly target: string | undefined; readonly resolve: EstateGraph['resolve'] }): { readonly ends: readonly string[]; readonly sure: boolean } {
  if (target === undefined || to.startsWith('arn:') || symbolsIn(to).length > 0) return { ends: [to], sure: true };
  const found = resolve(to, { account: subject.account, region: subject.region === 'global' ? undefined : subject.region, target });
  const own = subject.stack === undefined ? [] : found.filter(({ stack }) => stack === subject.stack);
  if (found.length < 2 || own.length === 0) return { ends: [to], sure: found.length < 2 };
  return { ends: own.map(({ id }) => (id.startsWith('arn:') ? id : symbol(id))), sure: own.length === 1 };
}
