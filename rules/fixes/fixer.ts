import type { Occurrence } from '../../model/occurrence.ts';
import type { Edit } from '../../model/readiness.ts';

/** The file around a finding. */
export interface FixContext {
  /** Text of the file that the occurrence was found in, without byte order mark. */
  readonly text: string;
  /** Where each line begins in it. */
  readonly starts: Uint32Array;
  /** Where the occurrence's text stands in it. */
  readonly from: number;
  readonly to: number;
  /** Rule that found the gap. */
  readonly rule: string;
  /** Regions that the program runs in today; empty where nobody said. */
  readonly home: readonly string[];
  /** Text of the files of a module: those beside the file whose name ends so, and .terraform.lock.hcl of the folder or one above it. Asked only where a fixer needs it. */
  beside(suffix: '.tf' | '.terraform.lock.hcl'): readonly string[];
}

/** Knows how one language or tool writes what a fixed text stands for. One file per fixer. */
export interface Fixer {
  readonly languages: ReadonlySet<string>;
  /** Undefined where it knows no change that is right. Pure: the same occurrence and text give the same edit. */
  edit(occurrence: Occurrence, context: FixContext): Edit | undefined;
}

/** Whether the program runs in this region and in no other, as far as the user said: then the region it runs in is the one written there. */
export function isHome({ home }: Pick<FixContext, 'home'>, { regions }: Pick<Occurrence, 'regions'>): boolean {
  const [only, ...more] = home;
  return only !== undefined && more.length === 0 && regions.length === 1 && regions[0] === only;
}
