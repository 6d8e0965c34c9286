import ts from '@ts-morph/common/dist/typescript.js';
import { editOf, type Change } from '../../model/replacement.ts';
import { isHome, type Fixer } from './fixer.ts';
import { importsFrom, nodeAt, treeOf, typescriptLanguages } from './typescript-tree.ts';

/**
 * The region of a client of the AWS SDK for JavaScript: without it the SDK takes the region that the program runs in. It is safe only where
 * the runtime is known to set that region: a handler of Lambda, which always has AWS_REGION, at home in the region that is written there.
 */
export const sdkClient: Fixer = {
  languages: typescriptLanguages,
  edit(occurrence, context) {
    const { text, from, starts } = context;
    if (occurrence.form !== 'region' || occurrence.construct !== undefined || occurrence.within !== undefined) return undefined;
    const tree = treeOf(text, occurrence.file);
    const literal = nodeAt(tree, from);
    const property = literal.parent;
    if (!ts.isStringLiteralLike(literal) || property === undefined || !ts.isPropertyAssignment(property) || property.initializer !== literal || !isRegion(property.name)) return undefined;
    const object = property.parent;
    const call = object.parent;
    if (!ts.isNewExpression(call) || call.arguments?.[0] !== object || !ts.isIdentifier(call.expression)) return undefined;
    if (importsFrom(tree, /^@aws-sdk\/client-[a-z0-9-]+$/).get(call.expression.text)?.endsWith('Client') !== true) return undefined;
    const spread = object.properties.some((member) => ts.isSpreadAssignment(member));
    return editOf(starts, [removal(object, property, text)], !spread && isHome(context, occurrence) && exportsHandler(tree));
  },
};

const isRegion = (name: ts.PropertyName): boolean => (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text === 'region';

/** The property with the comma that parts it from its neighbour; comments around it stay. An object that would be empty goes with its braces. */
function removal(object: ts.ObjectLiteralExpression, property: ts.PropertyAssignment, text: string): Change {
  const { properties } = object;
  const from = property.getStart();
  if (properties.length === 1) {
    const inside = text.slice(object.getStart() + 1, from) + text.slice(property.end, object.end - 1);
    return /^[\s,]*$/.test(inside) ? { from: object.getStart() + 1, to: object.end - 1, text: '' } : { from, to: property.end, text: '' };
  }
  const at = properties.indexOf(property);
  const next = properties[at + 1];
  if (next !== undefined && /^\s*,\s*$/.test(text.slice(property.end, next.getStart()))) return { from, to: next.getStart(), text: '' };
  const before = properties[at - 1];
  if (before !== undefined && /^\s*,\s*$/.test(text.slice(before.end, from))) return { from: before.end, to: property.end, text: '' };
  const comma = /^\s*,/.exec(text.slice(property.end, object.end))?.[0] ?? '';
  return { from, to: property.end + comma.length, text: '' };
}

/** Whether the file exports a `handler`, as functions of Lambda do. */
function exportsHandler(tree: ts.SourceFile): boolean {
  return tree.statements.some((statement) => {
    const exported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    if (ts.isFunctionDeclaration(statement)) return exported && statement.name?.text === 'handler';
    return ts.isVariableStatement(statement) && exported && statement.declarationList.declarations.some(({ name }) => ts.isIdentifier(name) && name.text === 'handler');
  });
}
