/** An expression of the HCL language, in the words that the evaluator needs. */
export type Expression =
  | { readonly is: 'literal'; readonly value: string | number | boolean | null }
  | { readonly is: 'template'; readonly parts: readonly TemplatePart[] }
  /** The first word of a reference: var, local, aws_s3_bucket, the name that a for expression gives. */
  | { readonly is: 'variable'; readonly name: string }
  | { readonly is: 'access'; readonly of: Expression; readonly steps: readonly Access[] }
  | { readonly is: 'call'; readonly name: string; readonly parts: readonly Expression[]; readonly spread: boolean }
  | { readonly is: 'conditional'; readonly condition: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly is: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly is: 'unary'; readonly operator: string; readonly of: Expression }
  | { readonly is: 'list'; readonly items: readonly Expression[] }
  | { readonly is: 'object'; readonly entries: readonly Entry[] }
  | ForExpression
  | { readonly is: 'broken'; readonly why: string };

export interface Entry {
  readonly key: Expression;
  readonly value: Expression;
}

export interface ForExpression {
  readonly is: 'for';
  readonly names: readonly string[];
  readonly of: Expression;
  /** Set where an object is made. */
  readonly key?: Expression | undefined;
  readonly value: Expression;
  readonly condition?: Expression | undefined;
  /** Values of equal keys are collected: `...` */
  readonly grouped: boolean;
}

export type Access =
  | { readonly name: string }
  | { readonly key: Expression }
  | { readonly splat: readonly Access[] };

export type TemplatePart =
  | string
  | { readonly is: 'insert'; readonly value: Expression }
  | { readonly is: 'if'; readonly condition: Expression; readonly yes: readonly TemplatePart[]; readonly no: readonly TemplatePart[] }
  | { readonly is: 'each'; readonly names: readonly string[]; readonly of: Expression; readonly parts: readonly TemplatePart[] };

export interface Attribute {
  readonly name: string;
  readonly value: Expression;
  readonly line: number;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  readonly line: number;
}

export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
}

export const literal = (value: string | number | boolean | null): Expression => ({ is: 'literal', value });

export const emptyBody: Body = { attributes: new Map(), blocks: [] };
