import type { Role } from '../../../model/occurrence.ts';
import type { Sighting } from '../language.ts';
import { lexicon, type Hints, type Match } from '../lexicon.ts';
import { isForPeople, isLinkToFollow } from '../prose.ts';
import type { Binding, Position } from './climb.ts';
import { constructAt, type Found } from './construct.ts';
import { enumMatch } from './entry.ts';
import { isAnswered } from './fallback.ts';
import type { Grammar } from './grammar.ts';
import { isInStandInArm } from './guard.ts';
import { bareName, dottedName, enclosingOf, nameOf } from './names.ts';
import { syntaxOf, textOf, visitAt, type Node, type Tree } from './node.ts';
import { positionOf } from './position.ts';
import { isLiteral, render, type Rendered } from './rendered.ts';
import { serviceAt } from './service.ts';
import { siblingsOf } from './siblings.ts';

/** A sighting before names are followed: with the name that its value is bound to, if any. */
export interface Seen {
  readonly sighting: Sighting;
  readonly binding: Binding | undefined;
}

/** Everything region-bearing in a file outside of comments. */
export function readTree(tree: Tree, offsets: readonly number[], grammar: Grammar): Seen[] {
  const seen: Seen[] = [];
  const told = new Set<Node>();
  visitAt(tree.root, offsets, (node) => {
    if (told.has(node)) return;
    const syntax = syntaxOf(node);
    const found = mayBeConstruct.has(syntax?.is ?? 'comment') ? constructAt(node, { grammar, hints: syntax?.is === 'block' || syntax?.is === 'file' ? {} : hintsOf(placeOf(node, grammar)) }) : undefined;
    if (found) {
      for (const part of found.told) told.add(part);
      seen.push(...ofConstruct(node, found, grammar));
    } else if (isLiteral(node)) {
      const rendered = render(node, grammar);
      for (const part of rendered.parts) told.add(part);
      seen.push(...ofText(node, rendered, grammar));
    } else if (syntax?.is === 'pattern') seen.push(...ofPattern(node, grammar));
    else if (syntax?.is === 'name') seen.push(...ofName(node, grammar));
  });
  return seen;
}

const mayBeConstruct: ReadonlySet<string> = new Set(['collection', 'call', 'loop', 'enum', 'switch', 'block', 'file']);

/** The position of a node, or of what it belongs to where it stands apart. */
function placeOf(node: Node, { home }: Grammar): Position {
  return positionOf(home?.(node) ?? node);
}

function hintsOf({ name, calleeName, against }: Position): Hints {
  return { name, callee: calleeName, against: against && textOf(against).slice(0, 80) };
}

/** What the syntax around a node adds to every sighting. */
function around(node: Node, position: Position | undefined, grammar: Grammar): Pick<Sighting, 'callee' | 'service' | 'siblings' | 'enclosing' | 'scope'> {
  const siblings = position?.whole === undefined ? [] : siblingsOf(node, position.whole);
  return {
    callee: position?.calleeName,
    service: position?.callee && serviceAt(position.callee, grammar),
    enclosing: enclosingOf(node),
    ...(siblings.length > 0 ? { siblings } : {}),
    ...(grammar.isTest?.(node) === true || isInStandInArm(node) ? { scope: 'test' as const } : {}),
  };
}

function ofConstruct(node: Node, { kind, side, content, entries, size, fallback, stretch, at }: Found, grammar: Grammar): Seen[] {
  const [first] = entries;
  if (!first) return [];
  const syntax = syntaxOf(node);
  const own = syntax?.is === 'switch' ? dottedName(syntax.subject) : syntax?.is === 'enum' ? nameOf(syntax.name) : at && dottedName(at);
  const position: Position | undefined = at ? { role: 'value', binding: { of: at, path: [] } } : syntax?.is === 'switch' || syntax?.is === 'enum' ? undefined : syntax?.is === 'loop' ? positionOf(first.node) : placeOf(node, grammar);
  const name = own ?? position?.name;
  const regions = [...new Set(entries.flatMap((entry) => entry.regions))].sort();
  const answered = fallback || (position?.binding !== undefined && isAnswered(position.binding, grammar));
  const { form, text, from, to } = first;
  const construct = { kind, ...(side ? { side } : {}), content, entries: size, fallback: answered, regions, ...(name === undefined ? {} : { name }), ...stretch };
  return [{ sighting: { ...around(at ?? node, position, grammar), form, text, role: roleOfConstruct({ kind, side }, position), regions, name, from, to, construct }, binding: position?.binding }];
}

