import type { Json } from '../../../../model/json.ts';
import type { PropertyValue } from '../../../../model/properties.ts';
import { hasSymbol } from '../../../../model/symbol.ts';
import type { Scope } from '../scope.ts';
import { isObject, memberOf } from '../sections.ts';
import { identifies, isReference, isUnknown, mentionsOf, unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';
import { isOpaque, outsideSymbols } from './split.ts';

export const select: Intrinsic = (argument, scope) => {
  if (!Array.isArray(argument) || argument.length !== 2) return unknown('Fn::Select without an index and a list');
  const [rawIndex = null, rawList = null] = argument as readonly Json[];
  const index = Number(scope.evaluate(rawIndex));
  if (!Number.isInteger(index) || index < 0) return unknown('Fn::Select with an index that is not known');
  const pieces = splitBy(rawList, scope);
  if (pieces) return piece(pieces.text, pieces.delimiter, index);
  const list = scope.evaluate(rawList);
  if (isUnknown(list)) return unknown(list.$unresolved, list.text, list.mentions);
  // An attribute that is a list: its symbol stands for each element.
  if (typeof list === 'string' && hasSymbol(list)) return list;
  if (!Array.isArray(list)) return unknown('Fn::Select from something that is no list');
  const end = list.at(-1);
  return list[index] ?? (end !== undefined && isUnknown(end) ? end : unknown(`the list has ${list.length} elements, number ${index} is asked`));
};

/** The text and delimiter where the list is split from a text: pieces before the first doubtful one are known by their number. */
function splitBy(raw: Json, scope: Scope): { text: string; delimiter: string } | undefined {
  const call = isObject(raw) && Object.keys(raw).length === 1 ? memberOf(raw, 'Fn::Split') : undefined;
  if (!Array.isArray(call) || call.length !== 2) return undefined;
  const [delimiter, text] = call.map((part) => scope.evaluate(part));
  return typeof delimiter === 'string' && delimiter !== '' && typeof text === 'string' ? { text, delimiter } : undefined;
}

function piece(text: string, delimiter: string, index: number): PropertyValue {
  const pieces = outsideSymbols(text, delimiter);
  const doubtful = pieces.findIndex((each) => isOpaque(each, delimiter));
  if (doubtful === -1 || index < doubtful) return pieces[index] ?? unknown(`the text splits into ${pieces.length}, number ${index} is asked`);
  const rest = pieces.slice(doubtful).join(delimiter);
  const why = 'a part of a text that is only known at deployment';
  if (!mentionsOf(rest).some(({ to }) => isReference(to))) return unknown(why);
  return identifies(rest) && pieces.length === 1 ? rest : unknown(why, undefined, mentionsOf(rest));
}
