import type { ReactNode } from 'react';

/** What is wanted of the estate; an empty text is left to the configuration of the server. */
export interface Wish {
  readonly home: string;
  readonly target: string;
  readonly strategy: string;
  readonly [key: string]: string;
}

export type Part = Readonly<Record<string, string | undefined>>;

/** What every page knows: the snapshot, what is wanted of it, and the rest of the address. */
export interface PageProps {
  /** Id; empty where none is kept yet, for pages that do without. */
  readonly snapshot: string;
  readonly wish: Wish;
  readonly query: Readonly<Record<string, string>>;
  /** Changes the rest of the address and keeps snapshot, home, target and strategy. */
  readonly show: (page: string, query?: Part, options?: { readonly replace?: boolean }) => void;
  readonly link: (page: string, query?: Part) => string;
}

export type PageOf = (props: PageProps) => ReactNode;
