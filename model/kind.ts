import type { z } from 'zod';
import type { EdgeType } from './edge.ts';
import type { Properties } from './properties.ts';

/**
 * What a resource is, for rules that judge a whole family.
 * `data-store` holds business data · `compute` runs code · `artifact` is an image, package or its store · `config` is configuration,
 * secret or key material · `edge` is an entry of user traffic · `messaging` queues or carries events ·
 * `global` has no region · `zonal` lives in one zone · `identity`, `network`, `key`, `operations` as AWS groups them.
 */
export const traits = [
  'data-store', 'compute', 'artifact', 'config', 'key', 'network', 'edge', 'messaging', 'identity', 'operations', 'global', 'zonal',
] as const;
export type Trait = (typeof traits)[number];

/**
 * Sources whose JSON a kind can read. `describe` is what the service's own API says: the members of its describe call, with the answers of
 * further calls as members named in the kind's probe (ContinuousBackupsDescription). AWS Config records the same JSON for some types, with
 * other capitals and such answers under supplementaryConfiguration, and CloudFormation's properties for the others, so that `config` is
 * only needed where its record is like neither.
 */
export type ReadableSource = 'cloudformation' | 'terraform' | 'describe' | 'config';

export interface AttributeReference {
  readonly edge: EdgeType;
  /** Subject of the edge where it is not this resource: an event source mapping says that a queue triggers a function. */
  readonly from?: string;
  /** ARN, id, name, host or symbol, as the attribute holds it. */
  readonly to: string;
  /** CloudFormation type of the target where a bare name stands in `to`. */
  readonly target?: string;
}

/** What the document around a resource says of it, for attributes that the properties alone do not give. */
export interface Surroundings {
  readonly name?: string | undefined;
  readonly region?: string | undefined;
  readonly account?: string | undefined;
  readonly partition?: string | undefined;
  /** Type name in the source, for kinds that several types declare. */
  readonly type: string;
}

/** A copy that the service keeps of the resource in another region, under the same name. */
export interface KindCopy<A extends z.ZodObject = z.ZodObject> {
  readonly region: string;
  /** What is known of the copy itself. */
  readonly attributes?: { readonly [Name in keyof z.infer<A>]?: z.infer<A>[Name] | undefined };
}

type Reader<A extends z.ZodObject> = (from: Properties, around: Surroundings) => { [Name in keyof z.infer<A>]?: z.infer<A>[Name] | undefined };

/** A resource type that configures a part of another one: Terraform's aws_s3_bucket_versioning, CloudFormation's AWS::ApplicationAutoScaling::ScalableTarget. */
export interface Part<A extends z.ZodObject = z.ZodObject> {
  /** Path of the property that names the whole. */
  readonly of: string;
  /** Told attributes replace the whole's own, except that lists join. */
  readonly read: Reader<A>;
  /** What is true of the whole when it has no such part, in sources that see every part. */
  readonly absent?: Partial<z.infer<A>>;
  /** Property of the whole that says the same as the part: where it is there with a value that is not told, nothing is absent. */
  readonly unless?: string;
}

/** What a resource type is and how each source tells it. One file per kind; adding one touches nothing else. */
export interface Kind<Id extends string = string, A extends z.ZodObject = z.ZodObject> {
  readonly id: Id;
  readonly title: string;
  readonly traits: readonly Trait[];
  readonly names: {
    readonly cloudformation: string;
    /** Other CloudFormation or SAM types that declare the same thing: AWS::Serverless::Function. */
    readonly also?: readonly string[];
    /** AWS Config type, where it differs from CloudFormation's. */
    readonly config?: string;
    readonly terraform: readonly string[];
  };
  /** ARN shape with {partition} {region} {account} {name} {id}; undefined for types without ARN. */
  readonly arn?: string;
  /** Property that holds the physical name; unset means that AWS or the tool invents one. */
  readonly name: { readonly cloudformation?: string; readonly terraform?: string };
  /** Endpoint hosts that mean the resource, with {name} {region} {suffix}; * stands for a random part. */
  readonly hosts?: readonly string[];
  readonly attributes: A;
  readonly read: Readonly<Partial<Record<ReadableSource, Reader<A>>>>;
  /** By CloudFormation or Terraform type name. */
  readonly parts?: Readonly<Record<string, Part<A>>>;
  /** Copies in other regions that exist because this resource asks for them: they become resources of their region. */
  copies?(attributes: Readonly<Partial<z.infer<A>>>): readonly KindCopy<A>[];
  references?(attributes: Readonly<Partial<z.infer<A>>>): readonly AttributeReference[];
}

export const kind = <const Id extends string, A extends z.ZodObject>(definition: Kind<Id, A>): Kind<Id, A> => definition;
