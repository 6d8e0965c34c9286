import { regionOf, regions } from './region.ts';

const shortCodes = [...regions.values()].flatMap(({ shortCode }) => (shortCode === undefined || shortCode === null ? [] : [shortCode]));
const tokens = [...regions.keys(), ...shortCodes].sort((a, b) => b.length - a.length);
const token = new RegExp(`(?<![a-z0-9])(?:${tokens.join('|')})(?![a-z0-9])`, 'g');
const codeOfShort = new Map([...regions.values()].flatMap(({ code, shortCode }) => (shortCode ? [[shortCode, code] as const] : [])));

/** Region codes that a name carries, as code (eu-west-1) or short code (euw1). */
export function regionsIn(name: string): string[] {
  return Array.from(name.toLowerCase().matchAll(token), ([text]) => regionOf(text)?.code ?? codeOfShort.get(text) ?? text);
}

/** The name with every region token replaced by *, so that counterparts in two regions compare equal. */
export function withoutRegions(name: string): string {
  return name.toLowerCase().replace(token, '*');
}
