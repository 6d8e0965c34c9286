import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { collect } from '../cli/collect.ts';
import { buildEstate } from '../graph/build.ts';
import type { EstateGraph } from '../graph/estate.ts';
import { edgeTypeNames, type EdgeType } from '../model/edge.ts';
import type { Fact } from '../model/fact.ts';
import { compareText } from '../model/json.ts';
import { symbol } from '../model/symbol.ts';

/**
 * Precision and recall of the estate graph on public projects whose edges were written down by hand.
 *
 *     node bench/edges.ts test/estates/edges <corpus root> [--show] [--unjudged] [--project <name>]
 *
 * Each file of labels is a project: its first line says repository, commit and paths (and whether nothing had been mended for the project
 * when it was first measured), every other one an edge. The corpus holds the files
 * of the project at that commit, in the folder of the project's name (`git archive <commit> <paths> | tar -x -C <corpus>/<project>`; those of
 * assemblies of the AWS CDK without the folders above, whose names say that they are tests); nothing of them is kept here. `seen` says whether the edge was
 * written down before anybody looked at the graph, or judged afterwards because the graph had it; `was` is what a label said at first where
 * the graph showed that it was too narrow. `false` marks edges that are wrong.
 *
 * An end is the name that its file gives a resource: a logical id, an address, the path through nested stacks. `part of the id|name` tells
 * resources of equal names apart, and `*` stands for what is generated. `calls|triggers` accepts either kind.
 *
 * A pair is right where the two are connected at all, a kind where its direction is right too. Recall is over the edges that were written
 * down before; precision is over all edges of the graph, and what nobody has judged counts as wrong.
 */
const headSchema = z.object({ project: z.string(), repository: z.string(), commit: z.string(), paths: z.array(z.string()), untouched: z.literal(true).optional() });
const labelSchema = z.object({ from: z.string(), edge: z.string(), to: z.string(), reason: z.string(), seen: z.enum(['before', 'after']), was: z.string().optional(), false: z.literal(true).optional() });
type Label = z.infer<typeof labelSchema>;

interface Project {
  readonly name: string;
  readonly labels: readonly Label[];
}

interface Row {
  readonly project: string;
  readonly kind: string;
  readonly pair: string;
  readonly text: string;
}

/** What one project came to: what was wanted and found or not, and what the graph has that is right, wrong or not judged. */
interface Outcome {
  readonly found: readonly Row[];
  readonly missed: readonly Row[];
  readonly right: readonly Row[];
  readonly wrong: readonly Row[];
  readonly unjudged: readonly Row[];
  readonly pairs: { readonly wanted: number; readonly found: number; readonly drawn: number; readonly right: number };
}

function projectsIn(folder: string): readonly Project[] {
  return readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort(compareText).map((name) => {
    const [head = '', ...lines] = readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => line.trim() !== '');
    return { name: headSchema.parse(JSON.parse(head)).project, labels: lines.map((line) => labelSchema.parse(JSON.parse(line))) };
  });
}

const silent = { show: () => undefined, clear: () => undefined };

async function factsOf(folder: string): Promise<readonly Fact[]> {
  const { facts } = await collect({ paths: ['.'], cwd: folder, loaded: { config: {}, folder }, home: ['us-east-1'], targets: [], parameters: [], progress: silent });
  return facts;
}

/** The nodes that the end of a label means: those whose facts have that name, where they were joined into others the whole. */
function finder(facts: readonly Fact[], estate: EstateGraph): (end: string) => readonly string[] {
  const ids = [...new Set([...facts.flatMap((fact) => (fact.type === 'resource' ? [fact.id] : [])), ...estate.resources.keys()])];
  const memo = new Map<string, readonly string[]>();
  return (end) => {
    const known = memo.get(end);
    if (known !== undefined) return known;
    const [name = '', scope] = end.split('|').reverse();
    const pattern = new RegExp(`[/:]${name.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^/]*')}$`);
    const found = ids.filter((id) => pattern.test(id) && (scope === undefined || id.includes(scope)));
    const nodes = [...new Set(found.flatMap((id) => estate.resolve(symbol(id), {}).map((resource) => resource.id)))];
    memo.set(end, nodes);
    return nodes;
  };
}

const pairOf = (from: string, to: string): string => [from, to].sort(compareText).join(' ~ ');
const keyOf = (from: string, edge: string, to: string): string => `${from} ${edge} ${to}`;

