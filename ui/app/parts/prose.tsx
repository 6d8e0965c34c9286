import type { ReactNode } from 'react';
import { proseParts } from '../state/markdown.ts';

/** A sentence of a verdict, in which code stands between backticks. Names from outside are in it, so that nothing else means anything. */
export function Prose({ text }: { readonly text: string }): ReactNode {
  return proseParts(text).map(({ type, text: part }, index) => (type === 'code' ? <code key={`${index} ${part}`}>{part}</code> : part));
}
