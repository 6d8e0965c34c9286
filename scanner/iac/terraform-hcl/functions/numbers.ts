import { because, itemsOf, knownNumber } from '../value.ts';
import { ofNumbers, ofTexts, type HclFunction } from './function.ts';

const sum: HclFunction = ([of = null]) => {
  const numbers = itemsOf(of)?.map(knownNumber);
  return numbers === undefined || numbers.some((number) => number === undefined) ? because(of) : (numbers as number[]).reduce((total, number) => total + number, 0);
};

export const numbers: Readonly<Record<string, HclFunction>> = {
  sum,
  abs: ofNumbers(([number = 0]) => Math.abs(number)),
  ceil: ofNumbers(([number = 0]) => Math.ceil(number)),
  floor: ofNumbers(([number = 0]) => Math.floor(number)),
  max: ofNumbers((all) => all.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)),
  min: ofNumbers((all) => all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)),
  pow: ofNumbers(([base = 0, exponent = 0]) => base ** exponent),
  log: ofNumbers(([number = 1, base = 10]) => Math.log(number) / Math.log(base)),
  signum: ofNumbers(([number = 0]) => Math.sign(number)),
  parseint: ofTexts(([text = '', base = '10']) => (/^-?[0-9a-z]{1,50}$/i.test(text) && Number(base) >= 2 && Number(base) <= 36 ? Number.parseInt(text, Number(base)) : undefined)),
};
