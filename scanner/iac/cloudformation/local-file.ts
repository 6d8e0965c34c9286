import type { PropertyValue } from '../../../model/properties.ts';
import { hasSymbol } from '../../../model/symbol.ts';
import type { IacFile } from '../reader.ts';
import { documentOf } from './parse-document.ts';
import type { Scope } from './scope.ts';

/**
 * The file that a template refers to, if it lies in what is scanned. Templates are uploaded before deployment and then referred to by
 * URL; the last part of such a URL is looked for beside the template, where its source lies.
 */
export function localFile(location: string, { file, run }: Pick<Scope, 'file' | 'run'>): IacFile | undefined {
  const remote = /^[a-z][a-z0-9+.-]*:\/\//i.test(location) || hasSymbol(location);
  if (!remote) return run.context.readRelative(file.path, location);
  const name = (location.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? '';
  return name === '' || hasSymbol(name) ? undefined : run.context.readRelative(file.path, name);
}

/** The contents of a local YAML or JSON file, evaluated where it is included; undefined if it cannot be read whole. */
export function scanLocal(location: string, scope: Scope): PropertyValue | undefined {
  const file = localFile(location, scope);
  const document = file && documentOf(file);
  return document?.root === undefined || document.problems.length > 0 ? undefined : scope.evaluate(document.root);
}
