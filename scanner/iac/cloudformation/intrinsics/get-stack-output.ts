import { hasSymbol, symbol } from '../../../../model/symbol.ts';
import { isObject, memberOf } from '../sections.ts';
import { unknown } from '../value.ts';
import type { Intrinsic } from './intrinsic.ts';

/** An output of another stack, which may be in another region: a symbol that the resource behind the output answers to. */
export const getStackOutput: Intrinsic = (argument, scope) => {
  const call = isObject(argument) ? argument : {};
  const [stack, output, region] = ['StackName', 'OutputName', 'Region'].map((name) => {
    const value = memberOf(call, name);
    return value === undefined ? undefined : scope.evaluate(value);
  });
  const known = [stack, output, region ?? scope.deployment.region].map((part) => (typeof part === 'string' && !hasSymbol(part) ? part : undefined));
  const [stackName, outputName, code] = known;
  if (stackName === undefined || outputName === undefined || code === undefined) return unknown('the output of another stack, which is not known');
  return symbol(outputId(code, stackName, outputName));
};

/** Identity of a stack's output: output:network/eu-west-1/VpcId. */
export function outputId(region: string, stack: string, name: string): string {
  return `output:${[stack, region, name].map((part) => part.replace(/[⟦⟧#]/g, '*')).join('/')}`;
}
