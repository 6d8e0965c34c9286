import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Judgement } from '../model/readiness.ts';
import { compareText } from '../model/json.ts';
import { judgeCode } from '../rules/judge-code.ts';
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { codeScanner } from '../scanner/code/index.ts';
import { buildEstate } from '../graph/build.ts';
import type { Fact } from '../model/fact.ts';
import { codeLanguages } from '../scanner/code/languages/index.ts';
import { languageOfName } from '../scanner/files/language.ts';
import { listFiles } from '../scanner/files.ts';

/**
 * Precision and recall of the code rules on labelled lines of real code.
 *
 *     node bench/labels.ts <labels.jsonl> <corpus root> [--show] [--target <region>] [--findings <folder of the corpus> [--all]]
 *
 * bench/labels/ holds lines that were drawn at random and judged by hand: half of them lines with a finding, half lines without that look
 * as if they named a region, spread over repositories, languages and rules. Each says its repository and commit; the code is not kept.
 *
 * A label is `flag` (a finding must lie on its line or in its span), `ignore` (none may) or `pinned` (none above info may). The corpus
 * holds each label's repository, at the label's commit, in the folder that the label names. Lines in languages that nothing reads yet
 * are left out and counted. `--findings` prints every finding of one folder instead, for reading;
 * `--all` adds the verdicts that are none.
 */
const labelSchema = z.object({
  dir: z.string(), path: z.string(), line: z.int(), span: z.tuple([z.int(), z.int()]).nullish(), language: z.string(), kind: z.string(),
  verdict: z.enum(['flag', 'ignore', 'pinned']), scope: z.enum(['any', 'cross-partition']), confidence: z.enum(['low', 'medium', 'high']), reason: z.string(),
});
type Label = z.infer<typeof labelSchema>;
type Outcome = 'hit' | 'missed' | 'false' | 'right';

async function scan(root: string, targets: readonly string[]): Promise<readonly Judgement[]> {
  const { files } = await listFiles({ base: root, scanner: 'code' });
  const facts: Fact[] = [];
  for await (const fact of codeScanner.scan({ root, files })) facts.push(fact);
  const { occurrences } = buildEstate(facts);
  const code = (Object.values(rules) as readonly Rule[]).filter(({ on }) => on === 'code');
  const intent = { strategy: 'warm-standby' as const, exemptions: [], today: '2026-01-01' };
  return judgeCode({ occurrences, rules: code, settings: {}, home: [], targets, intent, serviceOf: () => 'code' });
}

function foundAt(label: Label, judgements: readonly Judgement[]): readonly Judgement[] {
  const [from, to] = label.span ?? [label.line, label.line];
  return judgements.filter(({ state, occurrence }) => state === 'gap' && occurrence?.file === label.path && occurrence.span.line >= from && occurrence.span.line <= to);
}

function outcomeOf(label: Label, found: readonly Judgement[]): Outcome {
  if (label.verdict === 'flag') return found.length > 0 ? 'hit' : 'missed';
  const loud = label.verdict === 'pinned' ? found.filter(({ severity }) => severity !== 'info') : found;
  return loud.length > 0 ? 'false' : 'right';
}

/** The rule that speaks for lines of a kind, where no finding says which did. */
const ruleOfKind: Readonly<Record<string, string>> = {
  'ami-literal': 'code-ami-literal', 'az-id': 'code-az-literal', 'az-literal': 'code-az-literal', 'resource-id': 'code-regional-id-literal', 'region-regex': 'code-region-regex',
  'region-map': 'code-region-list-missing-rt', 'region-allowlist': 'code-region-list-missing-rt', 'region-branch': 'code-region-branch', 'region-in-arn': 'code-arn-literal',
  'region-in-endpoint': 'code-endpoint-literal', 'global-endpoint': 'code-endpoint-literal', 'region-fallback': 'code-region-default', 'region-literal': 'code-region-literal',
  'short-code': 'code-region-literal', 'partition-literal': 'code-partition-literal', other: 'code-account-id-literal',
};

