import table from './data/cfn-types.json' with { type: 'json' };

/** What AWS's CloudFormation specification says about a type. What it does not say is undefined. */
export interface CfnType {
  /** ARN with ${Partition}, ${Region}, ${Account} and property names. */
  readonly arn?: string;
  /** Properties that identify it (Cloud Control's primary identifier). */
  readonly id?: readonly string[];
  /** What Ref gives, where it is not `id`. */
  readonly ref?: readonly string[];
  /** Property that holds the tags. */
  readonly tags?: string;
  /** AWS counts it among the types that hold data; a short list. */
  readonly stateful?: true;
  /** [property path with [] for list elements, type it names, property of that type whose value stands there] */
  readonly relations?: readonly (readonly [path: string, target: string, property: string])[];
}

const types = table.types as unknown as Readonly<Record<string, CfnType>>;

/** Every type that the specification names, in code order. */
export const cfnTypeNames: readonly string[] = Object.keys(types);

export function cfnType(name: string): CfnType | undefined {
  return Object.hasOwn(types, name) ? types[name] : undefined;
}
