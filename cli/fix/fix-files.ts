import type { Occurrence } from '../../model/occurrence.ts';
import { lineStarts } from '../../model/position.ts';
import type { Judgement } from '../../model/readiness.ts';
import { changesOf, type Change } from '../../model/replacement.ts';
import { applyChanges } from '../../rules/fixes/apply.ts';
import { readCode } from '../../scanner/code/index.ts';
import type { LanguageId } from '../../scanner/files/language.ts';
import { isOpen } from '../formats/words.ts';
import { openSource, replaceSource, type SourceFile } from './source-file.ts';
import { syntaxErrors } from './syntax-errors.ts';

export interface FixOutcome {
  readonly path: string;
  /** Findings whose change is in the new text. */
  readonly fixed: number;
  /** Both with the byte order mark, where there is one. */
  readonly before: string;
  readonly after: string;
  /** Why nothing, or not everything, was changed. */
  readonly refusal?: string;
}

/** Makes the safe changes of open gaps, file by file; without `write` only says what they would be. */
export async function fixFiles(judgements: readonly Judgement[], root: string, { write }: { readonly write: boolean }): Promise<FixOutcome[]> {
  const outcomes: FixOutcome[] = [];
  const byFile = Map.groupBy(judgements.filter((judgement) => isOpen(judgement) && judgement.edit?.safe === true), ({ occurrence }) => occurrence?.file ?? '');
  for (const [path, own] of byFile) {
    const opened = openSource(root, path);
    outcomes.push('file' in opened ? await fixFile(path, own, { file: opened.file, write }) : { path, fixed: 0, before: '', after: '', refusal: opened.refusal });
  }
  return outcomes;
}

async function fixFile(path: string, judgements: readonly Judgement[], { file, write }: { readonly file: SourceFile; readonly write: boolean }): Promise<FixOutcome> {
  const { text } = file;
  const whole = (of: string): string => `${file.mark ? '\ufeff' : ''}${of}`;
  const same = { path, fixed: 0, before: whole(text), after: whole(text) };
  const language = judgements[0]?.occurrence?.language as LanguageId;
  const known = await occurrencesIn(path, language, text);
  const starts = lineStarts(text);
  const groups: Change[][] = [];
  for (const { occurrence, edit } of judgements) {
    const changes = edit === undefined || occurrence === undefined || !known.has(identity(occurrence)) ? undefined : changesOf(edit, text, starts);
    if (changes === undefined) return { ...same, refusal: 'it has changed since it was scanned' };
    groups.push(changes);
  }
  const { text: after, applied } = applyChanges(text, groups);
  if ((await syntaxErrors(path, language, after)) > (await syntaxErrors(path, language, text))) return { ...same, refusal: 'it would not parse as well as before' };
  if (write && !(await replaceSource(file, after))) return { ...same, refusal: 'it was changed by somebody else meanwhile' };
  const left = groups.length - applied.length;
  return { ...same, after: whole(after), fixed: applied.length, ...(left === 0 ? {} : { refusal: `${left} of its changes meet others; run it again` }) };
}

/** What the front-end finds in the text now: a finding that is not among it belongs to another text. */
async function occurrencesIn(path: string, language: LanguageId, text: string): Promise<ReadonlySet<string>> {
  const facts = await readCode({ path, language, text });
  return new Set(facts.flatMap((fact) => (fact.type === 'occurrence' ? [identity(fact.occurrence)] : [])));
}

const identity = ({ form, text, span }: Occurrence): string => [form, text, span.line, span.column, span.endLine, span.endColumn].join('\0');
