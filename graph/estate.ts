import type { BlindSpot } from '../model/blind-spot.ts';
import type { Confidence, EdgeType } from '../model/edge.ts';
import type { Coverage, Offer } from '../model/fact.ts';
import type { Occurrence } from '../model/occurrence.ts';
import type { Resource } from '../model/resource.ts';
import type { Source } from '../model/source.ts';
import type { Suppression } from '../model/suppression.ts';

/** One proof of an edge. */
export interface EdgeEvidence {
  /** Property path or words: Environment.Variables.TABLE, SDK call PutItem. */
  readonly how: string;
  readonly source: Source;
  readonly confidence: Confidence;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly type: EdgeType;
  /** Every proof, in canonical order; never empty. */
  readonly evidence: readonly EdgeEvidence[];
}

/** A reference whose target is not in the estate: often the finding itself. */
export interface Dangling {
  readonly from: string;
  /** The identifier as written. */
  readonly to: string;
  readonly type: EdgeType;
  /** Region that the identifier carries, if it carries one. */
  readonly region?: string | undefined;
  readonly evidence: readonly EdgeEvidence[];
}

/** The estate as all facts together tell it. Immutable once built. Arrays are in canonical order: the same facts give the same graph. */
export interface EstateGraph {
  readonly resources: ReadonlyMap<string, Resource>;
  readonly edges: readonly Edge[];
  readonly dangling: readonly Dangling[];
  readonly occurrences: readonly Occurrence[];
  readonly offers: readonly Offer[];
  readonly blindSpots: readonly BlindSpot[];
  readonly coverage: readonly Coverage[];
  readonly suppressions: readonly Suppression[];
  /** Ids of the resources that run a file, for files that call resources or lead to ones that do. */
  readonly deployers: ReadonlyMap<string, readonly string[]>;
  /** Resources that an identifier means when it is read in the surroundings of `from`. */
  resolve(identifier: string, from: ResolveFrom): readonly Resource[];
  /** What else than their names means resources, by resource id: what it takes to resolve elsewhere. Made anew with each call. */
  names(): ReadonlyMap<string, ResourceNames>;
}

export interface ResourceNames {
  /** Ids of the facts that tell of it, which symbols name. */
  readonly factIds: readonly string[];
  readonly identities: readonly string[];
}

export interface ResolveFrom {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  /** CloudFormation type that a bare name must be of. */
  readonly target?: string | undefined;
}
