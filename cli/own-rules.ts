import { z } from 'zod';
import type { Config, configSchema } from '../model/config.ts';
import { severities, strategies } from '../model/intent.ts';
import { traits, type Kind } from '../model/kind.ts';
import { kinds } from '../model/kinds/index.ts';
import { guards } from '../rules/guards/index.ts';
import { categories, type Rule } from '../rules/rule.ts';
import type { Problem } from './config-problems.ts';
import { guarded } from './guarded-rule.ts';
import { merged } from './overrides.ts';
import { didYouMean } from './suggest.ts';

type RuleSettings = NonNullable<Config['rules']>;

/** What a configuration written as code may say: as the data formats, and rules of its own in the list that `rules` then is. */
export type ConfigFile = Omit<z.input<typeof configSchema>, 'rules'> & {
  readonly rules?: RuleSettings | readonly (Rule | RuleSettings)[] | undefined;
};

export interface SplitConfig {
  /** The configuration with `rules` as a record. */
  readonly value: unknown;
  readonly own: readonly Rule[];
  readonly problems: readonly Problem[];
}

const idShape = new RegExp(`^[a-z][a-z0-9-]{0,30}/(?:${Object.keys(categories).join('|')})-[a-z0-9]+(?:-[a-z0-9]+)*$`);
const words = z.string().min(1);
const callable = z.custom<Rule['check']>((value) => typeof value === 'function', 'must be a function');
const examplesSchema = z.strictObject({
  gap: z.array(z.looseObject({})).min(1, 'needs an example'),
  ready: z.array(z.looseObject({})).min(1, 'needs an example'),
  unknown: z.array(z.looseObject({})).optional(),
  exempt: z.array(z.looseObject({})).optional(),
});
const kindIds = Object.keys(kinds) as [string, ...string[]];

/** The parts of a rule, as data that nobody has checked. */
const ruleSchema = z.strictObject({
  id: z.string().regex(idShape, `must be <namespace>/<category>-<name>, such as acme/data-orders; categories are ${Object.keys(categories).join(', ')}`).refine((id) => !id.startsWith('regionready/'), 'the namespace regionready is taken'),
  title: words,
  on: z.union([z.enum(['code', 'estate', 'resource', ...kindIds]), z.array(z.enum(kindIds)).min(1), z.strictObject({ trait: z.enum(traits) })]),
  types: z.array(words).min(1).optional(),
  needs: z.array(words).optional(),
  severity: z.union([z.enum(severities), z.strictObject(Object.fromEntries(strategies.map((strategy) => [strategy, z.enum(['off', ...severities])])))]),
  why: words,
  fix: words,
  effect: z.union([words, z.strictObject({ otherwise: words, ...Object.fromEntries(strategies.map((strategy) => [strategy, words.optional()])) })], 'must be a text, or texts by strategy with one for otherwise'),
  remedy: callable.optional(),
  links: z.array(z.string().regex(/^https:\/\/\S+$/, 'must begin with https://')).min(1, 'needs a link to where to read more'),
  unguarded: z.array(z.enum(guards.map(({ id }) => id) as [string, ...string[]])).optional(),
  options: z.custom((value) => typeof value === 'object' && value !== null && 'shape' in value && 'parse' in value && 'partial' in value, 'must be a z.object of the z that regionready exports').optional(),
  examples: examplesSchema,
  check: callable,
});

/** Takes the user's own rules out of the list that `rules` is in a configuration written as code. Any other value is as it was. */
export function splitRules(value: object): SplitConfig {
  const listed: unknown = (value as { readonly rules?: unknown }).rules;
  if (!Array.isArray(listed)) return { value, own: [], problems: [] };
  const own = new Map<string, Rule>();
  const problems: Problem[] = [];
  let settings: RuleSettings = {};
  for (const [index, entry] of listed.entries()) {
    if (!isRule(entry)) {
      if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) problems.push(problem(index, undefined, 'is neither a rule nor a record of severities and options by rule id'));
      else settings = merged(settings, entry as RuleSettings);
      continue;
    }
    const { id } = entry as { readonly id?: unknown };
    const wrong = wrongIn(entry);
    for (const message of wrong) problems.push(problem(index, id, message));
    if (wrong.length > 0) continue;
    const rule = entry as unknown as Rule;
    if (own.has(rule.id)) problems.push(problem(index, id, 'is there twice'));
    own.set(rule.id, guarded(rule));
  }
  return { value: { ...value, rules: settings }, own: [...own.values()], problems };
}

const isRule = (entry: unknown): entry is object => typeof entry === 'object' && entry !== null && (Object.hasOwn(entry, 'check') || Object.hasOwn(entry, 'id') || Object.hasOwn(entry, 'examples'));

function problem(index: number, id: unknown, message: string): Problem {
  return { code: 'RR406', path: ['rules', index], message: `rules[${index}]${typeof id === 'string' ? ` (${id})` : ''}: ${message}.` };
}

function wrongIn(entry: object): string[] {
  const parsed = ruleSchema.safeParse(entry);
  if (!parsed.success) return parsed.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => `${key} is no part of a rule.${didYouMean(key, Object.keys(ruleSchema.shape))}`.replace(/[.?]$/, '')) : [worded(issue, entry)]));
  return wrongNeeds(parsed.data as unknown as Rule);
}

function worded(issue: z.core.$ZodIssue, entry: object): string {
  const at = issue.path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`)).join('');
  const first = String(issue.path[0] ?? '');
  if (first === 'on') return `on names what is judged: code, estate, resource, a kind, a list of kinds, or { trait }.${didYouMean(String((entry as { readonly on?: unknown }).on), kindIds)}`.replace(/[.?]$/, '');
  return Object.hasOwn(entry, first) ? `${at}: ${issue.message.replace(/\.$/, '')}` : `${at} is missing`;
}

/** A need that no kind has would make every verdict unknown. */
function wrongNeeds({ on, needs = [] }: Rule): string[] {
  const ids = on === 'code' || on === 'estate' || on === 'resource' || (typeof on === 'object' && 'trait' in on) ? undefined : typeof on === 'string' ? [on] : on;
  if (ids === undefined) return needs.length === 0 ? [] : ['needs is for rules on kinds: other resources have no attributes in common'];
  return ids.flatMap((id) => {
    const known = Object.keys((kinds[id] as Kind).attributes.shape);
    return needs.flatMap((need) => (known.includes(need) ? [] : [`needs: ${id} has no attribute ${need}.${didYouMean(need, known)} Known: ${known.join(', ')}`]));
  });
}
