import type { Resource } from '../model/resource.ts';

/** The path that is part of a resource's ARN, where it is told whole; else its placeholder stays. */
export function pathOf(attributes: Resource['attributes']): string {
  const { path } = attributes as { readonly path?: unknown };
  return typeof path === 'string' && !path.includes('⟦') ? path : '{path}';
}
