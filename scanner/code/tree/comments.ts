import { suppressionWord } from '../suppression.ts';
import { syntaxOf, visitAt, type Tree } from './node.ts';

/** Tells of the suppressions in a file whether they stand in a comment. Asked of the tree at once, for it is gone when they are asked for. */
export function commentTest({ text, root }: Tree): (offset: number) => boolean {
  const offsets: number[] = [];
  for (let at = text.indexOf(suppressionWord); at !== -1; at = text.indexOf(suppressionWord, at + 1)) offsets.push(at);
  if (offsets.length === 0) return () => false;
  const inComments = new Set<number>();
  visitAt(root, offsets, (node) => {
    if (syntaxOf(node)?.is !== 'comment') return;
    for (let at = text.indexOf(suppressionWord, node.from); at !== -1 && at < node.to; at = text.indexOf(suppressionWord, at + 1)) inComments.add(at);
  });
  return (offset) => inComments.has(offset);
}
