import { intentOfExample, viewOfExample } from '../../cli/rule-examples/estate-example.ts';
import { viewOf, type EstateView } from '../../graph/view.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import { properties } from '../../model/properties.ts';
import type { VerdictState } from '../../model/readiness.ts';
import type { Resource } from '../../model/resource.ts';
import { judge } from '../../rules/judge.ts';
import type { EstateExample, Rule } from '../../rules/rule.ts';
import { peering, table, viewOfTerraform } from './terraform-examples.ts';

export const ruleSources = ['live', 'cloudformation', 'terraform-plan', 'terraform-hcl'] as const;
export type RuleSource = (typeof ruleSources)[number];

/** What a rule can say from one source alone. `both`: gap and ready · `gap` or `ready`: that verdict only, the other needs more · `none`. */
export type Answer = 'both' | 'gap' | 'ready' | 'none';

/** What rules are asked with: what each source's readers tell of a kind. */
type Told = (kind: Kind) => ReadonlySet<string> | undefined;

/** Attributes that a source may state of a kind; undefined where it has no such resource. */
export function toldBy(source: RuleSource, kind: Kind): ReadonlySet<string> | undefined {
  const { names, read, parts = {} } = kind;
  const types = source === 'cloudformation' ? [names.cloudformation, ...(names.also ?? [])] : source === 'live' ? [names.cloudformation] : names.terraform;
  const readers = source === 'cloudformation' ? [read.cloudformation] : source === 'live' ? [read.describe, read.config, read.cloudformation] : [read.terraform];
  if (types.length === 0) return undefined;
  const nothing = properties({});
  const prefix = source === 'cloudformation' ? 'AWS::' : 'aws_';
  const own = types.flatMap((type) => readers.flatMap((reader) => Object.keys(reader?.(nothing, { type, region: 'us-east-1' }) ?? {})));
  const split = source === 'live' ? [] : Object.entries(parts).filter(([type]) => type.startsWith(prefix)).flatMap(([type, part]) => [...Object.keys(part.read(nothing, { type, region: 'us-east-1' })), ...Object.keys(part.absent ?? {})]);
  return new Set([...own, ...split]);
}

/** The estate as the source would tell it: without the resources and attributes that it has no words for. */
function through(view: EstateView, told: Told): EstateView {
  const resources = [...view.estate.resources.values()].flatMap((resource): (readonly [string, Resource])[] => {
    // What has no kind is told by its type, name and references, which every source gives.
    if (resource.kind === undefined) return [[resource.id, resource]];
    const names = told(kinds[resource.kind] as Kind);
    if (names === undefined) return [];
    const attributes = Object.fromEntries(Object.entries(resource.attributes).filter(([name]) => names.has(name)));
    return [[resource.id, { ...resource, attributes } as Resource]];
  });
  return viewOf({ ...view.estate, resources: new Map(resources) });
}

/** What Terraform has words for and CloudFormation has none: examples of the rule in its language, read by the real reader. */
const inTerraform: ReadonlyMap<string, Readonly<Partial<Record<VerdictState, string>>>> = new Map([
  ['network-peering-dns-off', { gap: peering('false'), ready: peering('true') }],
  ['data-ddb-mrsc-ineligible', { ready: table }],
]);

/** Rules that hold what runs against what is declared: declarations alone have nothing to say. */
const ofWhatRuns: ReadonlySet<string> = new Set(['operations-iac-missing']);

/** Which verdicts the rule's own examples of gaps and of readiness yield, where nothing but the source tells of them. */
export async function answersOf(rule: Rule): Promise<Readonly<Record<RuleSource, Answer>>> {
  if (ofWhatRuns.has(rule.id)) return { live: 'both', cloudformation: 'none', 'terraform-plan': 'none', 'terraform-hcl': 'none' };
  const seen = { live: new Set<VerdictState>(), cloudformation: new Set<VerdictState>(), 'terraform-plan': new Set<VerdictState>(), 'terraform-hcl': new Set<VerdictState>() };
  for (const wanted of ['gap', 'ready'] as const) {
    for (const example of rule.examples[wanted] as readonly EstateExample[]) {
      const { learned: _, described: __, ...declared } = example;
      const [all, plain] = [viewOfExample(example), viewOfExample(declared)];
      for (const source of ruleSources) {
        const view = through(source === 'live' ? all : plain, remembered(source));
        const states = judge({ view, rules: [rule], intent: intentOfExample(example), tool: 'sources' }).judgements.map(({ state }) => state);
        if (states.includes(wanted)) seen[source].add(wanted);
      }
    }
  }
  for (const [state, text] of Object.entries(inTerraform.get(rule.id) ?? {}) as [VerdictState, string][]) {
    const judgements = judge({ view: await viewOfTerraform(text), rules: [rule], intent: intentOfExample(), tool: 'sources' }).judgements;
    if (judgements.some((judged) => judged.state === state)) for (const source of ['terraform-plan', 'terraform-hcl'] as const) seen[source].add(state);
  }
  return { live: answer(seen.live), cloudformation: answer(seen.cloudformation), 'terraform-plan': answer(seen['terraform-plan']), 'terraform-hcl': answer(seen['terraform-hcl']) };
}

function answer(states: ReadonlySet<VerdictState>): Answer {
  if (states.has('gap')) return states.has('ready') ? 'both' : 'gap';
  return states.has('ready') ? 'ready' : 'none';
}

const known = new Map<RuleSource, Map<Kind, ReadonlySet<string> | undefined>>();
function remembered(source: RuleSource): Told {
  const own = known.get(source) ?? new Map<Kind, ReadonlySet<string> | undefined>();
  known.set(source, own);
  return (kind) => {
    if (!own.has(kind)) own.set(kind, toldBy(source, kind));
    return own.get(kind);
  };
}
