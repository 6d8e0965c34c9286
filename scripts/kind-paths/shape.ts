import type { Asked, Question } from './recorder.ts';

/** What a provider's schema says of a value. */
export type Shape =
  | { readonly is: 'object'; readonly member: (name: string) => Shape | undefined }
  | { readonly is: 'list'; readonly of: Shape }
  | { readonly is: 'either'; readonly of: readonly Shape[] }
  | { readonly is: 'text' | 'number' | 'boolean' | 'any' };

/** Why the path cannot give what is asked of it; undefined if it can. */
export function problemOf({ path, as }: Asked, root: Shape): string | undefined {
  let level = alternatives(root);
  for (const step of path.split('.')) {
    const spread = step.endsWith('[]');
    const name = spread ? step.slice(0, -2) : step;
    const found = level.flatMap(members).flatMap((at) => (at.is === 'any' ? [at] : at.is === 'object' ? (at.member(name) ?? []) : []));
    if (found.length === 0) return `no such property: ${step}`;
    level = found.flatMap(alternatives);
    if (!spread) continue;
    const lists = level.filter(({ is }) => is === 'list' || is === 'any');
    if (lists.length === 0) return `not a list: ${step}`;
    level = lists.flatMap((at) => (at.is === 'list' ? alternatives(at.of) : [at]));
  }
  return level.some((at) => fits(at, as)) ? undefined : `asked as ${as}, is ${[...new Set(level.map(({ is }) => is))].join(' or ')}`;
}

/** A name applied to a list reads its first element. */
const members = (at: Shape): Shape[] => (at.is === 'list' ? alternatives(at.of) : [at]);

const alternatives = (at: Shape): Shape[] => (at.is === 'either' ? at.of.flatMap(alternatives) : [at]);

function fits(at: Shape, as: Question): boolean {
  if (at.is === 'any' || as === 'has' || as === 'json') return true;
  if (as === 'items') return at.is === 'object' || (at.is === 'list' && alternatives(at.of).some((of) => fits(of, 'items')));
  if (as === 'flag') return at.is === 'boolean' || at.is === 'text';
  if (as === 'count') return at.is === 'number' || at.is === 'text';
  return at.is === 'text' || at.is === 'number' || at.is === 'boolean';
}
