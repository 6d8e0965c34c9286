import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Node, type Pair, type Scalar } from 'yaml';
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
    const place = placeOf(documentOf(context.text), context.from);
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

function placeOf(document: Document, offset: number): Place | undefined {
  let found: Place | undefined;
  visit(document, {
    Scalar(key, scalar, ancestors) {
      const { range } = scalar;
      if (range === undefined || range === null || offset < range[0] || offset >= range[1]) return undefined;
      if (key !== 'key') found = { scalar, path: pathOf(scalar, ancestors as readonly (Node | Pair | Document)[]), flow: ancestors.some((above) => (isMap(above) || isSeq(above)) && above.flow === true) };
      return visit.BREAK;
    },
  });
  return found;
}

function pathOf(scalar: Scalar, ancestors: readonly (Node | Pair | Document)[]): string[] {
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

let last: { readonly text: string; readonly document: Document } | undefined;

/** The findings of one file come one after the other. */
function documentOf(text: string): Document {
  if (last?.text !== text) last = { text, document: parseDocument(text, { lineCounter: new LineCounter(), logLevel: 'silent', uniqueKeys: false, strict: false }) };
  return last.document;
}
