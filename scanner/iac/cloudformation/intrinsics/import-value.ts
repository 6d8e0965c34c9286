import type { PropertyValue } from '../../../../model/properties.ts';
import { hasSymbol, symbol } from '../../../../model/symbol.ts';
import type { Scope } from '../scope.ts';
import { isUnknown, textOf, unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';

/** What another stack of the region exports: its value where the exporting template is at hand, else a symbol that its resource answers to. */
export const importValue: Intrinsic = (argument, scope) => {
  const name = scope.evaluate(argument);
  if (!isUnknown(name) && typeof name !== 'object' && hasSymbol(textOf(name))) return byEnding(textOf(name), scope) ?? nameless;
  if (isUnknown(name) || typeof name === 'object') return nameless;
  const { region } = scope.deployment;
  return scope.run.context.exports?.(region, String(name)) ?? symbol(exportId(region, String(name)));
};

const nameless = unknown('the name of the imported value is not known');

/**
 * `${NetworkStack}-VpcId` where nobody says what the network stack is called: the one export that is called after its stack and ends so.
 * That is a guess, if a good one, and the report says so.
 */
function byEnding(text: string, scope: Scope): PropertyValue | undefined {
  const [, ending] = /^⟦parameter:[^⟦⟧]*⟧([^⟦⟧]{2,})$/.exec(text) ?? [];
  const { deployment: { region }, run, stack } = scope;
  const found = ending === undefined ? undefined : run.context.exportEnding?.(region, ending);
  if (ending === undefined || found === undefined || found.name === `${stack}${ending}`) return undefined;
  const message = `Nobody says which stack the import …${ending.slice(0, 120)} is from; the only scanned export of that ending, ${found.name.slice(0, 120)}, is taken for it`;
  scope.note({ reason: 'unresolved', asked: `the stack of the import …${ending.slice(0, 120)}`, message, remedy: 'Give the parameters of the stack' });
  return found.value;
}

/** Identity of an exported value: export:eu-west-1/network-VpcId. */
export function exportId(region: string, name: string): string {
  return `export:${region}/${name.replace(/[⟦⟧#]/g, '*')}`;
}
