import ts from '@ts-morph/common/dist/typescript.js';
import { editOf } from '../../model/replacement.ts';
import type { Fixer } from './fixer.ts';
import { rewritten } from './region-aware.ts';
import { importsFrom, nodeAt, treeOf, typescriptLanguages } from './typescript-tree.ts';

/**
 * Region and partition of the stack in AWS CDK constructs: cdk.Stack.of(this).region, cdk.Aws.PARTITION. A suggestion: the value becomes a
 * token, which a program cannot compare or take apart.
 */
export const cdk: Fixer = {
  languages: typescriptLanguages,
  edit(occurrence, context) {
    const { text, from, to, starts } = context;
    if (occurrence.construct !== undefined || !/aws-cdk-lib/.test(text)) return undefined;
    const tree = treeOf(text, occurrence.file);
    const imports = importsFrom(tree, /^aws-cdk-lib$/);
    const literal = nodeAt(tree, from);
    if (!ts.isStringLiteral(literal) && !ts.isNoSubstitutionTemplateLiteral(literal)) return undefined;
    const { parent } = literal;
    if (isEnvironment(literal)) return occurrence.form === 'region' && literal.text === occurrence.text ? editOf(starts, [{ from: literal.getStart(tree), to: literal.end, text: 'process.env.CDK_DEFAULT_REGION' }], false) : undefined;
    if (ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent) || (ts.isPropertyAssignment(parent) && parent.name === literal)) return undefined;
    const names = namesOf(imports, isInConstruct(literal));
    const written = { region: `\${${names.region ?? ''}}`, partition: `\${${names.partition ?? ''}}`, suffix: `\${${names.suffix ?? ''}}` };
    const replaced = rewritten(occurrence, written, context);
    if (replaced === undefined || [...replaced.used].some((used) => names[used] === undefined) || text.slice(from, to) !== occurrence.text) return undefined;
    const start = literal.getStart(tree);
    const whole = occurrence.form === 'region' && literal.text === occurrence.text;
    if (whole) return editOf(starts, [{ from: start, to: literal.end, text: names.region ?? '' }], false);
    const inside = text.slice(start + 1, literal.end - 1);
    if (/[`\\]|\$\{/.test(inside)) return undefined;
    return editOf(starts, [{ from: start, to: literal.end, text: `\`${text.slice(start + 1, from)}${replaced.text}${text.slice(to, literal.end - 1)}\`` }], false);
  },
};

interface Names {
  readonly region?: string;
  readonly partition?: string;
  readonly suffix?: string;
}

/** How the file can name them with what it imports already. */
function namesOf(imports: ReadonlyMap<string, string>, inConstruct: boolean): Names {
  const local = (wanted: string): string | undefined => {
    for (const [name, imported] of imports) if (imported === wanted) return name;
    for (const [name, imported] of imports) if (imported === '*') return `${name}.${wanted}`;
    return undefined;
  };
  const aws = local('Aws');
  const stack = local('Stack');
  const region = inConstruct && stack !== undefined ? `${stack}.of(this).region` : aws === undefined ? undefined : `${aws}.REGION`;
  return { ...(region === undefined ? {} : { region }), ...(aws === undefined ? {} : { partition: `${aws}.PARTITION`, suffix: `${aws}.URL_SUFFIX` }) };
}

/** `this` means a construct: inside of a class that extends something, not before super() has run, and not in a function of its own. */
function isInConstruct(node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    if (ts.isFunctionDeclaration(at) || ts.isFunctionExpression(at)) return false;
    if (ts.isCallExpression(at) && at.expression.kind === ts.SyntaxKind.SuperKeyword) return false;
    if (ts.isPropertyDeclaration(at) || (ts.isMethodDeclaration(at) && ts.isObjectLiteralExpression(at.parent))) return false;
    if (ts.isClassLike(at)) return at.heritageClauses?.some(({ token }) => token === ts.SyntaxKind.ExtendsKeyword) === true;
  }
  return false;
}

/** `env: { region: … }` says where a stack goes: there the token of the stack has no value yet. */
function isEnvironment(node: ts.Node): boolean {
  const object = node.parent?.parent;
  const property = object?.parent;
  return object !== undefined && ts.isObjectLiteralExpression(object) && property !== undefined && ts.isPropertyAssignment(property) && property.name.getText() === 'env';
}
