import { expression, type Expression, type HclBlock } from '../remedy.ts';
import type { Resource } from '../../model/resource.ts';

/** A CloudFormation logical id made of a name: letters and digits only. */
export function logicalId(name: string, suffix = ''): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const id = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('').slice(0, 200);
  return `${/^[A-Za-z]/.test(id) ? id : `R${id}`}${suffix}`;
}

/** A Terraform label made of a name. */
export function label(name: string): string {
  const text = name.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+|_+$/g, '').toLowerCase().slice(0, 64);
  return /^[a-z_]/.test(text) ? text : `r_${text}`;
}

/** Region that the subject is in, or the first home region where that is not told. */
export function homeOf({ region }: Resource, home: readonly string[]): string {
  return region === undefined || region === 'global' ? (home[0] ?? region ?? '') : region;
}

/** Name of a copy in the target: the name itself, with the home region in it replaced, or the target at its end for names that must differ. */
export function copyName(name: string, { from, to, unique = false }: { readonly from: string; readonly to: string; readonly unique?: boolean }): string {
  if (name.includes(from)) return name.replaceAll(from, to);
  return unique ? `${name}-${to}` : name;
}

/** Whether the name is the one that AWS knows; templates that name nothing leave only a logical id. */
export function isPhysical({ arn, sources: [{ scanner }] }: Resource): boolean {
  return arn !== undefined || scanner.startsWith('aws');
}

/**
 * The property with the physical name, for templates that are to create or import what AWS knows by it. What is merged into the template that
 * is there leaves its name alone: a name that is set or changed replaces the resource.
 */
export const named = (resource: Resource, property: string): { readonly [name: string]: string } => (isPhysical(resource) ? { [property]: resource.name } : {});

export function nameLimit(resource: Resource): string[] {
  return isPhysical(resource) ? [] : [`Nobody told us the physical name of ${resource.name}: replace it by the one that AWS shows.`];
}

/** An identifier as databases and caches take it: letters, digits and single hyphens. */
export function identifier(name: string): string {
  const text = name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').toLowerCase().slice(0, 50);
  return /^[a-z]/.test(text) ? text : `r-${text}`;
}

/** The provider of Terraform for the target region. */
export const targetProvider = (region: string): HclBlock => ({ type: 'provider', labels: ['aws'], body: { alias: 'target', region } });
export const inTarget: Expression = expression('aws.target');

/** A key that somebody must name: none of the home region can be used in the target. */
export function keyLimit(kmsKey: string | undefined, what: string): string[] {
  return kmsKey === undefined ? [] : [`It is encrypted with a customer managed key: name a key of the target for ${what}.`];
}
