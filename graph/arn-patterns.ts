import { parseArn, type Arn } from '../model/arn.ts';
import { compareText } from '../model/json.ts';
import { kinds } from '../model/kinds/index.ts';
import type { Kind } from '../model/kind.ts';
import { matchesPattern } from '../model/pattern.ts';
import type { Resource } from '../model/resource.ts';
import { pathOf } from './path-of.ts';
import type { Identified } from './resolver.ts';

/** A pattern that takes in more resources than this says as little as one for everything. */
const matchLimit = 200;

interface Row {
  /** The part of the ARN after the account: table/orders. */
  readonly text: string;
  readonly region: string;
  readonly resource: Resource;
}

/** Finds the resources that an ARN with wildcards means: arn:aws:dynamodb:*:*:table/orders-*. A sorted table for each service, so that a pattern costs its matches. */
export function arnPatterns(all: Iterable<Identified>): (pattern: string, account?: string) => readonly Resource[] {
  const services = new Map<string, Row[]>();
  for (const { resource, identities } of all) {
    const arn = arnOf(resource, identities);
    if (arn === undefined) continue;
    const row = { text: arn.resource, region: arn.region, resource };
    const rows = services.get(arn.service);
    if (rows) rows.push(row);
    else services.set(arn.service, [row]);
  }
  for (const rows of services.values()) rows.sort((a, b) => compareText(a.text, b.text) || compareText(a.resource.id, b.resource.id));
  return (pattern, account) => {
    const arn = parseArn(pattern);
    const rows = arn === undefined ? undefined : services.get(arn.service);
    if (arn === undefined || rows === undefined) return [];
    for (const part of shorter(withoutMarkers(arn.resource))) {
      const found = matching(rows, { ...arn, resource: part }, account);
      if (found === undefined) return [];
      if (found.length > 0) return found;
    }
    return [];
  };
}

/** Rows that the pattern means; undefined if there are too many. */
function matching(rows: readonly Row[], { resource: pattern, region, account }: Arn, own: string | undefined): Resource[] | undefined {
  const prefix = pattern.slice(0, pattern.includes('*') ? pattern.indexOf('*') : undefined);
  const found: Resource[] = [];
  for (let at = firstNotBefore(rows, prefix); at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined || !row.text.startsWith(prefix)) break;
    const inRegion = region === '' || region.includes('⟦') || matchesPattern(region, row.region) || row.region === '';
    const wanted = /^\d{12}$/.test(account) ? account : own;
    if (!inRegion || (wanted !== undefined && row.resource.account !== undefined && row.resource.account !== wanted) || !matchesPattern(pattern, row.text)) continue;
    found.push(row.resource);
    if (found.length > matchLimit) return undefined;
  }
  return found;
}

function firstNotBefore(rows: readonly Row[], text: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareText(rows[middle]?.text ?? '', text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The pattern, then what contains it: an index of orders-* → the table orders-*. Never down to everything of a type. */
function* shorter(pattern: string): Iterable<string> {
  let rest = pattern;
  for (let depth = 0; depth < 4; depth++) {
    if (!namesSomething(rest)) return;
    yield rest;
    const cut = Math.max(rest.lastIndexOf('/'), rest.lastIndexOf(':'));
    if (cut <= 0) return;
    rest = rest.slice(0, cut);
  }
}

/** Three characters of a name besides its type: `table/*` and `*-*` name nothing. */
function namesSomething(pattern: string): boolean {
  const name = pattern.replace(/^[\w-]+[/:](?=.)/, '');
  return name.replace(/[*/:._-]/g, '').length >= 3;
}

/** Values left to deployment may be any text. */
const withoutMarkers = (text: string): string => text.replace(/⟦[^⟧]*⟧/g, '*').replace(/\*+/g, '*');

/** ARN of a resource, its account aside. Resources whose name AWS makes have none that a pattern could mean. */
function arnOf({ arn, kind, name, region, attributes }: Resource, identities: readonly string[]): Arn | undefined {
  if (arn !== undefined) return parseArn(arn);
  if (kind === undefined || !identities.includes(name)) return undefined;
  const parsed = parseArn(((kinds[kind] as Kind).arn ?? '').replace('{path}', () => pathOf(attributes)).replace('{name}', name).replace('{region}', region ?? '⟦region⟧'));
  return parsed === undefined || /[{}]/.test(parsed.resource + parsed.region) ? undefined : parsed;
}
