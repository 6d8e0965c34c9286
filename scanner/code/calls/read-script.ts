import type { Project } from '../language.ts';
import { parse } from '../typescript/tree.ts';
import type { SdkCall } from './call.ts';
import type { ImportPlaces } from './imports.ts';
import { callsIn } from './typescript/calls.ts';
import { deploymentsIn, type ConstructDeployment } from './typescript/constructs.ts';
import { exportsOf, type Linked } from './typescript/exports.ts';
import { evaluator } from './typescript/value.ts';

export interface ReadCalls {
  readonly calls: readonly SdkCall[];
  readonly deployments: readonly ConstructDeployment[];
  /** Set where the file could not be understood. */
  readonly problem?: string;
}

/** Reads files of TypeScript and JavaScript; constants are followed into the files that declare them. */
export function scriptReader(project: Project, places: ImportPlaces, importers: Linked['importers']): (absolutePath: string, text: string) => ReadCalls {
  const evaluate = evaluator(exportsOf(project, { resolve: (module, from) => places.modules.resolve(module, from), importers }));
  return (absolutePath, text) => {
    try {
      const file = { tree: parse({ path: absolutePath, text }), absolutePath };
      return { calls: callsIn(file, evaluate), deployments: /aws-cdk/.test(text) ? deploymentsIn(file, { evaluate, path: places.shown(absolutePath), places }) : [] };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { calls: [], deployments: [], problem: 'It is nested too deeply to be parsed.' };
    }
  };
}
