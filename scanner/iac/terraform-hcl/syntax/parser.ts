import { lineStarts, positionAt } from '../../../../model/position.ts';
import { partsOf, textOf, type Node } from '../../../code/tree/node.ts';
import { treeParser, type TreeParser } from '../../../code/tree/runtime.ts';
import { emptyBody, literal, type Attribute, type Block, type Body, type Expression } from './expression.ts';
import { expressionOf, stringOf } from './expression-tree.ts';

export interface ParsedBody {
  readonly body: Body;
  /** What could not be read, in words, with the line where it starts. */
  readonly problem?: { readonly message: string; readonly line?: number | undefined } | undefined;
}

/** Parses the HCL language by its grammar. */
export interface HclParser {
  body(text: string): ParsedBody;
  /** A template as it stands in a file of its own; undefined if it cannot be parsed. */
  template(text: string): Expression | undefined;
  /** What stands between ${ and }. */
  expression(text: string): Expression | undefined;
}

/** Deepest nesting of blocks that is read; schemas of the aws provider end at about 25. */
const depthLimit = 60;

export async function hclParser(): Promise<HclParser> {
  const parser = await treeParser({ wasm: 'tree-sitter-terraform.wasm', shapes: {} });
  const only = (text: string): Expression | undefined => {
    const { body, problem } = bodyIn(parser, text);
    return problem === undefined ? body.attributes.get('value')?.value : undefined;
  };
  return {
    body: (text) => bodyIn(parser, text),
    expression: (text) => only(`value = (${text}\n)\n`),
    template(text) {
      const end = freeWord(text);
      return trimmed(only(`value = <<${end}\n${text}\n${end}\n`));
    },
  };
}

/** Without the line break that a heredoc ends with; what is nothing but one expression is that expression. */
function trimmed(template: Expression | undefined): Expression | undefined {
  if (template?.is === 'literal') return literal(String(template.value).replace(/\n$/, ''));
  if (template?.is !== 'template') return template;
  const parts = template.parts.flatMap((part, index) => {
    const text = typeof part === 'string' && index === template.parts.length - 1 ? part.replace(/\n$/, '') : part;
    return text === '' ? [] : [text];
  });
  const [only] = parts;
  return parts.length === 1 && typeof only === 'object' && only.is === 'insert' ? only.value : { is: 'template', parts };
}

/** A word that no line of the text consists of. */
function freeWord(text: string): string {
  let word = 'EOT';
  while (text.includes(word)) word += 'T';
  return word;
}

function bodyIn(parser: TreeParser, text: string): ParsedBody {
  const tree = parser.parse(text);
  if (tree === undefined) return { body: emptyBody, problem: { message: 'It is beyond the parser.' } };
  try {
    const starts = lineStarts(text);
    const bodies = partsOf(tree.root).filter(({ type }) => type === 'body' || type === 'ERROR');
    const body = bodyOf(bodies, starts, 0);
    if (!tree.hasError) return { body };
    const error = firstError(tree.root);
    return { body, problem: { message: 'A part of it could not be parsed; what stands there is missing.', line: error && positionAt(starts, error.from).line } };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { body: emptyBody, problem: { message: 'It is nested too deeply to be parsed.' } };
  } finally {
    tree.close();
  }
}

/** Nodes in which an error is searched for its line. */
const searchLimit = 3_000;

function firstError(root: Node): Node | undefined {
  const open: Node[] = [root];
  for (let looked = 0; looked < searchLimit; looked++) {
    const node = open.pop();
    if (node === undefined || node.type === 'ERROR') return node;
    const parts = partsOf(node);
    for (let index = parts.length - 1; index >= 0; index--) open.push(parts[index] as Node);
  }
  return undefined;
}

function bodyOf(nodes: readonly Node[], starts: Uint32Array, depth: number): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  const visit = (node: Node): void => {
    const parts = partsOf(node);
    const [first] = parts;
    if (first === undefined) return;
    if (node.type === 'ERROR') parts.forEach(visit);
    const { line } = positionAt(starts, node.from);
    if (node.type === 'attribute') attributes.set(textOf(first), { name: textOf(first), value: expressionOf(parts.slice(1)), line });
    else if (node.type === 'block' && depth < depthLimit) {
      const labels = parts.slice(1).filter(({ type }) => type === 'string_lit' || type === 'identifier').map((label) => (label.type === 'identifier' ? textOf(label) : stringOf(label)));
      blocks.push({ type: textOf(first), labels, body: bodyOf(parts.filter(({ type }) => type === 'body' || type === 'ERROR'), starts, depth + 1), line });
    }
  };
  for (const node of nodes) partsOf(node).forEach(visit);
  return { attributes, blocks };
}
