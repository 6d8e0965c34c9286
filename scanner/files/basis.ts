/** What a result hangs on: as long as all of it is as it was, so is the result. */
export interface Basis {
  /** What git lists below folders: the hash of what it prints. */
  readonly listings: readonly GitListing[];
  /** Files and folders, and what was asked for whether it is there or not. Absolute. */
  readonly paths: ReadonlySet<string>;
  /** Where nothing was found. */
  readonly empty: ReadonlySet<string>;
}

export interface GitListing {
  readonly folder: string;
  readonly hash: string;
}

export function joinedBasis(...parts: readonly Partial<Basis>[]): Basis {
  const joined = (name: 'paths' | 'empty'): Set<string> => new Set(parts.flatMap((part) => [...(part[name] ?? [])]));
  return { listings: parts.flatMap(({ listings = [] }) => listings), paths: joined('paths'), empty: joined('empty') };
}
