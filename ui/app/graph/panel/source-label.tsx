import type { ReactNode } from 'react';
import type { NodeInfo } from '../../client.ts';

/** File and line of a source, and who read it. */
export function SourceLabel({ source: { scanner, file, line } }: { readonly source: NodeInfo['sources'][number] }): ReactNode {
  return file === undefined ? scanner : <><code>{`${file}${line === undefined ? '' : `:${line}`}`}</code> <span className="quiet">{scanner}</span></>;
}
