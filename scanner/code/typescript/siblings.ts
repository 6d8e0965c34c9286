import { ts } from './compiler.cjs';
import { compareText } from '../../../model/json.ts';
import { maskSecrets } from '../../secrets.ts';
import { nameOf } from './names.ts';

const most = 16;
/** Nodes looked at; call arguments can be whole programs. */
const effort = 300;
const word = /^[\w./:@+*-][\w./:@+* -]{0,159}$/;

/**
 * Fixed texts in the same call or object, as name=value, the nearest ones, sorted: what decides whether a region is one that AWS fixes (a
 * metric of CloudFront, a web ACL of scope CLOUDFRONT), belongs to an emulator (an endpoint on localhost) or has counterparts beside it.
 * Functions are not entered, secret-looking texts are left out.
 */
export function siblingsOf(node: ts.Node, whole: ts.Node): string[] {
  const texts = new Set<string>();
  const seen = new Set<ts.Node>([node]);
  let innermost = true;
  for (let at = node; texts.size < most; at = at.parent) {
    if (isGroup(at) && at !== node) {
      collect({ group: at, innermost, fallback: isFallback(node) }, texts, seen);
      innermost = false;
    }
    if (at === whole || at.parent === undefined) break;
  }
  return [...texts].sort(compareText);
}

function isGroup(node: ts.Node): boolean {
  return ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node) || ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isJsxAttributes(node);
}

/** Taken where nothing is set: process.env.REGION || 'us-east-1'. */
function isFallback({ parent }: ts.Node): boolean {
  return parent !== undefined && ts.isBinaryExpression(parent) && takesRight(parent);
}

function takesRight({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken;
}

/** What a client is told that talks to an emulator. In another member of an object around, it is for another client. */
const ofClient = /endpoint|access_?key(?:_?id)?$|url$|host$/i;

interface Group {
  readonly group: ts.Node;
  /** It holds the text itself, not only something that does. */
  readonly innermost: boolean;
  /** The text is a fallback, so that fallbacks beside it go with it. */
  readonly fallback: boolean;
}

function collect({ group, innermost, fallback }: Group, texts: Set<string>, seen: Set<ts.Node>): void {
  const open: { readonly node: ts.Node; readonly name: string | undefined; readonly apart?: boolean }[] = [{ node: group, name: undefined }];
  while (texts.size < most && seen.size < effort) {
    const next = open.shift();
    if (!next) return;
    const { node, name, apart = false } = next;
    if (seen.has(node)) continue;
    seen.add(node);
    if (ts.isStringLiteralLike(node)) void (apart && ofClient.test(name ?? '') ? undefined : add(texts, name, node.text));
    else if (fallback && ts.isBinaryExpression(node) && takesRight(node)) open.push({ node: node.right, name, apart });
    else if (ts.isSpreadAssignment(node) && ts.isIdentifier(node.expression)) add(texts, '...', node.expression.text);
    else if (ts.isIdentifier(node) && name !== undefined && /local_?stack/i.test(node.text)) add(texts, name, 'localstack');
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) open.push(...(node.arguments ?? []).map((argument) => ({ node: argument as ts.Node, name, apart })));
    else if (ts.isPropertyAssignment(node)) open.push({ node: node.initializer, name: nameOf(node.name), apart: apart || (!innermost && ts.isObjectLiteralExpression(node.initializer)) });
    else if (ts.isJsxAttribute(node)) open.push(...(node.initializer ? [{ node: node.initializer as ts.Node, name: nameOf(node.name) }] : []));
    else if (isGroup(node)) ts.forEachChild(node, (child) => open.push({ node: child, name, apart }) > effort);
  }
}

function add(texts: Set<string>, name: string | undefined, value: string): void {
  if (!word.test(value)) return;
  const shown = `${name ?? ''}="${value}"`;
  if (maskSecrets(shown) === shown) texts.add(name === undefined ? value : `${name.slice(0, 64)}=${value}`);
}
