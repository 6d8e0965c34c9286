import { parse as parseJson, type ParseError } from 'jsonc-parser';
import { ts } from '../../scanner/code/typescript/compiler.cjs';
import { parseAllDocuments } from 'yaml';
import { readCode } from '../../scanner/code/index.ts';
import type { LanguageId } from '../../scanner/files/language.ts';

/** How much of a text its parser does not understand: problems that it counts, and those that the front-end tells of. */
export async function syntaxErrors(path: string, language: LanguageId, text: string): Promise<number> {
  const facts = await readCode({ path, language, text });
  return ofParser(path, language, text) + facts.filter((fact) => fact.type === 'blind-spot' && fact.reason === 'unparsable').length;
}

function ofParser(path: string, language: LanguageId, text: string): number {
  if (language === 'typescript' || language === 'javascript') {
    // Only the parser's own list tells syntax apart from types; it is not part of the public type.
    return (ts.createSourceFile(path, text, ts.ScriptTarget.ESNext) as ts.SourceFile & { readonly parseDiagnostics: readonly unknown[] }).parseDiagnostics.length;
  }
  if (language === 'json') {
    const errors: ParseError[] = [];
    parseJson(text, errors, { allowTrailingComma: true });
    return errors.length;
  }
  if (language !== 'yaml') return 0;
  const documents = parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false, strict: false });
  return [...documents].reduce((sum, { errors }) => sum + errors.length, 0);
}
