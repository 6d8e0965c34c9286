import { isMap, isPair, isScalar, isSeq, parseAllDocuments, type Document as YamlDocument, type Scalar, type YAMLMap } from 'yaml';
import type { Stretch } from '../language.ts';
import { outsideScalars } from './document.ts';
import { ofLongForm, ofTag } from './intrinsics.ts';
import type { DataDocument, DataNode, MapNode, Member, TextNode } from './node.ts';
import { isTemplated, masked } from './yaml-template.ts';

/** Warnings (unknown tags) are no errors here, and repeated keys no reason to stop. */
const options = { logLevel: 'silent', uniqueKeys: false, strict: false, prettyErrors: false, keepSourceTokens: false } as const;
/** Errors after which lines tell more than what was made out. */
const errorLimit = 3;

/** Documents of a YAML file; undefined where it is not YAML, or not any more after its template directives are put aside. */
export function readYamlText(text: string): DataDocument | undefined {
  const templated = isTemplated(text);
  const source = templated ? masked(text) : text;
  const parsed = parseAllDocuments(source, options) as Iterable<YamlDocument.Parsed>;
  const documents = [...parsed];
  const errors = documents.flatMap((document) => document.errors);
  if (errors.length > errorLimit || (templated && errors.length > 0)) return undefined;
  const convert = converter(text, templated);
  const roots = documents.flatMap((document) => (document.contents ? [convert(document.contents)] : []));
  const problem = errors[0] === undefined ? undefined : `Invalid YAML (${errors[0].code}); only what could be made out was read.`;
  return { roots, isInComment: outsideScalars(roots, text), problem, brokenFrom: errors[0]?.pos[0] };
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
