import ts from '@ts-morph/common/dist/typescript.js';
import { editOf } from '../../model/replacement.ts';
import type { Fixer } from './fixer.ts';
import { nodeAt, treeOf, typescriptLanguages } from './typescript-tree.ts';

/** `process.env.AWS_REGION ?? 'us-east-1'` without the fallback. A suggestion: where nothing is set, the value is then undefined. */
export const typescriptFallback: Fixer = {
  languages: typescriptLanguages,
  edit(occurrence, { text, from, starts }) {
    if (occurrence.role !== 'fallback' || occurrence.form !== 'region' || occurrence.within !== undefined || occurrence.construct !== undefined) return undefined;
    const literal = nodeAt(treeOf(text, occurrence.file), from);
    const whole = literal.parent;
    if (!ts.isStringLiteralLike(literal) || whole === undefined || !ts.isBinaryExpression(whole) || whole.right !== literal) return undefined;
    if (whole.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken && whole.operatorToken.kind !== ts.SyntaxKind.BarBarToken) return undefined;
    return editOf(starts, [{ from: whole.left.end, to: whole.end, text: '' }], false);
  },
};
