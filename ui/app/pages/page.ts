import type { ReactNode } from 'react';

/** What every page knows: the snapshot, what is wanted of it, and the rest of the address. */
export interface PageProps {
  readonly snapshot: string;
  readonly wish: { readonly target: string; readonly strategy: string };
  readonly query: Readonly<Record<string, string>>;
  /** Changes the rest of the address and keeps snapshot, target and strategy. */
  readonly show: (page: string, query?: Readonly<Record<string, string | undefined>>) => void;
  readonly link: (page: string, query?: Readonly<Record<string, string | undefined>>) => string;
}

export type PageOf = (props: PageProps) => ReactNode;
