import { cfnType } from '../model/cfn-type.ts';
import type { Reference } from '../model/fact.ts';
import type { Properties } from '../model/properties.ts';
import { hasSymbol } from '../model/symbol.ts';

/**
 * Bare names of other resources in the properties of a CloudFormation type, with the type that each must be of, as the resource
 * specification relates them. Names of resources are no secrets; whatever identifies itself (ARNs, symbols) is found without this.
 */
export function relationsIn(type: string, from: Properties): Reference[] {
  return (cfnType(type)?.relations ?? []).flatMap(([path, target]) =>
    (from.texts(path) ?? []).filter(isBareName).map((to) => ({ path, to, target })),
  );
}

const isBareName = (text: string): boolean => text !== '' && text.length <= 256 && !text.startsWith('arn:') && !text.includes('.amazonaws.') && !hasSymbol(text);
