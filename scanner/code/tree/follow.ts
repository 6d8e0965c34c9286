import type { Role } from '../../../model/occurrence.ts';
import { lineStarts, positionAt } from '../../../model/position.ts';
import type { Project, Sighting, SourceText } from '../language.ts';
import { referencesBy, usesFrom, usesOf, type Reference, type Use } from './flow.ts';
import type { Grammar } from './grammar.ts';
import { isInStandInArm } from './guard.ts';
import type { ModuleFile } from './modules.ts';
import type { Tree } from './node.ts';
import type { Seen } from './reader.ts';
import type { TreeParser } from './runtime.ts';
import { siblingsOf } from './siblings.ts';

/** Names followed in one file; more are no hand-written constants, and a hostile file could make following them slow. */
const flowLimit = 300;

/** A sighting that other files can mean, with the full names they can do so by. */
export interface Pending {
  readonly sighting: Sighting;
  readonly exported: readonly string[];
}

export interface Followed {
  readonly done: readonly Sighting[];
  readonly pending: readonly Pending[];
}

/** Adds to each sighting what becomes of the name it is bound to. Those with no AWS client in their own file wait for the files that use them. */
export function followNames(seen: readonly Seen[], file: ModuleFile & { readonly shown: string }, grammar: Grammar): Followed {
  const done: Sighting[] = [];
  const pending: Pending[] = [];
  const place: Place = { tree: file.tree, shown: file.shown, starts: lineStarts(file.tree.text), grammar };
  let flows = 0;
  for (const { sighting, binding } of seen) {
    if (binding === undefined || sighting.service !== undefined || (flows += 1) > flowLimit) {
      done.push(sighting);
      continue;
    }
    const { uses, bound } = usesOf(binding, grammar);
    const told = withUses(sighting, uses, place);
    const exported = told.service === undefined ? bound.filter(({ returned, path }) => !returned && path.length === 0).flatMap((each) => grammar.modules?.exported(each, file) ?? []) : [];
    if (exported.length > 0) pending.push({ sighting: told, exported });
    else done.push(told);
  }
  return { done, pending };
}

/** The file that uses stand in. */
interface Place {
  readonly tree: Tree;
  readonly shown: string;
  readonly starts: Uint32Array;
  readonly grammar: Grammar;
}

/** How much a use says: an AWS client most, one for local stand-ins least of all, another call less, then a comparison or fallback. */
function weight({ node, service, position }: Use): number {
  if (isInStandInArm(node)) return 4;
  if (service !== undefined) return 0;
  if (position.calleeName !== undefined && position.role === 'argument') return 1;
  return position.role === 'text' ? 3 : 2;
}

function withUses(sighting: Sighting, uses: readonly Use[], { shown, starts }: Place): Sighting {
  const best = uses.filter(({ position }) => position.role !== 'text' || position.calleeName !== undefined).toSorted((a, b) => weight(a) - weight(b) || a.node.from - b.node.from)[0];
  if (!best) return sighting;
  const services = new Set(uses.flatMap(({ service }) => service ?? []));
  const [service] = services;
  const { position, node } = best;
  const siblings = sighting.siblings ?? (position.whole === undefined ? [] : siblingsOf(node, position.whole));
  const role: Role = position.role;
  return {
    ...sighting,
    callee: service === undefined || sighting.callee === undefined ? (sighting.callee ?? position.calleeName) : position.calleeName,
    service: services.size === 1 ? service : undefined,
    ...(siblings.length > 0 ? { siblings } : {}),
    sink: { role, name: position.name, file: shown, line: positionAt(starts, node.from).line },
  };
}

/** Everything pending, by the file it waits in. */
export type PendingFiles = ReadonlyMap<string, { readonly source: SourceText; readonly pending: readonly Pending[] }>;

export interface Rest {
  readonly waiting: PendingFiles;
  readonly mentioning: readonly string[];
  readonly project: Project;
  readonly parser: TreeParser;
  readonly grammar: Grammar;
}

/** Finds the uses of pending constants in other files. Each file that mentions one of their names is parsed once. */
export function* followModules({ waiting, mentioning, project, parser, grammar }: Rest): Iterable<{ readonly source: SourceText; readonly sightings: readonly Sighting[] }> {
  const byName = new Map<string, Pending[]>();
  const words = new Set<string>();
  for (const { pending } of waiting.values()) {
    for (const entry of pending) {
      for (const name of entry.exported) {
        byName.set(name, [...(byName.get(name) ?? []), entry]);
        words.add(/[^.#]*$/.exec(name)?.[0] ?? '');
      }
    }
  }
  const resolved = new Map<Pending, Sighting>();
  for (const path of mentioning) {
    const text = waiting.has(path) ? undefined : project.text(path);
    const met = text === undefined ? [] : [...words].filter((word) => text.includes(word));
    const tree = text === undefined || met.length === 0 ? undefined : parser.parse(grammar.program?.(text, path) ?? text);
    if (tree === undefined) continue;
    try {
      const file = { tree, absolutePath: path, project };
      const place: Place = { tree, shown: project.shown(path), starts: lineStarts(tree.text), grammar };
      for (const word of met) resolveIn(file, { word, byName, resolved, place });
    } finally {
      tree.close();
    }
  }
  for (const { source, pending } of waiting.values()) yield { source, sightings: pending.map((entry) => resolved.get(entry) ?? entry.sighting) };
}

interface Resolving {
  readonly word: string;
  readonly byName: ReadonlyMap<string, readonly Pending[]>;
  readonly resolved: Map<Pending, Sighting>;
  readonly place: Place;
}

function resolveIn(file: ModuleFile, { word, byName, resolved, place }: Resolving): void {
  const { grammar } = place;
  const found = new Map<string, Reference[]>();
  for (const reference of referencesBy(file.tree, word)) {
    for (const name of new Set(grammar.modules?.meant(reference.dotted, reference.node, file))) {
      if (byName.has(name)) found.set(name, [...(found.get(name) ?? []), reference]);
    }
  }
  for (const [name, references] of found) {
    const uses = usesFrom(references, grammar);
    for (const entry of byName.get(name) ?? []) {
      const before = resolved.get(entry) ?? entry.sighting;
      resolved.set(entry, merged(before, withUses(entry.sighting, uses, place)));
    }
  }
}

/** The uses in two files together: the first one that says more is shown, and the service is told only if both agree. */
function merged(before: Sighting, after: Sighting): Sighting {
  if (after.sink === undefined) return before;
  if (before.service === undefined) return after.service === undefined && before.sink !== undefined ? before : after;
  return after.service !== undefined && before.service !== after.service ? { ...before, service: undefined } : before;
}
