import { isMap, isPair, isScalar, isSeq, parseAllDocuments, type Document as YamlDocument, type Scalar, type YAMLMap } from 'yaml';
import type { Stretch } from '../language.ts';
import { outsideScalars } from './document.ts';
import { ofLongForm, ofTag } from './intrinsics.ts';
import type { DataDocument, DataNode, MapNode, Member, TextNode } from './node.ts';
import { isTemplated, masked } from './yaml-template.ts';

/** Warnings (unknown tags) are no errors here, and repeated keys no reason to stop. */
const options = { logLevel: 'silent', uniqueKeys: false, strict: false, prettyErrors: false, keepSourceTokens: false } as const;
/** Documents of a YAML file; undefined where nothing could be made out, nor after its template directives are put aside. */
export function readYamlText(text: string): DataDocument | undefined {
  const plain = parse(text);
  const stood = plain.errors.length > 0 && isTemplated(text) ? parse(masked(text)) : undefined;
  const templated = stood !== undefined && stood.errors.length < plain.errors.length;
  const { documents, errors } = templated ? stood : plain;
  const convert = converter(text, templated);
  const roots = documents.flatMap((document) => (document.contents ? [convert(document.contents)] : []));
  const [first] = errors;
  if (first && roots.every(({ kind }) => kind === 'text' || kind === 'other')) return undefined;
  const problem = first && `Invalid YAML (${first.code}); behind it lines were read without their structure.`;
  return { roots, isInComment: outsideScalars(roots, text), problem, brokenFrom: first?.pos[0] };
}

function parse(text: string): { readonly documents: readonly YamlDocument.Parsed[]; readonly errors: readonly { readonly code: string; readonly pos: readonly [number, number] }[] } {
  const documents = [...(parseAllDocuments(text, options) as Iterable<YamlDocument.Parsed>)];
  return { documents, errors: documents.flatMap((document) => document.errors) };
}

interface Ranged {
  readonly range?: readonly [number, number, number] | null | undefined;
}

const stretchOf = ({ range }: Ranged): Stretch => ({ from: range?.[0] ?? 0, to: range?.[1] ?? 0 });

function converter(text: string, templated: boolean): (node: unknown) => DataNode {
  function convert(node: unknown): DataNode {
    if (isScalar(node)) return ofTag(node.tag, scalar(node));
    if (isMap(node)) return ofTag(node.tag, ofLongForm(map(node)));
    if (isSeq(node)) return ofTag(node.tag, { kind: 'list', items: node.items.map((item) => (isPair(item) ? convert(item.value) : convert(item))), ...stretchOf(node) });
    return { kind: 'other', source: '', parts: [], ...stretchOf((node ?? {}) as Ranged) };
  }

  function map(node: YAMLMap): MapNode {
    const members: Member[] = node.items.map(({ key, value }) => ({ key: isScalar(key) ? scalar(key) : { kind: 'text', text: '', string: false, ...stretchOf((key ?? {}) as Ranged) }, value: value === null || value === undefined ? undefined : convert(value) }));
    return { kind: 'map', members, ...stretchOf(node) };
  }

  /** Numbers keep their spelling. Of a templated text the source is read, for the parser has seen stand-ins. */
  function scalar(node: Scalar): TextNode {
    const { from, to } = stretchOf(node);
    const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
    const string = typeof node.value === 'string';
    const common = { kind: 'text', string, ...(block ? { block } : {}) } as const;
    if (!templated) return { ...common, text: string ? (node.value as string) : (node.source ?? String(node.value ?? '')), from, to };
    const quoted = /^["']/.test(text.charAt(from)) && to > from + 1;
    const [start, end] = block ? [text.indexOf('\n', from) + 1, to] : quoted ? [from + 1, to - 1] : [from, to];
    return { ...common, text: text.slice(start, end), from: start, to: end, exact: true };
  }

  return convert;
}
