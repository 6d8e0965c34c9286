import type { Json } from '../model/json.ts';
import type { Context } from './rule.ts';
import type { Resource } from '../model/resource.ts';

/** Resources of a CloudFormation template that is deployed to one region: a stack of its own, or members to add to the template that is there. */
export interface TemplatePiece {
  readonly region: string;
  /** Its resources are those of the template that declares the subject: they are merged into it, member by member. */
  readonly merge?: true;
  /** What to do with it: "merge these properties into the bucket". */
  readonly note?: string;
  readonly parameters?: Readonly<Record<string, { readonly [key: string]: Json }>>;
  readonly resources: Readonly<Record<string, { readonly [key: string]: Json }>>;
}

/** An expression of Terraform that is printed as it stands: `aws_s3_bucket.copy.arn`. Only text of ours may be one. */
export interface Expression {
  readonly $expression: string;
}
export const expression = (text: string): Expression => ({ $expression: text });

/** A document that Terraform wants as JSON text: printed as `jsonencode(…)`. */
export interface JsonDocument {
  readonly $json: HclValue;
}
export const jsonDocument = (value: HclValue): JsonDocument => ({ $json: value });

export type HclValue = string | number | boolean | Expression | JsonDocument | readonly HclValue[] | { readonly [key: string]: HclValue };

/** One block: `resource "aws_s3_bucket" "copy" { … }`; nested blocks are blocks again, since Terraform tells them from arguments. */
export interface HclBlock {
  readonly type: string;
  readonly labels?: readonly string[];
  readonly body?: Readonly<Record<string, HclValue>>;
  readonly blocks?: readonly HclBlock[];
}

/** Words of one call of the AWS CLI, without `aws`; the printer quotes them. */
export interface CliCall {
  readonly region: string;
  readonly words: readonly [service: string, operation: string, ...rest: string[]];
  /** Why, or what to wait for. */
  readonly note?: string;
}

/**
 * How to close one gap, as code for the very subject and target. Each form is complete by itself; a form that cannot do it is left out and
 * `limits` says so. Names come from outside: they may only stand where the printers quote them.
 */
export interface Remedy {
  readonly title: string;
  readonly cloudformation?: readonly TemplatePiece[];
  readonly terraform?: readonly HclBlock[];
  readonly cli?: readonly CliCall[];
  /** What the code does not do, or must be decided first. */
  readonly limits?: readonly string[];
}

/** Makes the remedy for a subject; undefined where code cannot help it. One file each under remedies/, shared by the rules that it serves. */
export type MakeRemedy = (resource: Resource, context: Context) => Remedy | undefined;
