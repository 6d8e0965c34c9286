import { resolve } from 'node:path';
import type { GraphologyGraph } from '../graph/queries/graphology-of.ts';
import type { EdgeType } from '../model/edge.ts';
import { wanted } from './intent.ts';

export interface GraphOptions {
  /** Folder that paths are relative to; the working directory if not given. */
  readonly cwd?: string;
  /** Snapshots, files and folders; all of `cwd` if not given. */
  readonly paths?: readonly string[];
  /** Regions that the workload runs in today. */
  readonly home?: readonly string[];
  /** Path of a configuration; none is looked for if not given, for it could be code. */
  readonly config?: string;
  readonly level?: 'resource' | 'service';
  /** Only these services. */
  readonly services?: readonly string[];
  /** Only what is around these resources, by id, ARN or name. */
  readonly around?: readonly string[];
  /** Steps from these: by default 1, and 0 from the resources of a service. */
  readonly depth?: number;
  /** Only edges of these kinds. */
  readonly edges?: readonly EdgeType[];
}

export interface GraphResult {
  readonly graph: GraphologyGraph;
  /** What the reader should know: assumptions about home and templates. */
  readonly notes: readonly string[];
}

/** Connects the estate as `regionready graph` does, and gives all of it or a part as a graph of graphology. Rejects with a UserError as the command fails. */
export async function graph(options: GraphOptions = {}): Promise<GraphResult> {
  const { cwd = '.', paths = [], home, config, level = 'resource', services: only = [], around = [], depth, edges = [] } = options;
  // Loaded here: who only lints needs none of it.
  const [{ openWorkspace }, { graphDocument }, { graphologyOf }, { selected }] = await Promise.all([import('./workspace.ts'), import('../graph/queries/graph-document.ts'), import('../graph/queries/graphology-of.ts'), import('./graph-selection.ts')]);
  const silent = { write: () => undefined };
  const workspace = await openWorkspace({ ...(config === undefined ? {} : { config }), configLookup: false, quiet: true }, paths, { cwd: resolve(cwd), env: process.env, stdout: silent, stderr: silent });
  const { view, services, notes } = await workspace.read(wanted({ home, target: undefined, strategy: 'warm-standby' }, workspace.config));
  const selection = selected({ view, services }, { level, services: only, around, depth, edges });
  return { graph: graphologyOf({ ...graphDocument(view, services, selection), tool: workspace.tool }), notes };
}
