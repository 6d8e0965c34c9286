import type { IacContext, IacFile } from '../reader.ts';
import { exportedValues } from './exports.ts';
import { rootScope } from './index.ts';
import type { Scope } from './scope.ts';

/** What other templates need to know of this one before any is read. */
export interface Survey {
  /** Paths of the files that it nests: they are read as part of it, with the parameters that it gives. */
  readonly nested: ReadonlySet<string>;
  /** Values that it exports, by `region/name`: text, in which resources are symbols. */
  readonly exports: ReadonlyMap<string, string>;
  /** Exports that are named after their stack, by `region/ending`: what follows the stack's name. */
  readonly endings: ReadonlyMap<string, { readonly name: string; readonly value: string }>;
}

const concerns = /AWS::CloudFormation::Stack\b|AWS::Serverless::Application\b|["']?Export["']?\s*:/;

/** Looks through a template for exports and nested stacks; most have neither and cost one search of their text. */
export function survey(file: IacFile, context: IacContext): Survey {
  const nested = new Set<string>();
  const exports = new Map<string, string>();
  const endings = new Map<string, { name: string; value: string }>();
  if (!concerns.test(file.text)) return { nested, exports, endings };
  const alone: IacContext = { deployments: (path) => context.deployments(path), readRelative: (from, relative) => context.readRelative(from, relative) };
  for (const deployment of context.deployments(file.path)) collect(rootScope(deployment, file, alone));
  return { nested, exports, endings };

  function collect(scope: Scope): void {
    const { stackName, deployment: { region } } = scope;
    for (const [name, value] of exportedValues(scope)) {
      exports.set(`${region}/${name}`, value);
      if (typeof stackName === 'string' && name.startsWith(stackName)) endings.set(`${region}/${name.slice(stackName.length)}`, { name, value });
    }
    for (const logicalId of scope.resources().keys()) {
      const inner = scope.nested(logicalId);
      if (!inner) continue;
      nested.add(inner.file.path);
      collect(inner);
    }
  }
}
