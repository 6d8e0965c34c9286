import { ts } from './compiler.cjs';
import type { Role } from '../../../model/occurrence.ts';
import type { Sighting } from '../language.ts';
import { lexicon, type Hints, type Match } from '../lexicon.ts';
import { isForPeople, isLinkToFollow } from '../prose.ts';
import { constructAt, type Found } from './construct.ts';
import { isAnswered } from './fallback.ts';
import { isInStandInArm } from './guard.ts';
import { dottedName, enclosingOf } from './names.ts';
import { positionOf, type Binding, type Position } from './position.ts';
import { isConcatenation, isText, render, type Rendered } from './rendered.ts';
import { serviceOfCallee } from './service.ts';
import { siblingsOf } from './siblings.ts';
import { anyWithin, sourceOf, visitAt } from './tree.ts';

/** A sighting before names are followed: with the name that its value is bound to, if any. */
export interface Seen {
  readonly sighting: Sighting;
  readonly binding: Binding | undefined;
}

/** Everything region-bearing in a file outside of comments. */
export function readTree(file: ts.SourceFile): Seen[] {
  const offsets = lexicon.candidates(file.text);
  const seen: Seen[] = [];
  const told = new Set<ts.Node>();
  visitAt(file, offsets, (node) => {
    if (told.has(node)) return;
    const found = constructNode(node) ? constructAt(node, file, hintsOf(positionOf(node), file)) : undefined;
    if (found) {
      for (const part of found.told) told.add(part);
      seen.push(...ofConstruct(node, found, file));
    } else if (isLiteral(node) && anyWithin(offsets, node.getStart(file), node.end)) {
      const rendered = render(node, file);
      for (const part of rendered.parts) told.add(part);
      seen.push(...ofText(node, rendered, file));
    } else seen.push(...ofOther(node, file));
  });
  return seen;
}

function constructNode(node: ts.Node): boolean {
  return ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node) || ts.isNewExpression(node) || ts.isEnumDeclaration(node) || ts.isUnionTypeNode(node) || ts.isSwitchStatement(node);
}

function isLiteral(node: ts.Node): boolean {
  return isText(node) || (isConcatenation(node) && hasText(node));
}

/** Whether a chain of + holds a literal; sums of numbers are no text. */
function hasText(chain: ts.BinaryExpression): boolean {
  for (let at: ts.Expression = chain; ; at = at.left) {
    if (!isConcatenation(at)) return isText(at);
    if (isText(at.right)) return true;
  }
}

function hintsOf({ name, calleeName, against }: Position, file: ts.SourceFile): Hints {
  return { name, callee: calleeName, against: against && sourceOf(against, file) };
}

function ofConstruct(node: ts.Node, { kind, side, content, entries, size, fallback, stretch }: Found, file: ts.SourceFile): Seen[] {
  const [first] = entries;
  if (!first) return [];
  const position = ts.isSwitchStatement(node) || ts.isEnumDeclaration(node) ? undefined : positionOf(node);
  const name = ts.isSwitchStatement(node) ? dottedName(node.expression) : ts.isEnumDeclaration(node) ? node.name.text : position?.name;
  const role: Role = kind === 'switch' ? 'case' : kind === 'union' ? 'type' : kind === 'list' || kind === 'set' ? (position?.role === 'comparison' ? 'comparison' : 'element') : side === 'key' ? 'key' : 'value';
  const regions = [...new Set(entries.flatMap((entry) => entry.regions))].sort();
  const answered = fallback || (position?.binding !== undefined && isAnswered(position.binding, file));
  const { form, text, from, to } = first;
  const construct = { kind, ...(side ? { side } : {}), content, entries: size, fallback: answered, regions, ...(name === undefined ? {} : { name }), ...stretch };
  return [{ sighting: { ...around(node, position), form, text, role, regions, name, from, to, construct }, binding: position?.binding }];
}

/** What the syntax around a node adds to every sighting. */
function around(node: ts.Node, position: Position | undefined): Pick<Sighting, 'callee' | 'service' | 'siblings' | 'enclosing' | 'scope'> {
  const siblings = position?.whole === undefined ? [] : siblingsOf(node, position.whole);
  return {
    callee: position?.calleeName,
    service: position?.callee && serviceOfCallee(position.callee),
    enclosing: enclosingOf(node),
    ...(siblings.length > 0 ? { siblings } : {}),
    ...(isInStandInArm(node) ? { scope: 'test' as const } : {}),
  };
}

/** Members that hold the source of a pattern: JSON Schema's pattern, CloudFormation's AllowedPattern. */
const patternName = /(?:^|_)(?:pattern|format|re)$|[a-z]Pattern$|regexp?$/i;

