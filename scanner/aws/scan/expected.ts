/** How many calls something takes, as far as it can be known before. */
export interface Expected {
  readonly least: number;
  /** If there is nothing but what was counted. */
  readonly most: number;
  /** What nobody has counted, and the calls that one more of it takes at most. */
  readonly open?: Open;
}

export interface Open {
  readonly what: string;
  readonly callsForEach: number;
}

export function expected(least: number, most = least, open?: Open): Expected {
  return { least, most: Math.max(least, most), ...(open === undefined ? {} : { open }) };
}

/** Fewest resources that a page of a list holds unless it is the last one: most services give a hundred, none fewer than these. */
const leastPage = 10;

/** Calls of a list of so many resources. */
export const listCalls = (count: number): number => Math.max(1, Math.ceil(count / leastPage));
