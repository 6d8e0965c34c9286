import { hasSymbol, symbol } from '../../../../model/symbol.ts';
import { isUnknown, textOf, unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';

/** What another stack of the region exports: its value where the exporting template is at hand, else a symbol that its resource answers to. */
export const importValue: Intrinsic = (argument, scope) => {
  const name = scope.evaluate(argument);
  if (isUnknown(name) || hasSymbol(textOf(name)) || typeof name === 'object') return unknown('the name of the imported value is not known');
  const { region } = scope.deployment;
  return scope.run.context.exports?.(region, String(name)) ?? symbol(exportId(region, String(name)));
};

/** Identity of an exported value: export:eu-west-1/network-VpcId. */
export function exportId(region: string, name: string): string {
  return `export:${region}/${name.replace(/[⟦⟧#]/g, '*')}`;
}
