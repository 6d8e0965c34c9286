/** What is to be laid out. Positions are middles; lengths are pixels at zoom 1. */
export interface Plan {
  /** `flow`: who needs stands left of what it needs · `lanes`: the same in one band for each group · `frames`: each group in a frame of its own. */
  readonly style: 'flow' | 'lanes' | 'frames';
  /** Groups in the order in which they stand; one that is empty if nothing is grouped. */
  readonly groups: readonly string[];
  readonly units: readonly Unit[];
  /** Between units, heaviest first where there are many. */
  readonly links: readonly Link[];
}

/** A node, or a box with nodes in it. */
export interface Unit {
  readonly id: string;
  readonly group: string;
  readonly width: number;
  readonly height: number;
  readonly inside?: { readonly units: readonly Unit[]; readonly links: readonly Link[] } | undefined;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

export interface Rect {
  /** Left, top, width, height. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  /** Rectangle of each unit, those inside of boxes included. */
  readonly units: ReadonlyMap<string, Rect>;
  readonly groups: ReadonlyMap<string, Rect>;
  readonly width: number;
  readonly height: number;
}

/** Room between units, around what is in a box, and for the name of a box or group. */
export const gap = { column: 70, row: 18, inside: 14, insideColumn: 44, head: 34, group: 40 } as const;
