import assert from 'node:assert/strict';
import type { Kind, ReadableSource, Surroundings } from '../../model/kind.ts';
import { properties, type PropertyMap } from '../../model/properties.ts';

/** Properties, and what the document around says where it matters. */
type Given = readonly [raw: PropertyMap, around?: Partial<Surroundings>];

const somewhere = { region: 'eu-west-1', account: '123456789012', partition: 'aws' };

/** Attributes that a kind reads, checked against its schema; untold members are left out. */
export function attributesOf(kind: Kind, source: ReadableSource, ...[raw, around]: Given): Record<string, unknown> {
  const type = source === 'terraform' ? kind.names.terraform[0] : kind.names.cloudformation;
  assert.ok(type);
  const fold = source === 'describe' || source === 'config';
  return valid(kind, kind.read[source]?.(properties(raw, fold), { ...somewhere, type, ...around }));
}

/** Attributes that a split-off part tells of its whole. */
export function partAttributesOf(kind: Kind, type: string, ...[raw, around]: Given): Record<string, unknown> {
  const part = kind.parts?.[type];
  assert.ok(part, `${kind.id} has no part ${type}`);
  return valid(kind, part.read(properties(raw), { ...somewhere, type, ...around }));
}

interface Both {
  readonly cloudformation: PropertyMap;
  readonly terraform: PropertyMap;
  /** Types of the two, where they are not the kind's first. */
  readonly types?: readonly [cloudformation: string, terraform: string];
  /** What is declared apart, by the type that declares it; of parts that are not named here, their absence is told. */
  readonly parts?: Readonly<Record<string, PropertyMap | readonly PropertyMap[]>>;
  /** Attributes that only CloudFormation tells. */
  readonly ignore?: readonly string[];
}

interface Described {
  /** The document that the kind's probe makes of the service's answers. */
  readonly describe: PropertyMap;
  /** Attributes as the templates tell them: what sameAttributes returned. */
  readonly like: Readonly<Record<string, unknown>>;
  /** Attributes that only templates tell. */
  readonly untold?: readonly string[];
  /** Attributes that only the service tells, with their values. */
  readonly beyond?: Readonly<Record<string, unknown>>;
  readonly around?: Partial<Surroundings>;
}

/** Fails unless the service's answers, and AWS Config's record of them in its own capitals, tell the same attributes as the templates. */
export function sameDescribed(kind: Kind, { describe, like, untold = [], beyond = {}, around = {} }: Described): void {
  const read = attributesOf(kind, 'describe', describe, around);
  for (const name of untold) assert.ok(name in like && !(name in read), `${name} is told by both`);
  for (const name of Object.keys(beyond)) assert.ok(!(name in like), `${name} is told by templates too`);
  const expected = { ...Object.fromEntries(Object.entries(like).filter(([name]) => !untold.includes(name))), ...beyond };
  assert.deepEqual(read, expected, 'the API tells something else than the templates');
  assert.deepEqual(attributesOf(kind, 'describe', camelCase(describe) as PropertyMap, around), read, 'AWS Config’s capitals make a difference');
  const exact = kind.read.describe?.(properties(describe), { ...somewhere, type: kind.names.cloudformation, ...around });
  assert.deepEqual(valid(kind, exact), read, 'the reader spells members otherwise than the API');
}

/** Members whose own members are names that somebody gave. */
const maps = new Set(['Variables']);

function camelCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.charAt(0).toLowerCase() + key.slice(1), maps.has(key) ? member : camelCase(member)]));
}

/** Fails unless both sources tell the same attributes; returns them. */
export function sameAttributes(kind: Kind, { cloudformation, terraform, types, parts, ignore = [] }: Both): Record<string, unknown> {
  const template = withParts(kind, 'AWS::', { own: attributesOf(kind, 'cloudformation', cloudformation, types === undefined ? {} : { type: types[0] }), parts });
  const plan = withParts(kind, 'aws_', { own: attributesOf(kind, 'terraform', terraform, types === undefined ? {} : { type: types[1] }), parts });
  for (const name of ignore) assert.ok(name in template && !(name in plan), `${name} is told by both`);
  const shared = Object.fromEntries(Object.entries(template).filter(([name]) => !ignore.includes(name)));
  assert.deepEqual(plan, shared, 'Terraform tells something else than CloudFormation');
  return template;
}

/** The whole with what is told of it apart, as the graph puts them together: lists join, and a part that is not there is told by its absence. */
function withParts(kind: Kind, prefix: string, { own, parts }: { readonly own: Record<string, unknown>; readonly parts: Both['parts'] }): Record<string, unknown> {
  if (parts === undefined) return own;
  const whole = { ...own };
  for (const [type, given] of Object.entries(parts).filter(([each]) => each.startsWith(prefix))) {
    for (const raw of [given].flat() as PropertyMap[]) {
      for (const [name, value] of Object.entries(partAttributesOf(kind, type, raw))) {
        const held = whole[name];
        whole[name] = Array.isArray(held) && Array.isArray(value) ? [...held, ...(value as unknown[])] : value;
      }
    }
  }
  for (const [type, { absent = {} }] of Object.entries(kind.parts ?? {})) if (type.startsWith(prefix) && !Object.hasOwn(parts, type)) for (const [name, value] of Object.entries(absent)) whole[name] ??= value;
  return whole;
}

/** References that the kind makes of attributes. */
export function referencesOf(kind: Kind, attributes: Record<string, unknown>): unknown[] {
  return [...(kind.references?.(attributes as never) ?? [])];
}

function valid({ id, attributes }: Kind, read: unknown): Record<string, unknown> {
  const told = JSON.parse(JSON.stringify(read ?? {})) as Record<string, unknown>;
  const result = attributes.partial().strict().safeParse(told);
  assert.ok(result.success, `${id}: ${result.error?.message}`);
  return told;
}
