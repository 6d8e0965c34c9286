import type { BlindSpotReason } from '../../../model/blind-spot.ts';
import type { Expression } from './syntax/expression.ts';
import { unknown, type Unknown } from './value.ts';

/** Something that the report has to say of a root module, once however often it is met. */
export interface Note {
  readonly reason: BlindSpotReason;
  readonly asked: string;
  readonly message: string;
  readonly remedy?: string | undefined;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

/** What the evaluation of one root module shares. */
export interface Run {
  /** Takes from the steps that are left; false once there are none. */
  spend(steps: number): boolean;
  /** Takes from the instances that may still be made; false if there are not that many. A module counts for ten resources. */
  afford(instances: number): boolean;
  /** Evaluates something one level further in; beyond the limit the value is unknown. */
  deeper<T>(work: () => T, otherwise: (why: Unknown) => T): T;
  note(note: Note): void;
  notes(): readonly Note[];
  /** Names that had no value, with how often each was met. */
  missing(what: 'variable' | 'data' | 'count' | 'function', name: string): void;
  missed(what: 'variable' | 'data' | 'count' | 'function'): readonly string[];
  readonly files: RootFiles;
  /** Type of every resource by its fact id, as far as resources have been looked at. */
  readonly types: Map<string, string>;
}

/** Files that functions may read: those of the scanned root, by paths relative to the root module. */
export interface RootFiles {
  text(path: string): string | undefined;
  template(text: string): Expression | undefined;
}

/** Evaluations inside one another; expressions are read to a depth of 150, and locals refer to each other a few times. */
const depthLimit = 900;
const leastSteps = 3_000_000;
const stepsPerCharacter = 200;
/** Instances that all blocks of a root make together, beside one for each character of the configuration. */
const instanceLimit = 100_000;
/** Names that are kept for a message. */
const nameLimit = 2_000;

export function startRun(files: RootFiles, characters: number): Run {
  let left = leastSteps + characters * stepsPerCharacter;
  let depth = 0;
  let room = instanceLimit + characters;
  const notes = new Map<string, Note>();
  const names = new Map<string, Set<string>>();
  const run: Run = {
    files,
    types: new Map(),
    spend(steps) {
      left -= steps;
      if (left < 0) run.note({ reason: 'too-large', asked: 'values of the configuration', message: 'Loops or modules multiply beyond the limit; what is past it was not evaluated.', remedy: 'Give the output of terraform show -json for a plan.' });
      return left >= 0;
    },
    afford(instances) {
      if (!(instances <= room)) return false;
      room -= instances;
      return true;
    },
    deeper(work, otherwise) {
      if (depth >= depthLimit) return otherwise(unknown('it is nested too deeply'));
      depth += 1;
      try {
        return work();
      } finally {
        depth -= 1;
      }
    },
    note(note) {
      notes.set(`${note.reason}\n${note.asked}\n${note.message}`, note);
    },
    notes: () => [...notes.values()],
    missing(what, name) {
      const known = names.get(what) ?? new Set<string>();
      if (known.size < nameLimit) known.add(name.slice(0, 200));
      names.set(what, known);
    },
    missed: (what) => [...(names.get(what) ?? [])],
  };
  return run;
}
