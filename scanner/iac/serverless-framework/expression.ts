import type { Json } from '../../../model/json.ts';

/** `self:custom.stage, opt:stage, 'dev'` → its parts; commas in quotes and parentheses do not part. */
export function alternativesIn(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let quote = '';
  let depth = 0;
  for (const character of text) {
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (character === ',' && quote === '' && depth <= 0) {
      parts.push(part.trim());
      part = '';
    } else part += character;
  }
  return [...parts, part.trim()];
}

/** A value that is written out; undefined for everything that is read somewhere. */
export function literalOf(text: string): Json | undefined {
  const quoted = /^(["'])(.*)\1$/s.exec(text)?.[2];
  if (quoted !== undefined) return quoted;
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return Number(text);
  // The marker of a gap, which a variable within this one left.
  return text.startsWith('⟦') ? text : undefined;
}
