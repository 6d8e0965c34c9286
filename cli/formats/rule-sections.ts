// regionready-ignore-file code-region-literal -- the regions that the examples of rules are judged for
import type { z } from 'zod';
import { strategies, strategyTitles } from '../../model/intent.ts';
import type { Kind } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import { guards } from '../../rules/guards/index.ts';
import type { Guard } from '../../rules/guards/guard.ts';
import { effectsOf } from '../../rules/effect.ts';
import { practices } from '../../rules/framework-practices.ts';
import { practicesOf } from '../../rules/frameworks.ts';
import { categories, categoryOf, type CodeExample, type EstateExample, type Rule } from '../../rules/rule.ts';
import { severityOf } from '../../rules/settings.ts';

/** A piece of a page, before it is Markdown or terminal text. */
export type Block =
  | { readonly text: string }
  | { readonly list: readonly string[] }
  | { readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } }
  | { readonly code: string; readonly language: string; readonly caption?: string };

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** Everything that is to be said of a rule, with `more` after its examples. The page in docs/, `rules explain` and SARIF help are printed from this. */
export function ruleSections(rule: Rule, more: readonly Section[] = []): Section[] {
  const { id, why, fix, links } = rule;
  return [
    { heading: 'Severity', blocks: [severityTable(rule)] },
    { heading: 'Why it matters', blocks: [{ text: why }] },
    { heading: 'What it costs to leave it open', blocks: [effectBlock(rule)] },
    { heading: 'What to do', blocks: [{ text: fix }] },
    { heading: 'What it looks at', blocks: subjectBlocks(rule) },
    ...examples(rule),
    ...more,
    ...options(rule),
    { heading: 'Accepting a gap', blocks: accepting(id, rule.on === 'code') },
    { heading: 'Well-Architected', blocks: [{ list: practicesOf(id).map((practice) => `${practice} ${practices[practice].title}: ${practices[practice].url}`) }] },
    { heading: 'Read more', blocks: [{ list: links }] },
  ];
}

function severityTable(rule: Rule): Block {
  return { table: { head: ['Strategy', 'A gap is'], rows: strategies.map((strategy) => [strategyTitles[strategy], severityOf(rule, strategy, {})]) } };
}

function effectBlock(rule: Rule): Block {
  const [first, ...others] = effectsOf(rule);
  if (first !== undefined && others.length === 0) return { text: first.text };
  return { list: effectsOf(rule).map(({ strategies: of, text }) => `${of.join(', ')}: ${text}`) };
}

function subjectBlocks(rule: Rule): Block[] {
  const { on, needs = [] } = rule;
  const known: Readonly<Record<string, Kind>> = kinds as Readonly<Record<string, Kind>>;
  const ids = on === 'code' || on === 'estate' || on === 'resource' || (typeof on === 'object' && 'trait' in on) ? [] : typeof on === 'string' ? [on] : on;
  const rows = ids.flatMap((id) => needs.map((need) => [need, id, attributeText(known[id], need), Object.keys(known[id]?.read ?? {}).join(', ')]));
  return [
    { text: subjectText(on, ids.map((id) => known[id]?.title ?? id)) },
    ...(rows.length === 0
      ? []
      : [
          { text: 'It needs these attributes; while one of them is not told by any source, the verdict is unknown.' },
          { table: { head: ['Attribute', 'Of', 'What it says', 'Kind is read from'], rows } },
        ]),
    ...guardBlocks(rule),
  ];
}

function subjectText(on: Rule['on'], titles: readonly string[]): string {
  if (on === 'code') return 'Text in source code, templates and configuration that ties it to a region.';
  if (on === 'estate') return 'The estate as a whole.';
  if (on === 'resource') return 'Every resource at home.';
  if (typeof on === 'object' && 'trait' in on) return `Every resource at home with the trait ${on.trait}.`;
  return `Resources at home of ${titles.length === 1 ? 'the kind' : 'the kinds'} ${titles.join(', ')}.`;
}

function attributeText(kind: Kind | undefined, name: string): string {
  return (kind?.attributes.shape[name] as { description?: string } | undefined)?.description ?? '';
}

function guardBlocks({ id, on, unguarded = [] }: Rule): Block[] {
  if (on === 'code' || on === 'estate') return [];
  const all: readonly Guard[] = guards;
  const own = all.filter((guard) => guard.categories.includes(categoryOf(id)) && !(unguarded as readonly string[]).includes(guard.id));
  return own.length === 0 ? [] : [{ text: 'These exempt a resource from it, with the reason:' }, { list: own.map((guard) => `${guard.id}: ${guard.title}`) }];
}

/** Where examples live unless they say otherwise. */
const exampleHome = 'us-east-1';
const exampleTarget = 'eu-west-1';

