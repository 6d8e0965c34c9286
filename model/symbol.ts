/**
 * A symbol stands inside a string for a value that a template leaves to deployment: ⟦cloudformation:shop/eu-west-1/Orders#Arn⟧
 * is "the Arn of the resource Orders". Template readers put symbols where CloudFormation has Ref and GetAtt and where a Terraform
 * plan has a value that is known after apply, so that everything downstream sees one form of reference: text.
 */
const open = '⟦';
const close = '⟧';
const symbolPattern = /⟦([^⟦⟧#]+)(?:#([^⟦⟧]*))?⟧/g;

export interface Symbol {
  /** Fact id of the resource that has the value. */
  readonly id: string;
  /** Attribute asked of it; undefined for the resource itself (CloudFormation's Ref). */
  readonly attribute?: string | undefined;
}

export function symbol(id: string, attribute?: string): string {
  return attribute === undefined ? `${open}${id}${close}` : `${open}${id}#${attribute}${close}`;
}

/** The symbols in a text, in order. */
export function symbolsIn(text: string): Symbol[] {
  if (!text.includes(open)) return [];
  return Array.from(text.matchAll(symbolPattern), ([, id = '', attribute]) => ({ id, attribute }));
}

export function hasSymbol(text: string): boolean {
  return text.includes(open);
}

/** The one symbol that the text consists of, or undefined if there is more or less to it. */
export function soleSymbol(text: string): Symbol | undefined {
  if (!hasSymbol(text)) return undefined;
  const [only, ...rest] = symbolsIn(text);
  if (!only || rest.length > 0) return undefined;
  return text === symbol(only.id, only.attribute) ? only : undefined;
}