async function outcomeOf({ name, labels }: Project, corpus: string): Promise<Outcome> {
  const facts = await factsOf(join(corpus, name));
  const estate = buildEstate(facts);
  const nodes = finder(facts, estate);
  const short = (id: string): string => id.replace(/^[a-z]+:/, '').replace('/us-east-1/', '/');
  const drawn = new Map(estate.edges.map((edge) => [keyOf(edge.from, edge.type, edge.to), edge]));
  const drawnPairs = new Set(estate.edges.map(({ from, to }) => pairOf(from, to)));
  const [allowed, denied, truePairs] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const [found, missed]: [Row[], Row[]] = [[], []];
  const [wantedPairs, foundPairs] = [new Set<string>(), new Set<string>()];
  for (const label of labels) {
    const ends = nodes(label.from).flatMap((from) => nodes(label.to).map((to) => [from, to] as const));
    // A part that has become its whole has no edge to it.
    if (ends.length > 0 && ends.every(([from, to]) => from === to)) continue;
    const keys = ends.flatMap(([from, to]) => label.edge.split('|').map((edge) => keyOf(from, edge, to)));
    for (const key of keys) (label.false ? denied : allowed).add(key);
    if (label.false) continue;
    for (const [from, to] of ends) truePairs.add(pairOf(from, to));
    if (label.seen === 'after') continue;
    const text = `${label.from} ${label.edge} ${label.to} (${label.reason})`;
    const pair = pairOf(label.from, label.to);
    wantedPairs.add(pair);
    if (ends.some(([from, to]) => drawnPairs.has(pairOf(from, to)))) foundPairs.add(pair);
    (keys.some((key) => drawn.has(key)) ? found : missed).push({ project: name, kind: label.edge, pair, text: `${text}${ends.length === 0 ? ' – an end is not in the graph' : ''}` });
  }
  const [right, wrong, unjudged]: [Row[], Row[], Row[]] = [[], [], []];
  for (const [key, { from, type, to, evidence }] of drawn) {
    const row = { project: name, kind: type, pair: pairOf(from, to), text: `${short(from)} ${type} ${short(to)} (${evidence[0]?.how ?? ''})` };
    (allowed.has(key) ? right : denied.has(key) ? wrong : unjudged).push(row);
  }
  return { found, missed, right, wrong, unjudged, pairs: { wanted: wantedPairs.size, found: foundPairs.size, drawn: drawnPairs.size, right: [...drawnPairs].filter((pair) => truePairs.has(pair)).length } };
}

const share = (part: number, whole: number): string => (whole === 0 ? '  –  ' : (part / whole).toFixed(3));

function line(title: string, { found, missed, right, wrong, unjudged }: Omit<Outcome, 'pairs'>, pairs?: Outcome['pairs']): void {
  const counts = `recall ${share(found.length, found.length + missed.length)} (${found.length}/${found.length + missed.length})  precision ${share(right.length, right.length + wrong.length + unjudged.length)} (${right.length}/${right.length + wrong.length + unjudged.length}, ${unjudged.length} not judged)`;
  const first = pairs === undefined ? '' : `pairs: recall ${share(pairs.found, pairs.wanted)} (${pairs.found}/${pairs.wanted})  precision ${share(pairs.right, pairs.drawn)} (${pairs.right}/${pairs.drawn})   kinds: `;
  console.log(`${title.padEnd(42)} ${first}${counts}`);
}

function sum(outcomes: readonly Outcome[]): Outcome {
  const all = (pick: (outcome: Outcome) => readonly Row[]): readonly Row[] => outcomes.flatMap(pick);
  const add = (pick: (pairs: Outcome['pairs']) => number): number => outcomes.reduce((total, { pairs }) => total + pick(pairs), 0);
  return {
    found: all(({ found }) => found), missed: all(({ missed }) => missed), right: all(({ right }) => right), wrong: all(({ wrong }) => wrong), unjudged: all(({ unjudged }) => unjudged),
    pairs: { wanted: add(({ wanted }) => wanted), found: add(({ found }) => found), drawn: add(({ drawn }) => drawn), right: add(({ right }) => right) },
  };
}

function printKinds(all: Outcome): void {
  for (const kind of edgeTypeNames) {
    const of = (rows: readonly Row[]): readonly Row[] => rows.filter((row) => (row.kind.split('|') as EdgeType[])[0] === kind);
    const own = { found: of(all.found), missed: of(all.missed), right: of(all.right), wrong: of(all.wrong), unjudged: of(all.unjudged) };
    if (own.found.length + own.missed.length + own.right.length + own.wrong.length + own.unjudged.length > 0) line(`  ${kind}`, own);
  }
}

async function main([labels, corpus, ...flags]: readonly string[]): Promise<void> {
  if (labels === undefined || corpus === undefined) throw new Error('usage: node bench/edges.ts <label folder> <corpus root> [--show] [--unjudged] [--project <name>]');
  const only = flags.includes('--project') ? flags[flags.indexOf('--project') + 1] : undefined;
  const projects = projectsIn(labels).filter(({ name }) => only === undefined || name === only);
  const outcomes: Outcome[] = [];
  for (const project of projects) {
    const outcome = await outcomeOf(project, corpus);
    outcomes.push(outcome);
    line(project.name, outcome, outcome.pairs);
    for (const { text } of flags.includes('--show') ? outcome.missed : []) console.log(`    missed: ${text}`);
    for (const { text } of flags.includes('--show') ? outcome.wrong : []) console.log(`    wrong: ${text}`);
    for (const { text } of flags.includes('--unjudged') ? outcome.unjudged : []) console.log(`    not judged: ${text}`);
  }
  const all = sum(outcomes);
  line('all', all, all.pairs);
  printKinds(all);
}

await main(process.argv.slice(2));