function roleOfConstruct({ kind, side }: Pick<Found, 'kind' | 'side'>, position: Position | undefined): Role {
  if (kind === 'switch') return 'case';
  if (kind === 'union') return 'type';
  if (kind === 'list' || kind === 'set') return position?.role === 'comparison' ? 'comparison' : 'element';
  return side === 'key' ? 'key' : 'value';
}

/** Members that hold the source of a pattern. */
const patternName = /(?:^|_)(?:pattern|format|re)$|[a-z]Pattern$|regexp?$/i;

function ofText(node: Node, rendered: Rendered, grammar: Grammar): Seen[] {
  const position = placeOf(node, grammar);
  const text = position.pattern === true ? rendered.text.replace(/^([/#~@%])([\s\S]*)\1[a-z]*$/, '$2') : rendered.text;
  const inPattern = position.pattern === true || (patternName.test(position.name ?? '') && /[\\[({^]/.test(text));
  const matches = inPattern ? lexicon.classifyPattern(text) : lexicon.classify(text, hintsOf(position)).filter(({ from, to }) => !rendered.isInserted(from, to));
  if (matches.length === 0) return [];
  const beside = around(node, position, grammar);
  const list = matches.length > 1 ? listIn(matches, text) : undefined;
  return (list ? matches.slice(0, 1) : matches).map((match) => {
    const partial = match.from > 0 || match.to < text.length;
    const sighting: Sighting = {
      ...beside,
      ...(inPattern ? { from: rendered.from, to: rendered.to } : rendered.place(match.from, match.to)),
      form: match.form,
      text: match.text,
      regions: list ? list.regions : match.regions,
      role: list ? 'element' : partial && /\s/.test(text) && isThrown(node) ? 'text' : roleOf(position, match, text),
      name: position.name ?? keyBefore(text, match.from),
      ...(partial ? { within: text } : {}),
      ...(inPattern ? { pattern: text } : {}),
      ...(list ? { construct: { kind: 'list', content: 'codes', entries: matches.length, fallback: false, regions: list.regions, name: position.name, from: rendered.from, to: rendered.to } } : {}),
    };
    return { sighting, binding: partial && !list ? undefined : position.binding };
  });
}

/** The option or variable that a part of a text is the value of: region of --region=us-east-1. */
function keyBefore(text: string, from: number): string | undefined {
  return /(?:^|[\s"',;({])-{0,2}([A-Za-z][\w.-]{0,60})=["']?$/.exec(text.slice(Math.max(0, from - 70), from))?.[1];
}

/** How far around a place a sentence is looked at. */
const sentenceLength = 400;

const fixedRoles: ReadonlySet<Role> = new Set(['comparison', 'case', 'key', 'type', 'default']);

/** Annotations that describe an interface to people: @Example(code = "…"), @Schema(example = "…"). */
const describing = /(?:^|\.)(?:Examples?|ExampleObject|Schema|Operation|Tag|Parameter|ApiResponse|ApiModelProperty|ApiProperty|ApiOperation|ApiParam|OpenAPIDefinition|Plugin|PluginProperty|Description|Doc(?:umentation)?)$/;

function isExplained(callee: Node | undefined, name = ''): boolean {
  if (callee === undefined || !describing.test(name)) return false;
  return callee.type === 'annotation' || callee.type === 'attribute' || callee.parent?.type === 'annotation' || callee.parent?.type === 'attribute';
}

/** Nodes between a text and the statement that throws it. */
const throwHeight = 8;

/** Words of an error: raise NoRegion("us-east-1 is not there"). */
function isThrown(node: Node): boolean {
  let at: Node | undefined = node.parent;
  for (let height = 0; at !== undefined && height < throwHeight; height += 1, at = at.parent) if (/^(?:raise|throw)_(?:statement|expression)$/.test(at.type)) return true;
  return false;
}

function roleOf({ role, name, callee, calleeName }: Position, match: Match, text: string): Role {
  if (match.form === 'endpoint' && isLinkToFollow(text, match.from)) return role;
  if (match.form === 'region-env' || (fixedRoles.has(role) && (role !== 'default' || match.to - match.from === text.length))) return role;
  // A placeholder with a value for the case that nothing is filled in: ${aws.region:eu-west-1}, ${AWS_REGION:-eu-west-1}; the tag of a field: default:"eu-west-1".
  if (/\$\{[\w.-]{1,80}:?[-:=]\s?$|(?:^|\s)(?:default|envDefault|env-default):"$/.test(text.slice(Math.max(0, match.from - 90), match.from))) return 'default';
  const from = Math.max(text.lastIndexOf('\n', match.from) + 1, match.from - sentenceLength);
  const next = text.indexOf('\n', match.from);
  const line = text.slice(from, Math.min(next === -1 ? text.length : next, match.to + sentenceLength));
  return isExplained(callee, calleeName) || isForPeople({ text: line, from: match.from - from, name, callee: role === 'argument' || role === 'interpolation' ? calleeName : undefined }) ? 'text' : role;
}

/** Codes in one literal with nothing but separators between: 'us-east-1,eu-west-1'. */
function listIn(matches: readonly Match[], text: string): { readonly regions: string[] } | undefined {
  const [{ form }] = matches as [Match];
  if ((form !== 'region' && form !== 'zone') || matches.some((match) => match.form !== form)) return undefined;
  const gaps = [...matches.map(({ from }, index) => text.slice(matches[index - 1]?.to ?? 0, from)), text.slice(matches.at(-1)?.to)];
  return gaps.every((gap) => /^[\s,;|/[\]"']*$/.test(gap)) ? { regions: [...new Set(matches.flatMap(({ regions }) => regions))].sort() } : undefined;
}

/** Constants of SDKs, keys without quotes, environment variables. */
function ofName(node: Node, grammar: Grammar): Seen[] {
  if (node.type === grammar.variable) {
    const match = lexicon.classifyName(bareName(node).replace(/^env[.:]/i, ''));
    return match?.form === 'region-env' ? [named(node, match, { grammar })] : [];
  }
  const match = enumMatch(node);
  const holder = node.parent && syntaxOf(node.parent);
  const isConstant = (holder?.is === 'member' && holder.name === node) || (holder?.is === 'pair' && holder.key === node) || (holder?.is === 'enum-member' && holder.name === node) || holder?.is === 'case';
  if (!match || !(isConstant || (syntaxOf(node)?.is === 'name' && isImportedConstant(node)))) return [];
  return [named(holder?.is === 'member' ? (node.parent as Node) : node, match, { grammar, shown: node })];
}

/** Members of the SDK's types of regions that a file imports by their bare names: import static ….Region.EU_WEST_2; */
const importsConstant = /^[ \t]*(?:import|(?:global[ \t]+)?using)[ \t]+(?:static[ \t]+)?[\w.]{1,200}\.(?:Regions?|RegionEndpoint)(?:\.(\w{1,60}|\*))?[ \t]*;?[ \t]*$/gm;
const importedConstants = new WeakMap<Tree, ReadonlySet<string>>();

function isImportedConstant(node: Node): boolean {
  const holder = node.parent && syntaxOf(node.parent);
  if (holder === undefined ? /import|using|scoped_identifier|qualified|identifier$/.test(node.parent?.type ?? '') : holder.is === 'import' || holder.is === 'member' || holder.is === 'type' || holder.is === 'class') return false;
  const known = importedConstants.get(node.tree) ?? new Set(Array.from(node.tree.text.matchAll(importsConstant), ([line, own]) => own ?? (/\bstatic\b/.test(line) ? '*' : '')));
  importedConstants.set(node.tree, known);
  return known.has('*') || known.has(bareName(node));
}

function named(node: Node, { form, text, regions }: Match, { grammar, shown = node }: { readonly grammar: Grammar; readonly shown?: Node }): Seen {
  const position = placeOf(node, grammar);
  return {
    sighting: { ...around(node, position, grammar), form, text, regions, role: isReported(position) ? 'text' : position.role, name: position.name, from: shown.from, to: shown.to },
    binding: form === 'region-env' ? undefined : position.binding,
  };
}

/** Put into words that are logged or thrown. */
const isReported = ({ role, calleeName }: Position): boolean => role === 'interpolation' && isForPeople({ text: '', from: 0, callee: calleeName });

/** A regular expression that the language has a literal for. */
function ofPattern(node: Node, grammar: Grammar): Seen[] {
  const { from, to } = node;
  const source = textOf(node);
  const pattern = source.replace(/^\/([\s\S]*)\/[a-z]*$/, '$1');
  const position = placeOf(node, grammar);
  return lexicon.classifyPattern(pattern).map((match) => ({
    sighting: { ...around(node, position, grammar), form: match.form, text: match.text, regions: match.regions, role: position.role, name: position.name, from, to, pattern },
    binding: undefined,
  }));
}
