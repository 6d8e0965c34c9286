import { basename, dirname } from 'node:path';
import type { ts } from './compiler.cjs';
import type { Role } from '../../../model/occurrence.ts';
import type { Project, Sighting, SourceText } from '../language.ts';
import type { Exported } from './exports.ts';
import { usesOf, type Use } from './flow.ts';
import { isInStandInArm } from './guard.ts';
import { importsOf } from './imports.ts';
import type { Seen } from './reader.ts';
import { siblingsOf } from './siblings.ts';
import { parse } from './tree.ts';

/** Names followed in one file; more are no hand-written constants, and a hostile file could make following them slow. */
const flowLimit = 300;

/** A sighting that other files can import, with the names they can do so by. */
export interface Pending {
  readonly sighting: Sighting;
  readonly exports: readonly Exported[];
}

export interface Followed {
  readonly done: readonly Sighting[];
  readonly pending: readonly Pending[];
}

/** Adds to each sighting what becomes of the name it is bound to. Those with no AWS client in their own file wait for the files that import them. */
export function followNames(seen: readonly Seen[], tree: ts.SourceFile, shown: string): Followed {
  const done: Sighting[] = [];
  const pending: Pending[] = [];
  let flows = 0;
  for (const { sighting, binding } of seen) {
    if (binding === undefined || sighting.service !== undefined || (flows += 1) > flowLimit) {
      done.push(sighting);
      continue;
    }
    const { uses, exports } = usesOf(binding, tree);
    const told = withUses(sighting, uses, { tree, shown });
    if (told.service === undefined && exports.length > 0) pending.push({ sighting: told, exports });
    else done.push(told);
  }
  return { done, pending };
}

/** The file that uses stand in. */
interface Place {
  readonly tree: ts.SourceFile;
  readonly shown: string;
}

/** How much a use says: an AWS client most, one for local stand-ins least of all, another call less, then a comparison or fallback. */
function weight({ node, service, position }: Use): number {
  if (isInStandInArm(node)) return 4;
  if (service !== undefined) return 0;
  if (position.callee !== undefined) return 1;
  return position.role === 'text' ? 3 : 2;
}

function withUses(sighting: Sighting, uses: readonly Use[], { tree, shown }: Place): Sighting {
  const best = uses.toSorted((a, b) => weight(a) - weight(b) || a.node.pos - b.node.pos)[0];
  if (!best) return sighting;
  const services = new Set(uses.flatMap(({ service }) => service ?? []));
  const [service] = services;
  const { position, node } = best;
  const siblings = sighting.siblings ?? (position.whole === undefined ? [] : siblingsOf(node, position.whole));
  const role: Role = position.role;
  return {
    ...sighting,
    callee: sighting.callee ?? position.calleeName,
    service: services.size === 1 ? service : undefined,
    ...(siblings.length > 0 ? { siblings } : {}),
    sink: { role, name: position.name, file: shown, line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1 },
  };
}

/** Everything pending, by the file it waits in. */
export type PendingFiles = ReadonlyMap<string, { readonly source: SourceText; readonly pending: readonly Pending[] }>;

/** Finds the uses of pending constants in files that import them. Each file that mentions one of their names is parsed once. */
export function* followImports(waiting: PendingFiles, mentioning: readonly string[], project: Project): Iterable<{ readonly source: SourceText; readonly sightings: readonly Sighting[] }> {
  const names = new Set<string>();
  const byOrigin = new Map<string, { readonly entry: Pending; readonly exported: Exported }[]>();
  for (const [file, { pending }] of waiting) {
    for (const entry of pending) {
      for (const exported of entry.exports) {
        names.add(exported.name);
        const key = `${file}\0${exported.name}`;
        byOrigin.set(key, [...(byOrigin.get(key) ?? []), { entry, exported }]);
      }
    }
  }
  const naming = namingPattern(names, waiting.keys());
  const resolved = new Map<Pending, Sighting>();
  const imports = importsOf(project, { files: waiting, names, has: ({ file, name }) => byOrigin.has(`${file}\0${name}`) });
  for (const path of mentioning) {
    const text = project.text(path);
    if (text === undefined || !naming.test(text) || !imports.mayImport(text, path)) continue;
    const tree = parse({ path, text });
    for (const { file, name, bind } of imports.of(tree, path)) {
      for (const { entry, exported } of byOrigin.get(`${file}\0${name}`) ?? []) {
        const before = resolved.get(entry) ?? entry.sighting;
        resolved.set(entry, merged(before, withUses(entry.sighting, usesOf(bind(exported), tree).uses, { tree, shown: project.shown(path) })));
      }
    }
  }
  for (const { source, pending } of waiting.values()) yield { source, sightings: pending.map((entry) => resolved.get(entry) ?? entry.sighting) };
}

/** What a file must say to import one of the names; a default export has none, but is imported from a module that does. */
function namingPattern(names: ReadonlySet<string>, files: Iterable<string>): RegExp {
  const modules = names.has('default') ? Array.from(files, (file) => basename(file).replace(/\.[a-z]+$/, '').replace(/^index$/, basename(dirname(file)))) : [];
  const words = [...names, ...modules].filter((name) => name !== 'default' && name !== '').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\w$])(?:${[...new Set(words)].sort().join('|')})(?![\\w$])`);
}

/** The uses in two files together: the first one that says more is shown, and the service is told only if both agree. */
function merged(before: Sighting, after: Sighting): Sighting {
  if (after.sink === undefined) return before;
  if (before.sink === undefined || (before.service === undefined && after.service !== undefined && before.callee === undefined)) return after;
  const differ = before.service !== undefined && after.service !== undefined && before.service !== after.service;
  if (before.service === undefined && after.service !== undefined) return after;
  return differ ? { ...before, service: undefined } : before;
}
