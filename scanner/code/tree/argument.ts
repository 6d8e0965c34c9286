import { lexicon } from '../lexicon.ts';
import { chainTop, shownCallee } from './chain.ts';
import { ended, type Climb, type Position } from './climb.ts';
import { calledName, lastOf, literalOf, nameOf } from './names.ts';
import { around, numberAt, syntaxOf, type Node } from './node.ts';
import type { Call } from './syntax.ts';
import { isDefaultName, makesConfig, makesList, makesMap, makesSet, passesOn, readsSetting, readsWithDefault, searches, settingOf, takesDefault, takesPattern } from './words.ts';

const tellsOfPlaces = /region|zone|endpoint|url|host|bucket|arn|ami|location/i;
const setsByName = /^(?:set|put|add|with|define|register|export)/i;

interface Asked {
  readonly call: Call;
  readonly climb: Climb;
}

/** What a call does with an argument; undefined if the value comes out of it again. */
export function argument(node: Node, { call, climb }: Asked): Position | undefined {
  const said = call.labels?.[numberAt(call.arguments, climb.start)];
  if (said !== undefined && isDefaultName.test(said)) climb.role ??= 'default';
  else climb.name ??= said;
  if (call.command !== undefined) return ofCommand(node, call, climb);
  const full = calledName(call) ?? '';
  const last = lastOf(full);
  const reached = { callee: node, calleeName: shownCallee(node, call), whole: chainTop(node) };
  const number = numberAt(call.arguments, climb.start);
  if (climb.inFunction) {
    delete climb.inFunction;
    if (!takesDefault.test(last) && !readsWithDefault.test(last)) return ended(climb, 'return');
  }
  if (passesOn.test(full)) return undefined;
  const made = collected(full, climb, { node, number, call });
  if (made) return undefined;
  if (takesPattern.test(full) && (number === 0 || (number === 1 && /Regex\.\w+$/.test(full)))) {
    climb.pattern = true;
    climb.role ??= 'argument';
    return void (climb.reached ??= reached);
  }
  if (searches.test(last)) return ended(climb, 'comparison', { ...reached, against: call.arguments.find((_, index) => index !== number) ?? call.of });
  const key = keyOf(call, number);
  if (isDefault(last, { key, number, call, climb })) {
    climb.role = 'default';
    climb.name ??= key;
    return void (climb.reached ??= { ...reached, callee: undefined });
  }
  const setting = call.arguments.length === 1 ? settingOf(last) : undefined;
  climb.name ??= setting ?? (key !== undefined && (tellsOfPlaces.test(key) || setsByName.test(last)) ? key : undefined);
  if ((setting !== undefined && /^With[A-Z]/.test(last) && isArgument(node)) || makesConfig.test(reached.calleeName ?? '')) {
    climb.reached = reached;
    climb.config = true;
    return undefined;
  }
  if (call.annotates !== undefined) return annotated(call.annotates, { climb, reached });
  return ended({ ...climb, reached: undefined }, 'argument', reached);
}

/** @Value("${aws.region:eu-west-1}") gives the field that it stands at a value. */
function annotated(of: Node, { climb, reached }: { readonly climb: Climb; readonly reached: Partial<Position> }): Position {
  const name = nameOf(of);
  return ended({ ...climb, reached: undefined }, 'argument', { ...reached, name: climb.name ?? name, binding: { of, path: [] } });
}

/** What a command of a shell does with a word. */
function ofCommand(node: Node, call: Call, climb: Climb): Position | undefined {
  if (call.command === 'returns') return undefined;
  if (call.command === 'prints' && isWholeResult(call)) return ended({ ...climb, reached: undefined }, 'return');
  return ended({ ...climb, reached: undefined }, call.command === 'prints' ? 'text' : 'argument', { callee: node, calleeName: call.name, whole: node });
}

/** A function of a shell returns a value by printing it. */
function isWholeResult({ arguments: [only, ...more] }: Call): boolean {
  if (only === undefined || more.length > 0 || !lexicon.isRegion(literalOf(only) ?? '')) return false;
  for (const at of around(only)) if (syntaxOf(at)?.is === 'function') return true;
  return false;
}

interface Collected {
  readonly node: Node;
  readonly number: number;
  readonly call: Call;
}

/** Functions that make a list, set or map. */
function collected(full: string, climb: Climb, { node, number, call }: Collected): boolean {
  if (makesList.test(full) || makesSet.test(full)) {
    climb.role ??= 'element';
    climb.whole ??= node;
    return true;
  }
  if (!makesMap.test(full)) return false;
  if (syntaxOf(call.arguments[number] ?? node)?.is === 'text') {
    if (number % 2 === 0) climb.role ??= 'key';
    else climb.name ??= literalOf(call.arguments[number - 1] ?? node);
  }
  climb.whole ??= node;
  return true;
}

interface Candidate {
  readonly key: string | undefined;
  readonly number: number;
  readonly call: Call;
  readonly climb: Climb;
}

/** Whether the argument is what a call gives where it finds nothing. */
function isDefault(last: string, { key, number, call, climb }: Candidate): boolean {
  const alone = call.arguments.length < 2;
  if (climb.role !== undefined && climb.role !== 'interpolation') return false;
  if (takesDefault.test(last)) return alone || number > 0;
  if (number <= 0) return false;
  if (readsWithDefault.test(last)) return true;
  return key !== undefined && climb.path.length === 0 && ((/region/i.test(key) && readsSetting.test(last) && !setsByName.test(last)) || key.startsWith('-') || (call.arguments.length === 2 && /^(?!set|put|unset|add).*(?:env|default)/i.test(last)));
}

/** Text of the first argument, where it names what another one is for. */
function keyOf({ arguments: all }: Call, number: number): string | undefined {
  const texts = all.slice(0, 2).map((argument) => (syntaxOf(argument)?.is === 'text' ? literalOf(argument) : undefined));
  const index = Math.max(texts.findIndex((each) => each?.startsWith('--')), texts.findIndex((each) => each !== undefined));
  return index === number ? undefined : texts[index];
}

function isArgument(call: Node): boolean {
  for (let at = call.parent; at !== undefined; at = at.parent) {
    const syntax = syntaxOf(at);
    if (syntax !== undefined) return syntax.is === 'call' || syntax.is === 'collection';
  }
  return false;
}

/** A method of the value itself: 'a,b'.split(','), ["us-east-1"].contains(region). */
export function method(at: Node, node: Node, climb: Climb): Position | undefined {
  const call = syntaxOf(node);
  if (call?.is !== 'call') return undefined;
  const name = calledName(call) ?? '';
  if (!searches.test(lastOf(name))) return undefined;
  return { ...ended(climb, 'comparison'), role: 'comparison', against: call.arguments[0], calleeName: lastOf(name), callee: undefined, whole: at };
}