const exampleHeadings = { gap: 'Examples with a gap', ready: 'Examples that are ready', unknown: 'Examples that are unknown', exempt: 'Examples that are exempt' } as const;

function examples(rule: Rule): Section[] {
  return (Object.keys(exampleHeadings) as (keyof typeof exampleHeadings)[]).flatMap((state) => {
    const own = rule.examples[state] ?? [];
    return own.length === 0 ? [] : [{ heading: exampleHeadings[state], blocks: own.flatMap((example) => (rule.on === 'code' ? codeBlocks(example as CodeExample) : estateBlocks(example as EstateExample))) }];
  });
}

function estateBlocks({ name, home, target, strategy, targetRegion = exampleTarget, residency, headroom, services = {}, learned = [], described = [] }: EstateExample): Block[] {
  const conditions = [...(strategy === undefined ? [] : [strategyTitles[strategy]]), ...(residency === undefined ? [] : [`data may be kept in ${residency.join(', ')}`]), ...(headroom === undefined ? [] : [`headroom ${headroom}`]), ...Object.entries(services).map(([service, said]) => `${service}: ${Object.entries(said).map(([what, value]) => `${what} ${value}`).join(', ')}`)];
  const first = { code: dedented(home), language: 'yaml', caption: caption(name, [`resources in ${exampleHome}`, ...conditions]) };
  const second = target === undefined ? [] : [{ code: dedented(target), language: 'yaml', caption: caption(undefined, [`resources in ${targetRegion}`]) }];
  const facts = learned.map((fact) => (fact.type === 'offer' ? `${fact.what} is ${fact.available ? '' : 'not '}available in ${fact.region}` : `${fact.asked}: ${fact.message}`));
  const answers = described.map((each) => ({ code: JSON.stringify(each.document, null, 2), language: 'json', caption: caption(undefined, [`AWS says of ${each.name} in ${each.region ?? exampleHome}`]) }));
  return [first, ...second, ...answers, ...(facts.length === 0 ? [] : [{ text: 'Learned besides:' }, { list: facts }])];
}

const codeLanguages = ['ts', 'py', 'java', 'go', 'hcl', 'yaml', 'sh'] as const satisfies readonly (keyof CodeExample)[];

function codeBlocks(example: CodeExample): Block[] {
  const { name, file, home, targets } = example;
  const told = [
    ...(file === undefined ? [] : [`in ${file}`]),
    ...(home === undefined ? [] : [`home ${home.join(', ') || 'not named'}`]),
    ...(targets === undefined ? [] : [targets.length === 0 ? 'no target named' : `for ${targets.join(', ')}`]),
  ];
  const texts = codeLanguages.flatMap((language) => (example[language] === undefined ? [] : [{ language, code: dedented(example[language]) }]));
  return texts.map((block, index) => (index > 0 || (name === undefined && told.length === 0) ? block : { ...block, caption: caption(name, told) }));
}

/** `Name. First, second:` */
function caption(name: string | undefined, parts: readonly string[]): string {
  return `${[...(name === undefined ? [] : [sentence(name)]), ...(parts.length === 0 ? [] : [sentence(parts.join(', '))])].join('. ')}:`;
}

function options({ id, options: schema }: Rule): Section[] {
  if (schema === undefined) return [];
  const rows = Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>).map(([name, option]) => [name, option.description ?? '', JSON.stringify(option.safeParse(undefined).data) ?? 'none']);
  const code = ['rules:', `  ${id}:`, '    options:', ...rows.map(([name = '', , value = '']) => `      ${name}: ${value}`)].join('\n');
  return [{ heading: 'Options', blocks: [{ table: { head: ['Option', 'What it does', 'Default'], rows } }, { code, language: 'yaml' }] }];
}

function accepting(id: string, isCode: boolean): Block[] {
  const exemption = ['exemptions:', `  - rule: ${id}`, `    subject: ${isCode ? '"legacy/*"' : 'name-or-arn'}`, '    reason: why the gap is accepted', '    until: 2030-01-31'].join('\n');
  const comment = `regionready-ignore ${id} -- why the gap is accepted`;
  return [
    { text: 'In the configuration, with a reason and, if it is to end, a last day:' },
    { code: exemption, language: 'yaml' },
    { text: 'Or in a comment on the line, or alone on the line before it:' },
    { code: comment, language: 'text' },
  ];
}

const sentence = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());

/** Text without the white space that all its lines begin with, and without empty lines around it. */
function dedented(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const depth = Math.min(...lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length));
  const cut = lines.map((line) => line.slice(Number.isFinite(depth) ? depth : 0));
  const first = cut.findIndex((line) => line !== '');
  const last = cut.findLastIndex((line) => line !== '');
  return cut.slice(Math.max(0, first), last + 1).join('\n');
}

export function ruleCategory(id: string): string {
  return categories[categoryOf(id)];
}
