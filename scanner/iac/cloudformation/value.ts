import { identifiersIn } from '../../../model/identifier.ts';
import type { EdgeType } from '../../../model/edge.ts';
import { isUnresolved, type PropertyValue, type Unresolved } from '../../../model/properties.ts';
import { hasSymbol, soleSymbol, symbol, symbolsIn } from '../../../model/symbol.ts';

/** An identifier that a value mentions although the value itself is not known. */
export interface Mention {
  readonly to: string;
  readonly edge?: EdgeType;
  readonly target?: string;
}

/** A value that the template leaves to deployment. */
export interface Unknown extends Unresolved {
  /** How it stands inside a longer text. */
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/**
 * Symbols that mean no resource but say what a gap in a text is: ⟦account⟧, ⟦parameter:Env⟧, ⟦condition:HasKey⟧, ⟦ssm:/app/key⟧,
 * ⟦secretsmanager:db⟧, ⟦value⟧. They stay out of references.
 */
export const marker = (id: string): string => symbol(id.replace(/[⟦⟧#]/g, '*'));

export function unknown(why: string, text: string = marker('value'), mentions: readonly Mention[] = []): Unknown {
  return { $unresolved: why, text, mentions };
}

/** AWS::NoValue: removes the member that holds it. */
export const noValue: Unknown = unknown('AWS::NoValue', '');

export function isUnknown(value: PropertyValue): value is Unknown {
  return isUnresolved(value) && typeof (value as Partial<Unknown>).text === 'string';
}

/** Whether a symbol stands for a resource or an export, not for a gap in a text. */
export const meansResource = (id: string): boolean => /^(?:cloudformation|export|output):/.test(id);

/** Whether every part of the text is known or identified by a resource: nothing depends on what was not given. */
export function isTold(value: PropertyValue): boolean {
  return typeof value === 'string' ? symbolsIn(value).every(({ id }) => meansResource(id)) : !isUnresolved(value);
}

/** The text that a value gives inside Sub and Join. */
export function textOf(value: PropertyValue): string {
  if (typeof value === 'string') return value;
  if (isUnknown(value)) return value.text;
  if (value === null) return '';
  return typeof value === 'object' ? marker('value') : String(value);
}

/** Longest text that functions may put together; user data ends at 16 kB, templates at 1 MB. */
export const textLimit = 1_000_000;

/** The parts in a row. Gaps are kept as markers where the text around them still identifies something; else the whole is unknown. */
export function concat(parts: readonly PropertyValue[], delimiter = ''): PropertyValue {
  const texts: string[] = [];
  let length = 0;
  for (const part of parts) {
    const text = textOf(part);
    length += text.length + delimiter.length;
    if (length > textLimit) return unknown(`the text grows past ${textLimit} characters`);
    texts.push(text);
  }
  const text = texts.join(delimiter);
  const gap = parts.find(isUnresolved);
  if (gap === undefined || identifies(text)) return text;
  return unknown(gap.$unresolved, parts.length === 1 ? text : marker('value'), parts.flatMap((part) => (isUnknown(part) ? part.mentions : [])));
}

/** Whether something other than gaps and punctuation is in the text. */
export function identifies(text: string): boolean {
  if (!hasSymbol(text)) return /[A-Za-z0-9]/.test(text);
  return symbolsIn(text).some(({ id }) => meansResource(id)) || /[A-Za-z0-9]/.test(withoutSymbols(text));
}

export function withoutSymbols(text: string): string {
  return text.replace(/⟦[^⟧]*⟧/g, '');
}

/** Everything that a value mentions, known or not. */
export function mentionsOf(value: PropertyValue): Mention[] {
  if (typeof value === 'string') return [...identifiersIn(value).filter(isReference).map((to) => ({ to })), ...gapsIn(value)];
  if (isUnknown(value)) return [...mentionsOf(value.text), ...value.mentions];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((member) => mentionsOf(member as PropertyValue));
}

/** Whether an identifier found in a text means something, and is no marker. */
export function isReference(to: string): boolean {
  const only = soleSymbol(to);
  return only === undefined || meansResource(only.id);
}

/** SSM parameters and secrets whose values stand in the text. */
function gapsIn(text: string): Mention[] {
  return symbolsIn(text).flatMap(({ id }): Mention[] => {
    const at = id.indexOf(':');
    const service = id.slice(0, Math.max(at, 0));
    return Object.hasOwn(gapKinds, service) ? [{ to: id.slice(at + 1), ...gapKinds[service as keyof typeof gapKinds] }] : [];
  });
}

/** What a dynamic reference reads, by the service that it names. */
export const gapKinds = {
  ssm: { edge: 'reads', target: 'AWS::SSM::Parameter' },
  'ssm-secure': { edge: 'uses-secret', target: 'AWS::SSM::Parameter' },
  secretsmanager: { edge: 'uses-secret', target: 'AWS::SecretsManager::Secret' },
} as const satisfies Readonly<Record<string, Omit<Mention, 'to'>>>;
