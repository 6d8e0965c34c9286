import type { Expression, HclBlock, HclValue, JsonDocument } from '../../remedy.ts';

/** Terraform configuration as `terraform fmt` writes it. */
export function hclText(blocks: readonly HclBlock[]): string {
  return `${blocks.map((block) => blockLines(block, '').join('\n')).join('\n\n')}\n`;
}

function blockLines({ type, labels = [], body = {}, blocks = [] }: HclBlock, indent: string): string[] {
  const head = [type, ...labels.map(quoted)].join(' ');
  const inner = `${indent}  `;
  const names = Object.keys(body);
  const width = Math.max(0, ...names.map((name) => name.length));
  const members = Object.entries(body).map(([name, value]) => `${inner}${name.padEnd(width)} = ${valueText(value, inner)}`);
  const nested = blocks.flatMap((block, index) => [...(index > 0 || members.length > 0 ? [''] : []), ...blockLines(block, inner)]);
  return members.length + nested.length === 0 ? [`${indent}${head} {}`] : [`${indent}${head} {`, ...members, ...nested, `${indent}}`];
}

function valueText(value: HclValue, indent: string): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isExpression(value)) return value.$expression;
  if (isDocument(value)) return `jsonencode(${valueText(value.$json, indent)})`;
  const inner = `${indent}  `;
  if (isList(value)) return value.some((item) => typeof item === 'object') && !value.every(isExpression) ? `[\n${value.map((item) => `${inner}${valueText(item, inner)}`).join(',\n')},\n${indent}]` : `[${value.map((item) => valueText(item, inner)).join(', ')}]`;
  const entries = Object.entries(value);
  return entries.length === 0 ? '{}' : `{\n${entries.map(([key, item]) => `${inner}${/^[A-Za-z_][\w-]*$/.test(key) ? key : quoted(key)} = ${valueText(item, inner)}`).join('\n')}\n${indent}}`;
}

const isDocument = (value: HclValue): value is JsonDocument => typeof value === 'object' && !isList(value) && Object.hasOwn(value, '$json');
const isList = (value: HclValue): value is readonly HclValue[] => Array.isArray(value);
const isExpression = (value: HclValue): value is Expression => typeof value === 'object' && !isList(value) && Object.hasOwn(value, '$expression');

/** A string in which nothing is a template: `${` and `%{` mean themselves. */
function quoted(text: string): string {
  const escaped = text.replace(/[\\"]/g, '\\$&').replace(/[\p{Cc}\u2028\u2029]/gu, (character) => escapes[character] ?? `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
  return `"${escaped.replace(/([$%])\{/g, '$1$1{')}"`;
}
const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
