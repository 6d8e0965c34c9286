import type { Rule as EslintRule, SourceCode } from 'eslint';
import { canonicalJson } from '../model/json.ts';
import type { Judgement } from '../model/readiness.ts';
import { changesOf, offsetsOf } from '../model/replacement.ts';
import type { Rule } from '../rules/rule.ts';
import { findingsIn, type Findings } from './findings.ts';
import { mergedOptions, optionsJsonSchema } from './options.ts';

/** A file is judged once for all rules that have the same options. */
const judged = new WeakMap<SourceCode, Map<string, Findings>>();

export interface RuleSet {
  /** All code rules: they are judged together, so that each text has one of them speak for it. */
  readonly all: readonly Rule[];
  /** Id of the rule that tells that a file could not be understood. */
  readonly spokesman: string;
}

/** A code rule as ESLint runs it. */
export function eslintRuleOf({ id, title, links }: Rule, { all, spokesman }: RuleSet): EslintRule.RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: { description: title, url: links[0] },
      fixable: 'code',
      hasSuggestions: true,
      schema: [optionsJsonSchema] as EslintRule.RuleMetaData['schema'] & object,
      defaultOptions: [{}],
    },
    create(context) {
      return {
        Program() {
          const { gaps, starts, problem } = findingsFor(context, all);
          if (problem !== undefined && id === spokesman) context.report({ loc: { line: 1, column: 0 }, message: problem });
          for (const gap of gaps) if (gap.rule === id) report(context, gap, starts);
        },
      };
    },
  };
}

function findingsFor(context: EslintRule.RuleContext, rules: readonly Rule[]): Findings {
  const { sourceCode, filename, cwd, settings } = context;
  const options = mergedOptions(settings['regionready'], context.options[0]);
  const key = canonicalJson(options);
  const known = judged.get(sourceCode) ?? new Map<string, Findings>();
  judged.set(sourceCode, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const findings = findingsIn({ text: sourceCode.text, filename, cwd, options, rules, today: new Date().toISOString().slice(0, 10) });
  known.set(key, findings);
  return findings;
}

function report(context: EslintRule.RuleContext, { occurrence, message, edit, fix: advice }: Judgement, starts: Uint32Array): void {
  const { sourceCode } = context;
  const place = occurrence === undefined ? undefined : offsetsOf(starts, occurrence.span, sourceCode.text.length);
  if (place === undefined) return;
  const loc = { start: sourceCode.getLocFromIndex(place.from), end: sourceCode.getLocFromIndex(place.to) };
  const changes = edit === undefined ? undefined : changesOf(edit, sourceCode.text, starts);
  const fix = (fixer: EslintRule.RuleFixer): EslintRule.Fix[] => (changes ?? []).map(({ from, to, text }) => fixer.replaceTextRange([from, to], text));
  if (changes === undefined) context.report({ loc, message });
  else if (edit?.safe === true) context.report({ loc, message, fix });
  else context.report({ loc, message, suggest: [{ desc: advice ?? 'Replace the text.', fix }] });
}
