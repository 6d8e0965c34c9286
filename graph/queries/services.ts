import type { ServiceIntent } from '../../model/intent.ts';
import { compareText } from '../../model/json.ts';
import type { Resource } from '../../model/resource.ts';
import { matchesPattern } from '../../model/pattern.ts';
import type { EstateView } from '../view.ts';

/** Why a resource belongs to a service; the first that applies decides. */
export type MembershipBasis = 'configured' | 'tag' | 'stack' | 'module' | 'none';

export interface Service {
  readonly id: string;
  readonly basis: MembershipBasis;
  /** Resource ids in canonical order. */
  readonly resources: readonly string[];
}

export interface Services {
  readonly all: readonly Service[];
  /** Service of a resource. */
  of(resourceId: string): string;
  /** Service that a file belongs to: the configured one, else that of the nearest folder with a template of one service only. */
  ofFile(file: string): string;
}

/** Resources and files that nothing assigns to a service. */
export const unassigned = 'unassigned';

const serviceTags = ['awsapplication', 'mr:service', 'service', 'application', 'app', 'component', 'project'];

/** Every resource in one service: as configured, else by application tag, else by stack or Terraform root. */
export function services(view: EstateView, configured: Readonly<Record<string, ServiceIntent>>): Services {
  const memberOf = new Map<string, { readonly id: string; readonly basis: MembershipBasis }>();
  for (const resource of view.estate.resources.values()) memberOf.set(resource.id, membership(resource, configured));
  const groups = new Map<string, { basis: MembershipBasis; resources: string[] }>();
  for (const id of Object.keys(configured)) groups.set(id, { basis: 'configured', resources: [] });
  for (const [resource, { id, basis }] of memberOf) {
    const group = groups.get(id);
    if (group) group.resources.push(resource);
    else groups.set(id, { basis, resources: [resource] });
  }
  const folders = serviceFolders(view, memberOf);
  return {
    all: [...groups].map(([id, group]) => ({ id, ...group })).sort((a, b) => compareText(a.id, b.id)),
    of: (resourceId) => memberOf.get(resourceId)?.id ?? unassigned,
    ofFile: (file) => configuredFor(configured, [file]) ?? nearest(folders, file) ?? unassigned,
  };
}

function membership(resource: Resource, configured: Readonly<Record<string, ServiceIntent>>): { id: string; basis: MembershipBasis } {
  const { id, name, stack, module, tags, sources } = resource;
  const expressions = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  const own = configuredFor(configured, [id, name, ...[stack, module].filter((text) => text !== undefined), ...expressions, ...sources.flatMap(({ file }) => file ?? [])]);
  if (own !== undefined) return { id: own, basis: 'configured' };
  const byLowerCase = new Map(Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value]));
  const tag = serviceTags.map((key) => byLowerCase.get(key)).find((value) => value !== undefined && value !== '');
  if (tag !== undefined) return { id: tag, basis: 'tag' };
  if (stack !== undefined) return { id: stack, basis: 'stack' };
  return module === undefined ? { id: unassigned, basis: 'none' } : { id: module, basis: 'module' };
}

function configuredFor(configured: Readonly<Record<string, ServiceIntent>>, texts: readonly string[]): string | undefined {
  return Object.entries(configured).find(([, { include }]) => include.some((pattern) => texts.some((text) => matchesPattern(pattern, text))))?.[0];
}

/** Folders that hold templates of exactly one service. */
function serviceFolders(view: EstateView, memberOf: ReadonlyMap<string, { readonly id: string }>): ReadonlyMap<string, string | undefined> {
  const folders = new Map<string, string | undefined>();
  for (const { id, sources } of view.estate.resources.values()) {
    const service = memberOf.get(id)?.id;
    for (const { file } of sources) {
      if (file === undefined) continue;
      for (let folder = parent(file); folder !== ''; folder = parent(folder)) {
        folders.set(folder, folders.has(folder) && folders.get(folder) !== service ? undefined : service);
      }
    }
  }
  return folders;
}

function nearest(folders: ReadonlyMap<string, string | undefined>, file: string): string | undefined {
  for (let folder = parent(file); folder !== ''; folder = parent(folder)) if (folders.has(folder)) return folders.get(folder);
  return undefined;
}

const parent = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