interface Row {
  readonly label: Label;
  readonly outcome: Outcome;
  readonly read: boolean;
  readonly rule: string;
}

function rowOf(label: Label, judgements: readonly Judgement[]): Row {
  const found = foundAt(label, judgements);
  return { label, outcome: outcomeOf(label, found), read: isRead(label), rule: found[0]?.rule ?? ruleOfKind[label.kind] ?? label.kind };
}

const percent = (part: number, whole: number): string => (whole === 0 ? '  –  ' : (part / whole).toFixed(3));

function print(title: string, outcomes: readonly Outcome[]): void {
  const of = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  const [hit, missed, wrong, right] = [of('hit'), of('missed'), of('false'), of('right')];
  console.log(`  ${title.padEnd(22)} precision ${percent(hit, hit + wrong)}  recall ${percent(hit, hit + missed)}  hit ${hit}  missed ${missed}  false ${wrong}  rightly silent ${right}`);
}

async function main([file, corpus, ...flags]: readonly string[]): Promise<void> {
  if (file === undefined || corpus === undefined) throw new Error('usage: node bench/labels.ts <labels.jsonl> <corpus root> [--show] [--target <region>] [--findings <folder>]');
  const valueOf = (flag: string): string | undefined => (flags.includes(flag) ? flags[flags.indexOf(flag) + 1] : undefined);
  const target = valueOf('--target');
  const targets = target === undefined ? [] : [target];
  const folder = valueOf('--findings');
  if (folder !== undefined) return printFindings(await scan(join(corpus, folder), targets), flags.includes('--all'));
  const labels = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => labelSchema.parse(JSON.parse(line)));
  const rows: Row[] = [];
  for (const [dir, own] of Map.groupBy(labels, (label) => label.dir)) {
    const judgements = await scan(join(corpus, dir), targets);
    rows.push(...own.map((label) => rowOf(label, judgements)));
  }
  report(rows.filter(({ read }) => read), flags.includes('--show'));
  const left = rows.filter(({ read }) => !read);
  console.log(`\n${left.length} labels lie in languages that nothing reads yet: ${[...new Set(left.map(({ label }) => label.language))].sort(compareText).join(', ') || 'none'}`);
}

/** Whether something reads the file's language, or it is one that is left out on purpose. */
function isRead({ path }: Label): boolean {
  const language = languageOfName(path);
  return language === undefined || language === 'markdown' || codeLanguages.has(language);
}

function report(rows: readonly Row[], show: boolean): void {
  for (const view of ['all', 'same partition'] as const) {
    const seen = rows.filter(({ label }) => view === 'all' || label.scope === 'any');
    console.log(`${view}:`);
    print('in all', seen.map(({ outcome }) => outcome));
    for (const by of ['rule', 'kind', 'language'] as const) {
      const groups = [...Map.groupBy(seen, ({ label, rule }) => (by === 'rule' ? rule : label[by]))].sort(([a], [b]) => compareText(a, b));
      for (const [name, group] of groups) print(name, group.map(({ outcome }) => outcome));
    }
  }
  for (const { label, outcome } of show ? rows : []) {
    if (outcome === 'missed' || outcome === 'false') console.log(`${outcome}: ${label.dir}/${label.path}:${label.line} ${label.verdict} ${label.kind} (${label.confidence}) ${label.reason}`);
  }
}

function printFindings(judgements: readonly Judgement[], all: boolean): void {
  for (const { state, rule, severity, message, occurrence } of judgements) {
    if (occurrence === undefined || (state !== 'gap' && !all)) continue;
    console.log(`${occurrence.file}:${occurrence.span.line}:${occurrence.span.column} ${state} ${rule} ${severity}\n    ${message}\n    ${occurrence.snippet}`);
  }
}

await main(process.argv.slice(2));
