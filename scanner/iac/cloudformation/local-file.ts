import type { PropertyValue } from '../../../model/properties.ts';
import type { IacFile } from '../reader.ts';
import { documentOf } from './parse-document.ts';
import type { Scope } from './scope.ts';
import { withoutSymbols } from './value.ts';

/** The file that a template refers to, by path or by the URL that it is uploaded to before deployment; undefined if it is not scanned. */
export function localFile(location: string, { file, run }: Pick<Scope, 'file' | 'run'>): IacFile | undefined {
  const remote = /^[a-z][a-z0-9+.-]*:\/\//i.test(location) || location.startsWith('⟦');
  if (!remote) return location === '' ? undefined : run.context.readRelative(file.path, location);
  for (const place of placesOf(location, file.path)) {
    const found = run.context.readRelative(file.path, place);
    if (found) return found;
  }
  return undefined;
}

/**
 * Where the source of an uploaded file may lie: the end of its URL, as long as possible, under a folder that contains the template; the
 * bare file name beside the template only.
 */
function* placesOf(url: string, from: string): Generator<string> {
  const path = withoutSymbols(url).replace(/[?#].*$/s, '').replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..').slice(-8);
  const depth = Math.min(from.split('/').length - 1, 8);
  for (let start = 0; start < parts.length; start += 1) {
    const end = parts.slice(start).join('/');
    for (let up = 0; up <= (start === parts.length - 1 ? 0 : depth); up += 1) yield '../'.repeat(up) + end;
  }
}

/** The contents of a local YAML or JSON file, evaluated where it is included; undefined if it cannot be read whole. */
export function scanLocal(location: string, scope: Scope): PropertyValue | undefined {
  const file = localFile(location, scope);
  const document = file && documentOf(file);
  return document?.root === undefined || document.problems.length > 0 ? undefined : scope.evaluate(document.root);
}
