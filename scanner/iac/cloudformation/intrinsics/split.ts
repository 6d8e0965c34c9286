import type { PropertyValue } from '../../../../model/properties.ts';
import { symbolsIn } from '../../../../model/symbol.ts';
import { isUnknown, unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';

export const split: Intrinsic = (argument, scope) => {
  if (!Array.isArray(argument) || argument.length !== 2) return unknown('Fn::Split without a delimiter and a text');
  const [delimiter, text] = argument.map((part) => scope.evaluate(part));
  if (typeof delimiter !== 'string' || delimiter === '') return unknown('Fn::Split without a delimiter');
  if (typeof text === 'string') return splitText(text, delimiter);
  return isUnknown(text ?? null) ? (text ?? null) : unknown('Fn::Split of something that is no text');
};

/**
 * The pieces of a text. A symbol may hold the delimiter once it is resolved: from such a piece on neither the pieces nor their number are
 * known, so the list keeps it, for what it refers to, and ends in an unknown element.
 */
export function splitText(text: string, delimiter: string): PropertyValue {
  const pieces = outsideSymbols(text, delimiter);
  const doubtful = pieces.findIndex((piece) => isOpaque(piece, delimiter));
  if (doubtful === -1) return pieces;
  return [...pieces, unknown('the number of elements is only known at deployment')];
}

export function outsideSymbols(text: string, delimiter: string): string[] {
  const pieces = [''];
  for (const [index, part] of text.split(/(⟦[^⟧]*⟧)/).entries()) {
    const [first = '', ...rest] = index % 2 === 1 ? [part] : part.split(delimiter);
    pieces[pieces.length - 1] += first;
    for (const piece of rest) pieces.push(piece);
  }
  return pieces;
}

/** Whether resolving a symbol in the text can bring the delimiter in. Accounts are digits; single names and ids hold no comma. */
export function isOpaque(text: string, delimiter: string): boolean {
  return symbolsIn(text).some(({ id, attribute = '' }) => {
    if (id === 'account') return false;
    return delimiter !== ',' || !id.startsWith('cloudformation:') || attribute.startsWith('Outputs.');
  });
}
