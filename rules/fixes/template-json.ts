import { findNodeAtOffset, getNodePath, parseTree, type Node } from 'jsonc-parser';
import type { Edit } from '../../model/readiness.ts';
import { editOf } from '../../model/replacement.ts';
import { isHome, type Fixer } from './fixer.ts';
import { rewritten } from './region-aware.ts';
import { inProperties, isTemplate, pseudo, takesNoFunction } from './template.ts';

/** Pseudo parameters in CloudFormation and SAM templates written in JSON. */
export const templateJson: Fixer = {
  languages: new Set(['json', 'cloudformation']),
  edit(occurrence, context): Edit | undefined {
    const { text, starts, from, to } = context;
    if (occurrence.construct !== undefined || !isTemplate(text) || !text.trimStart().startsWith('{')) return undefined;
    const node = valueAt(treeOf(text), from);
    const replaced = rewritten(occurrence, pseudo, context);
    if (node === undefined || replaced === undefined || text.slice(from, to) !== occurrence.text) return undefined;
    const path = getNodePath(node).map(String);
    if (takesNoFunction(path)) return undefined;
    const source = text.slice(node.offset, node.offset + node.length);
    const end = node.offset + node.length;
    if (path.at(-1) === 'Fn::Sub' || (path.at(-2) === 'Fn::Sub' && path.at(-1) === '0')) return editOf(starts, [{ from, to, text: replaced.text }], replaced.same);
    if (path.at(-1) === 'Fn::GetAZs' && node.value === occurrence.text) return editOf(starts, [{ from: node.offset, to: end, text: '""' }], isHome(context, occurrence));
    if (!inProperties(path) || source.includes('${') || /^(?:Fn::|Ref$)/.test(path.at(-1) ?? '')) return undefined;
    const whole = `${source.slice(0, from - node.offset)}${replaced.text}${source.slice(to - node.offset)}`;
    const written = node.value === occurrence.text && occurrence.form === 'region' ? '{ "Ref": "AWS::Region" }' : `{ "Fn::Sub": ${whole} }`;
    return editOf(starts, [{ from: node.offset, to: end, text: written }], replaced.same);
  },
};

/** The text at an offset, if it is a value and no key. */
function valueAt(root: Node | undefined, offset: number): Node | undefined {
  const node = root === undefined ? undefined : findNodeAtOffset(root, offset);
  const isKey = node?.parent?.type === 'property' && node.parent.children?.[0] === node;
  return node?.type === 'string' && !isKey ? node : undefined;
}

let last: { readonly text: string; readonly tree: Node | undefined } | undefined;

/** The findings of one file come one after the other. */
function treeOf(text: string): Node | undefined {
  if (last?.text !== text) last = { text, tree: parseTree(text, [], { allowTrailingComma: true }) };
  return last.tree;
}
