import type { Occurrence } from '../../model/occurrence.ts';
import type { Judgement } from '../../model/readiness.ts';
import { judgeCode } from '../../rules/judge-code.ts';
import type { CodeExample, Rule } from '../../rules/rule.ts';
import { readCode } from '../../scanner/code/index.ts';
import type { LanguageId } from '../../scanner/files/language.ts';

const languages = {
  ts: ['typescript', 'example.ts'], py: ['python', 'example.py'], java: ['java', 'Example.java'], go: ['go', 'example.go'],
  hcl: ['terraform', 'main.tf'], yaml: ['yaml', 'template.yaml'], sh: ['shell', 'deploy.sh'],
} as const satisfies Readonly<Record<string, readonly [LanguageId, string]>>;
export type Snippet = keyof typeof languages;

/** The languages that an example is written in. */
export function snippetsOf(example: CodeExample): readonly (readonly [Snippet, string])[] {
  return (Object.keys(languages) as Snippet[]).flatMap((key) => {
    const text = example[key];
    return text === undefined ? [] : [[key, text] as const];
  });
}

/** What code rules say of a text, or undefined where nothing reads the language yet. Throws where its text cannot be read. */
export async function judgeSnippet(rules: readonly Rule[], snippet: Snippet, example: CodeExample): Promise<readonly Judgement[] | undefined> {
  const [language, path] = languages[snippet];
  const text = example[snippet] ?? '';
  const facts = await readCode({ path: example.file ?? path, language, text: `${text}\n` });
  const problem = facts.find((fact) => fact.type === 'blind-spot');
  if (problem?.type === 'blind-spot' && problem.reason === 'unsupported') return undefined;
  if (problem?.type === 'blind-spot') throw new Error(`${problem.message}\n${text}`);
  return judgeOccurrences(rules, facts.flatMap((fact) => (fact.type === 'occurrence' ? [fact.occurrence] : [])), example);
}

export function judgeOccurrences(rules: readonly Rule[], occurrences: readonly Occurrence[], { home = ['us-east-1'], targets = ['eu-west-1'] }: Pick<CodeExample, 'home' | 'targets'> = {}): readonly Judgement[] {
  return judgeCode({ occurrences, rules, settings: {}, home, targets, intent: { strategy: 'warm-standby', exemptions: [], today: '2026-11-21' }, serviceOf: () => 'code' });
}
