import type { PropertyValue } from '../../../model/properties.ts';
import { hasSymbol, soleSymbol } from '../../../model/symbol.ts';
import { splitText } from './intrinsics/split.ts';
import { memberOf, textIn } from './sections.ts';
import type { JsonObject } from '../../../model/json.ts';
import { gapKinds, isUnknown, marker, meansResource, textOf, unknown } from './value.ts';

/**
 * Value of a parameter: what was given, else its default. Values of NoEcho parameters are never read, whoever gives them; of an SSM
 * parameter's value the name is known. Undefined if nobody gave a value.
 */
export function parameterValue(name: string, declared: JsonObject, given: PropertyValue | undefined): PropertyValue | undefined {
  const told = given ?? memberOf(declared, 'Default');
  const type = textIn(declared, 'Type') ?? 'String';
  const hidden = memberOf(declared, 'NoEcho');
  if (hidden === true || hidden === 'true') return secret(name, told);
  if (told === undefined || told === null) return undefined;
  if (type.startsWith('AWS::SSM::Parameter::Value')) return storedUnder(textOf(told as PropertyValue));
  if (isUnknown(told as PropertyValue)) return told as PropertyValue;
  if (type !== 'CommaDelimitedList' && !type.startsWith('List<')) return typeof told === 'object' ? textOf(told as PropertyValue) : told;
  return Array.isArray(told) ? (told as PropertyValue) : listIn(textOf(told as PropertyValue));
}

/** A reference to a resource may pass through a hidden parameter; a value may not. */
function secret(name: string, told: unknown): PropertyValue {
  const only = typeof told === 'string' ? soleSymbol(told) : undefined;
  return only && meansResource(only.id) ? (told as string) : unknown(`parameter ${name} is NoEcho, its value is not read`, marker(`parameter:${name}`));
}

function storedUnder(name: string): PropertyValue {
  const why = 'the value is read from an SSM parameter at deployment';
  return hasSymbol(name) ? unknown(why, marker('value'), [{ to: name, ...gapKinds.ssm }]) : unknown(why, marker(`ssm:${name}`));
}

function listIn(text: string): PropertyValue {
  const pieces = splitText(text, ',');
  return Array.isArray(pieces) ? pieces.map((piece) => (typeof piece === 'string' ? piece.trim() : piece)) : pieces;
}
