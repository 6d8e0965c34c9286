import { hasSymbol } from '../../model/symbol.ts';
import { gap, ready, unknown, type Verdict } from '../verdict.ts';
import { otherRegions } from './list.ts';

interface Held {
  readonly name: string;
  /** Regions as configured; a symbol stands for one that is known after deployment. */
  readonly regions: readonly string[];
  readonly target: string;
  /** Sentence that follows a gap. */
  readonly remark?: string;
}

/** Ready where the target is among the regions that a resource is replicated to, unknown where one of them is not told. */
export function replicatedInto({ name, regions, target, remark = '' }: Held): Verdict {
  if (regions.includes(target)) return ready();
  const known = regions.filter((region) => !hasSymbol(region));
  if (known.length < regions.length) {
    return unknown(`${name} is replicated to a region that is known after deployment; it may or may not be ${target}.`, { ask: 'Give the parameters that the template is deployed with, or the templates whose exports it imports.' });
  }
  return gap(`${name} is replicated to ${otherRegions(known)}, not to ${target}.${remark === '' ? '' : ` ${remark}`}`);
}
