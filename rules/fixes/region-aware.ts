import { partitionOf } from '../../model/region.ts';
import type { Occurrence } from '../../model/occurrence.ts';
import type { FixContext } from './fixer.ts';

/** How a language writes the region, the partition and the DNS suffix inside of a text. */
export interface Written {
  readonly region: string;
  readonly partition: string;
  readonly suffix: string;
}

export interface Rewritten {
  /** The text with what is tied to region and partition replaced; undefined where nothing is known to replace. */
  readonly text: string;
  readonly used: ReadonlySet<keyof Written>;
  /** It says the same as before wherever the program runs today. */
  readonly same: boolean;
}

/** The suffix of the partition aws where a host ends with it; hosts of China go on with .cn. */
const commercialSuffix = /(?<=\.)amazonaws\.com(?=[/:?]|$)/;

/** Puts placeholders where an occurrence's text names its region, the partition of an ARN or the DNS suffix. */
export function rewritten({ form, text, regions }: Occurrence, written: Written, { home }: Pick<FixContext, 'home'>): Rewritten | undefined {
  const used = new Set<keyof Written>();
  let result = text;
  const [region, ...others] = regions;
  if (others.length > 0) return undefined;
  if (region !== undefined) {
    if (!/^(?:region|arn|endpoint)$/.test(form) || result.split(region).length !== 2) return undefined;
    result = result.replace(region, () => written.region);
    used.add('region');
  }
  const arn = /^arn:(aws[a-z-]*):/.exec(result)?.[1];
  if (arn !== undefined) {
    result = `arn:${written.partition}:${result.slice(5 + arn.length)}`;
    used.add('partition');
  }
  if ((form === 'endpoint' || form === 'dns-suffix') && commercialSuffix.test(result)) {
    result = result.replace(commercialSuffix, () => written.suffix);
    used.add('suffix');
  }
  if (used.size === 0) return undefined;
  const atHome = !used.has('region') || (home.length === 1 && home[0] === region);
  const inPartition = arn === undefined && !used.has('suffix') ? true : home.length > 0 && home.every((code) => partitionOf(code)?.id === (arn ?? 'aws'));
  return { text: result, used, same: atHome && inPartition };
}
