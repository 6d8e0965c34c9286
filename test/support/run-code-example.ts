import { judgeOccurrences as judgeBy, judgeSnippet as judgeSnippetBy, type Snippet } from '../../cli/rule-examples/code-example.ts';
import type { Occurrence } from '../../model/occurrence.ts';
import type { Judgement } from '../../model/readiness.ts';
import { rules } from '../../rules/index.ts';
import type { CodeExample, Rule } from '../../rules/rule.ts';

export { snippetsOf } from '../../cli/rule-examples/code-example.ts';

export const codeRules = (Object.values(rules) as readonly Rule[]).filter(({ on }) => on === 'code');

/** What all code rules say of a text, or undefined where nothing reads the language yet. */
export async function judgeSnippet(snippet: Snippet, text: string, example: CodeExample = {}): Promise<readonly Judgement[] | undefined> {
  return judgeSnippetBy(codeRules, snippet, { ...example, [snippet]: text });
}

export function judgeOccurrences(occurrences: readonly Occurrence[], example: Pick<CodeExample, 'home' | 'targets'> = {}): readonly Judgement[] {
  return judgeBy(codeRules, occurrences, example);
}
