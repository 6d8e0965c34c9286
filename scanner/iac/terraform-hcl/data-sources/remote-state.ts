import { bodyValue } from '../blocks.ts';
import { gap, type Value } from '../value.ts';
import type { DataSource } from './data-source.ts';

/** Outputs of another root: evaluated where that root is part of the scan, else a gap that names state and output. */
export const remoteState: DataSource = (instance, attribute) => {
  if (attribute !== 'outputs' && attribute !== 'output') return undefined;
  const { declared: { block, file }, environment, module } = instance;
  const output = (name: string): Value => {
    const found = module.root.remoteOutput(bodyValue(block.body, environment), name);
    if (found !== undefined) return found;
    environment.run.note({
      reason: 'unresolved', file, line: block.line,
      asked: `outputs of the state data.${instance.type}.${instance.name} in ${module.root.folder}`,
      message: 'They are outputs of another root module, which is not among the scanned folders or keeps its state elsewhere; what uses them is not connected to it.',
      remedy: 'Scan both roots together, or give the output of terraform show -json for a plan.',
    });
    return gap(`state:${instance.name}.${name.slice(0, 100)}`, 'it is an output of a state that is not read');
  };
  return { is: 'lazy', self: undefined, get: output };
};
