import type { z } from 'zod';
import type { kinds } from './kinds/index.ts';
import type { Source } from './source.ts';

export type KindId = keyof typeof kinds;
export type AttributesOf<K extends KindId> = z.infer<(typeof kinds)[K]['attributes']>;

/** What every node of the estate graph has, whether a kind knows its type or not. */
export interface ResourceBase {
  /** Identity in the estate: the ARN where one is known, else the address of the first source that declares it. */
  readonly id: string;
  readonly resourceType: string;
  readonly name: string;
  readonly partition?: string | undefined;
  readonly account?: string | undefined;
  /** Region code, `global`, or undefined where nobody told us. */
  readonly region?: string | undefined;
  readonly arn?: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly stack?: string | undefined;
  readonly module?: string | undefined;
  /** Sources that tell of it, in canonical order; the first is the one to show. */
  readonly sources: readonly [Source, ...Source[]];
  /** Which source told each attribute. */
  readonly evidence: Readonly<Record<string, Source>>;
  /** Attributes of which sources tell different things, the most trusted first. Lists count as sets; values left to deployment are not compared. */
  readonly disagreements?: Readonly<Record<string, readonly Told[]>> | undefined;
}

/** A value with the source that told it. */
export interface Told {
  readonly value: unknown;
  readonly source: Source;
}

/** A resource of a known kind: its attributes are typed, and a missing one means "nobody told us", never "no". */
export type KnownResource<K extends KindId = KindId> = {
  [Id in K]: ResourceBase & { readonly kind: Id; readonly attributes: Readonly<Partial<AttributesOf<Id>>> };
}[K];

/** A resource of a type without a kind file: it is in the graph and judged for availability, and has no attributes. */
export interface OtherResource extends ResourceBase {
  readonly kind?: undefined;
  readonly attributes: Readonly<Record<string, never>>;
}

export type Resource = KnownResource | OtherResource;

export function isKind<K extends KindId>(resource: Resource, kind: K): resource is Extract<Resource, { readonly kind: K }> {
  return resource.kind === kind;
}
