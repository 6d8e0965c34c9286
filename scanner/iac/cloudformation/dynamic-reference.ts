import { isUnresolved, type PropertyValue } from '../../../model/properties.ts';
import { hasSymbol, soleSymbol } from '../../../model/symbol.ts';
import { outsideSymbols } from './intrinsics/split.ts';
import { gapKinds, identifies, marker, meansResource, type Mention, unknown } from './value.ts';

const dynamic = /\{\{resolve:(ssm|ssm-secure|secretsmanager):([^{}]+)\}\}/g;

/**
 * The value with its dynamic references (`{{resolve:ssm:/app/host}}`) replaced: what they read is known by name and never by value, so
 * that a text that is nothing but such a reference is unknown and mentions the parameter or secret.
 */
export function withoutDynamicReferences(value: PropertyValue): PropertyValue {
  if (typeof value === 'string') return value.includes('{{resolve:') ? inText(value) : value;
  if (typeof value !== 'object' || value === null || isUnresolved(value)) return value;
  if (Array.isArray(value)) return value.map(withoutDynamicReferences);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutDynamicReferences(member as PropertyValue)]));
}

function inText(text: string): PropertyValue {
  const mentions: Mention[] = [];
  const result = text.replace(dynamic, (_, service: keyof typeof gapKinds, rest: string) => {
    const name = nameIn(service, rest);
    const only = soleSymbol(name);
    if (only && meansResource(only.id)) {
      mentions.push({ to: name, ...gapKinds[service] });
      return name;
    }
    if (name.startsWith('arn:')) {
      mentions.push({ to: name, ...gapKinds[service] });
      return marker('value');
    }
    return marker(`${service}:${hasSymbol(name) ? name.replace(/⟦[^⟧]*⟧/g, '*') : name}`);
  });
  const alone = text.replace(dynamic, '').trim() === '';
  return alone || !identifies(result) || mentions.length > 0 ? unknown('the value is read at deployment', result, mentions) : result;
}

/** Name, or ARN, of the parameter or secret; versions and JSON keys follow it. */
function nameIn(service: keyof typeof gapKinds, rest: string): string {
  const parts = outsideSymbols(rest, ':');
  return service === 'secretsmanager' && parts[0] === 'arn' ? parts.slice(0, 7).join(':') : (parts[0] ?? '');
}
