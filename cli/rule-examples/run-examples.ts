import { messageOf } from '../../model/errors.ts';
import { verdictStates, type Judgement, type VerdictState } from '../../model/readiness.ts';
import type { CodeExample, EstateExample, Rule } from '../../rules/rule.ts';
import { judgeSnippet, snippetsOf } from './code-example.ts';
import { judgeExample } from './estate-example.ts';

/** States that may stand beside the one that an example of an estate is for. */
export const beside: Readonly<Record<VerdictState, readonly VerdictState[]>> = { gap: ['exempt'], ready: [], unknown: ['ready', 'exempt'], exempt: ['ready'] };

export interface ExampleResult {
  readonly rule: string;
  /** Verdict that it is to yield. */
  readonly state: VerdictState;
  /** Name or number, with the language of a piece of code. */
  readonly example: string;
  /** Why it did not yield its verdict; undefined where it did. */
  readonly problem?: string;
}

/** Runs every example of the rules through the real front-ends, graph and engine, in the order of the rules. */
export async function runExamples(rules: readonly Rule[]): Promise<ExampleResult[]> {
  const results: ExampleResult[] = [];
  for (const rule of rules) {
    for (const state of verdictStates) {
      for (const [index, example] of (rule.examples[state] ?? []).entries()) {
        const name = example.name ?? `example ${index + 1}`;
        if (rule.on === 'code') results.push(...(await codeResults(rule, state, { name, example: example as CodeExample })));
        else results.push({ rule: rule.id, state, example: name, ...attempt(() => wrongStates(judgeExample([rule], example as EstateExample), state)) });
      }
    }
  }
  return results;
}

async function codeResults(rule: Rule, state: VerdictState, { name, example }: { readonly name: string; readonly example: CodeExample }): Promise<ExampleResult[]> {
  const snippets = snippetsOf(example);
  if (snippets.length === 0) return [{ rule: rule.id, state, example: name, problem: 'it has no text: give it as ts, py, java, go, hcl, yaml or sh' }];
  const results: ExampleResult[] = [];
  for (const [language] of snippets) {
    const found = await judgeSnippet([rule], language, example).catch((thrown: unknown) => messageOf(thrown));
    const outcome = found === undefined ? { problem: `nothing reads ${language}` } : typeof found === 'string' ? { problem: found } : attempt(() => wrongCode(found, state));
    results.push({ rule: rule.id, state, example: `${name} (${language})`, ...outcome });
  }
  return results;
}

function attempt(judged: () => string | undefined): Pick<ExampleResult, 'problem'> {
  try {
    const problem = judged();
    return problem === undefined ? {} : { problem };
  } catch (thrown) {
    return { problem: messageOf(thrown) };
  }
}

function wrongStates(found: readonly Judgement[], wanted: VerdictState): string | undefined {
  const states = found.map(({ state }) => state);
  return states.includes(wanted) && states.every((state) => state === wanted || beside[wanted].includes(state)) ? undefined : said(found);
}

/** An example of code that is ready may be none of the rule's business. */
function wrongCode(found: readonly Judgement[], wanted: VerdictState): string | undefined {
  const states = found.map(({ state }) => state);
  const right = wanted === 'ready' ? states.every((state) => state === 'ready' || state === 'exempt') : states.includes(wanted);
  return right ? undefined : said(found);
}

const said = (found: readonly Judgement[]): string => (found.length === 0 ? 'the rule said nothing of it' : found.map(({ state, title, message }) => `${state} ${title}: ${message}`).join('\n'));