function ofText(node: ts.Node, rendered: Rendered, file: ts.SourceFile): Seen[] {
  const position = positionOf(node);
  const { text } = rendered;
  const inPattern = position.pattern === true || (patternName.test(position.name ?? '') && /[\\[({^]/.test(text));
  const matches = inPattern ? lexicon.classifyPattern(text) : lexicon.classify(text, hintsOf(position, file)).filter(({ from, to }) => !rendered.isInserted(from, to));
  if (matches.length === 0) return [];
  const beside = around(node, position);
  const list = matches.length > 1 ? listIn(matches, text) : undefined;
  return (list ? matches.slice(0, 1) : matches).map((match) => {
    const partial = match.from > 0 || match.to < text.length;
    const sighting: Sighting = {
      ...beside,
      ...stretchOf(match, rendered, inPattern),
      form: match.form,
      text: match.text,
      regions: list ? list.regions : match.regions,
      role: list ? 'element' : roleOf(position, match, text),
      name: position.name,
      ...(partial ? { within: text } : {}),
      ...(inPattern ? { pattern: text } : {}),
      ...(list ? { construct: { kind: 'list', content: 'codes', entries: matches.length, fallback: false, regions: list.regions, name: position.name, from: rendered.from, to: rendered.to } } : {}),
    };
    return { sighting, binding: partial && !list ? undefined : position.binding };
  });
}

/** Offsets inside an escaped pattern are not those of the source. */
function stretchOf(match: Match, rendered: Rendered, inPattern: boolean): { from: number; to: number } {
  return inPattern ? { from: rendered.from, to: rendered.to } : rendered.place(match.from, match.to);
}

function roleOf({ role, name, calleeName }: Position, match: Match, text: string): Role {
  if (match.form === 'region-env' || role === 'comparison' || role === 'case' || role === 'key' || role === 'type' || role === 'default') return role;
  if (match.form === 'endpoint' && isLinkToFollow(text, match.from)) return role;
  return isForPeople({ text, from: match.from, name, callee: role === 'argument' || role === 'interpolation' ? calleeName : undefined }) ? 'text' : role;
}

/** Codes in one literal with nothing but separators between: 'us-east-1,eu-west-1'. */
function listIn(matches: readonly Match[], text: string): { readonly regions: string[] } | undefined {
  const [{ form }] = matches as [Match];
  if ((form !== 'region' && form !== 'zone') || matches.some((match) => match.form !== form)) return undefined;
  const gaps = [...matches.map(({ from }, index) => text.slice(matches[index - 1]?.to ?? 0, from)), text.slice(matches.at(-1)?.to)];
  return gaps.every((gap) => /^[\s,;|/[\]"']*$/.test(gap)) ? { regions: [...new Set(matches.flatMap(({ regions }) => regions))].sort() } : undefined;
}

/** Enum constants, environment variables, keys without quotes, regular expressions, text between tags. */
function ofOther(node: ts.Node, file: ts.SourceFile): Seen[] {
  if (ts.isPropertyAccessExpression(node)) return ofName(node, node.name, file);
  if (ts.isIdentifier(node) && node.parent && (ts.isPropertyAssignment(node.parent) || ts.isEnumMember(node.parent)) && node.parent.name === node) {
    return lexicon.classifyName(node.text)?.form === 'region-enum' ? ofName(node, node, file) : [];
  }
  if (ts.isRegularExpressionLiteral(node)) return ofPattern(node, file);
  if (!ts.isJsxText(node)) return [];
  return lexicon.classify(node.text).map((match) => ({
    sighting: { form: match.form, text: match.text, regions: match.regions, role: 'text', from: node.pos + match.from, to: node.pos + match.to, enclosing: enclosingOf(node) },
    binding: undefined,
  }));
}

function ofName(node: ts.Node, name: ts.MemberName, file: ts.SourceFile): Seen[] {
  const match = lexicon.classifyName(name.text);
  if (!match) return [];
  if (match.form === 'region-env' && !/(?:^|\.)env\./.test(dottedName(node) ?? '')) return [];
  const position = positionOf(node);
  const { form, text, regions } = match;
  return [{
    sighting: { ...around(node, position), form, text, regions, role: position.role, name: position.name, from: name.getStart(file), to: name.end },
    binding: form === 'region-env' ? undefined : position.binding,
  }];
}

function ofPattern(node: ts.RegularExpressionLiteral, file: ts.SourceFile): Seen[] {
  const from = node.getStart(file);
  const pattern = node.text.slice(1, node.text.lastIndexOf('/'));
  const position = positionOf(node);
  return lexicon.classifyPattern(pattern).map((match) => ({
    sighting: { ...around(node, position), form: match.form, text: match.text, regions: match.regions, role: position.role, name: position.name, from, to: node.end, pattern },
    binding: undefined,
  }));
}
