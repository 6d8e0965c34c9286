import { relative, sep } from 'node:path';
import type { Occurrence } from '../model/occurrence.ts';
import { lineStarts } from '../model/position.ts';
import type { Judgement } from '../model/readiness.ts';
import { partitionOf } from '../model/region.ts';
import type { Suppression } from '../model/suppression.ts';
import { editFor } from '../rules/fixes/index.ts';
import { judgeCode } from '../rules/judge-code.ts';
import type { Rule } from '../rules/rule.ts';
import { suppress } from '../rules/suppress.ts';
import type { Reading, SourceText } from '../scanner/code/language.ts';
import { occurrencesOf } from '../scanner/code/occurrence-of.ts';
import { codeProject } from '../scanner/code/project.ts';
import { suppressionsIn } from '../scanner/code/suppression.ts';
import { typescriptFrontEnd } from '../scanner/code/typescript/front-end.ts';
import { languageOfName, type LanguageId } from '../scanner/files/language.ts';
import { scopeOfPath, scopeOfText } from '../scanner/files/scope.ts';
import type { Options } from './options.ts';

export interface Findings {
  /** Open gaps, with the changes that close them. */
  readonly gaps: readonly Judgement[];
  readonly starts: Uint32Array;
  /** Why the text, or a part of it, could not be understood. */
  readonly problem: string | undefined;
}

export interface Asked {
  readonly text: string;
  readonly filename: string;
  readonly cwd: string;
  readonly options: Options;
  readonly rules: readonly Rule[];
  /** ISO 8601. */
  readonly today: string;
}

const readable: ReadonlySet<LanguageId> = new Set(['typescript', 'javascript', 'vue', 'svelte', 'astro']);

/** What the code rules say of one text. Names are followed within it only: ESLint gives one file at a time. Throws for texts that no region can be called. */
export function findingsIn({ text, filename, cwd, options, rules, today }: Asked): Findings {
  const { home = [], targets = [], include = [] } = options;
  for (const code of [...home, ...targets]) if (partitionOf(code) === undefined) throw new Error(`regionready: there is no region ${code}.`);
  const source = sourceOf(text, filename, cwd);
  const frontEnd = typescriptFrontEnd(codeProject([]));
  const reading = frontEnd.read(source);
  const occurrenceOf = occurrencesOf(source);
  const sightings = [...reading.sightings, ...Array.from(frontEnd.rest?.([]) ?? []).flatMap((rest) => rest.sightings)];
  const occurrences = sightings.map(occurrenceOf).sort(byPlace);
  const settings = Object.fromEntries(rules.map(({ id }) => [id, { options: { include } }]));
  const intent = { strategy: 'warm-standby' as const, exemptions: [], today };
  const judged = judgeCode({ occurrences, rules, settings, home, targets, intent, serviceOf: () => 'code' });
  const gaps = suppress(judged, suppressionsOf(source, reading), today).judgements.filter(({ state }) => state === 'gap');
  const file = { text, starts: lineStarts(text), home, beside: () => [] };
  return { gaps: gaps.map((gap) => withEdit(gap, editFor(gap, file))), starts: file.starts, problem: reading.problem?.message };
}

function sourceOf(text: string, filename: string, cwd: string): SourceText {
  const path = relative(cwd, filename).split(sep).join('/');
  const named = languageOfName(path);
  const language = named !== undefined && readable.has(named) ? named : 'typescript';
  return { path, absolutePath: filename, language, scope: scopeOfText(scopeOfPath(path, language, { docsFolders: [], samples: false }), path, text), text };
}

const suppressionsOf = (source: SourceText, reading: Reading): Suppression[] => [...suppressionsIn({ text: source.text, file: source.path, scanner: 'code', isInComment: (offset) => reading.isInComment(offset) })];

const withEdit = (gap: Judgement, edit: Judgement['edit']): Judgement => (edit === undefined ? gap : { ...gap, edit });

const byPlace = (a: Occurrence, b: Occurrence): number => a.span.line - b.span.line || a.span.column - b.span.column;
