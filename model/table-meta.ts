/** Where a fact came from, as far as it can be told by machine. */
export interface Provenance {
  /** Package, page or person the facts were taken from. */
  readonly source: string;
  /** Version of that source; 'none' where it has none. */
  readonly version: string;
  /** Day on which the source was published, ISO 8601: the facts are not younger than this. */
  readonly date: string;
  /** SPDX identifier, or 'facts' where nothing but facts was taken over. */
  readonly licence: string;
}

/** The head of every table in model/data. docs/data.md is printed from it. */
export interface TableMeta extends Provenance {
  readonly title: string;
  /** Script that writes the table, from the project's root. */
  readonly derivedBy: string;
  readonly encoding: string;
  /** What a reader must know before trusting a cell. */
  readonly caveats: readonly string[];
  /** Further sources and what each gives. */
  readonly alsoFrom?: readonly (Provenance & { readonly gives: string })[];
}
