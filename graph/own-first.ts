import type { Resource } from '../model/resource.ts';

/** Of several resources that an identifier may mean, those of the subject's own stack: a repository may hold many templates that use one name. */
export function ownFirst(found: readonly Resource[], { stack }: Resource): readonly Resource[] {
  const own = found.length > 1 && stack !== undefined ? found.filter((other) => other.stack === stack) : [];
  return own.length > 0 ? own : found;
}
