import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type Document, type Node, type Pair, type Scalar } from 'yaml';
import type { Occurrence } from '../../model/occurrence.ts';
import type { Edit } from '../../model/readiness.ts';
import { editOf } from '../../model/replacement.ts';
import { isHome, type FixContext, type Fixer } from './fixer.ts';
import { rewritten } from './region-aware.ts';
import { inProperties, isTemplate, pseudo, takesNoFunction } from './template.ts';

/** Pseudo parameters in CloudFormation and SAM templates written in YAML. */
export const templateYaml: Fixer = {
  languages: new Set(['yaml', 'cloudformation']),
  edit(occurrence, context) {
    if (occurrence.construct !== undefined || !isTemplate(context.text)) return undefined;
    const place = placeOf(scalarsOf(context.text), context.from);
    return place === undefined || takesNoFunction(place.path) ? undefined : editAt(occurrence, context, place);
  },
};

interface Place {
  readonly scalar: Scalar;
  /** Keys from the top of the document; elements of lists by number; functions by their long name: Fn::Sub for !Sub. */
  readonly path: readonly string[];
  /** Whether it stands inside of brackets or braces, where a plain text may not hold every character. */
  readonly flow: boolean;
}

function editAt(occurrence: Occurrence, context: FixContext, { scalar, path, flow }: Place): Edit | undefined {
  const [from = 0, to = 0] = scalar.range ?? [];
  const { text, starts } = context;
  const source = text.slice(from, to);
  const replaced = rewritten(occurrence, pseudo, context);
  if (replaced === undefined || text.slice(context.from, context.to) !== occurrence.text) return undefined;
  const inPlace = { from: context.from, to: context.to, text: replaced.text };
  const inSub = path.at(-1) === 'Fn::Sub' || (path.at(-2) === 'Fn::Sub' && path.at(-1) === '0');
  if (inSub) return editOf(starts, [inPlace], replaced.same);
  if (path.at(-1) === 'Fn::GetAZs' && scalar.value === occurrence.text && occurrence.form === 'region') return editOf(starts, [{ from, to, text: "''" }], isHome(context, occurrence));
  if (scalar.tag !== undefined || !inProperties(path)) return undefined;
  if (scalar.value === occurrence.text && occurrence.form === 'region') return editOf(starts, [{ from, to, text: '!Ref AWS::Region' }], replaced.same);
  // A text that is no !Sub may hold ${…} for somebody else: a shell, IAM policy variables, Step Functions.
  if (source.includes('${') || source.includes('\n') || (scalar.anchor ?? '') !== '') return undefined;
  const plain = scalar.type === 'PLAIN';
  const whole = `${source.slice(0, context.from - from)}${replaced.text}${source.slice(context.to - from)}`;
  if (plain && flow && /["\\]/.test(source)) return undefined;
  return editOf(starts, [{ from, to, text: `!Sub ${plain && flow ? `"${whole}"` : whole}` }], replaced.same);
}

type Ancestors = readonly (Node | Pair | Document)[];

interface Indexed {
  readonly scalar: Scalar;
  readonly from: number;
  readonly to: number;
  readonly ancestors: Ancestors;
}

/** The value at an offset; undefined for keys and where there is none. */
function placeOf(scalars: readonly Indexed[], offset: number): Place | undefined {
  let low = 0;
  let high = scalars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scalars[middle] as Indexed).to <= offset) low = middle + 1;
    else high = middle;
  }
  const found = scalars[low];
  if (found === undefined || offset < found.from) return undefined;
  const { scalar, ancestors } = found;
  return { scalar, path: pathOf(scalar, ancestors), flow: ancestors.some((above) => (isMap(above) || isSeq(above)) && above.flow === true) };
}

function pathOf(scalar: Scalar, ancestors: Ancestors): string[] {
  const path: string[] = [];
  const chain = [...ancestors, scalar];
  for (const [index, node] of chain.entries()) {
    const above = chain[index - 1];
    if (isPair(node) && isScalar(node.key)) path.push(String(node.key.value));
    else if (isSeq(above)) path.push(String(above.items.indexOf(node as never)));
    const tag = isPair(node) ? undefined : (node as Node).tag;
    if (tag?.startsWith('!') === true && !tag.startsWith('!!')) path.push(tag === '!Ref' || tag === '!Condition' ? tag.slice(1) : `Fn::${tag.slice(1)}`);
  }
  return path;
}

let last: { readonly text: string; readonly scalars: readonly Indexed[] } | undefined;

/** The values of a document in order. The findings of one file come one after the other. */
function scalarsOf(text: string): readonly Indexed[] {
  if (last?.text === text) return last.scalars;
  const scalars: Indexed[] = [];
  visit(parseDocument(text, { logLevel: 'silent', uniqueKeys: false, strict: false }), {
    Scalar(key, scalar, ancestors) {
      const { range } = scalar;
      if (key !== 'key' && range !== undefined && range !== null) scalars.push({ scalar, from: range[0], to: range[1], ancestors });
    },
  });
  last = { text, scalars: scalars.sort((a, b) => a.from - b.from) };
  return last.scalars;
}
