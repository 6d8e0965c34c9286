import { matchesPattern } from '../../model/pattern.ts';
import type { PolicyStatement } from '../../model/policy.ts';
import { symbolsIn } from '../../model/symbol.ts';

interface Regions {
  readonly home: readonly string[];
  readonly target: string;
}

/** Condition keys whose values are region codes. */
const regionKeys = new Set(['aws:requestedregion', 'ec2:region', 's3:locationconstraint', 'dynamodb:regionname', 'kms:replicaregion', 'secretsmanager:addreplicaregions']);

/** Operator without quantifier and suffix: StringEquals of ForAnyValue:StringEqualsIfExists. */
const plain = (operator: string): string => operator.replace(/^For(?:AllValues|AnyValue):/, '').replace(/IfExists$/, '');

/** Whether statements name regions in conditions or principals at all. */
export function namesRegions(statements: readonly PolicyStatement[], home: readonly string[]): boolean {
  return statements.some(({ conditions = [], principals = [] }) =>
    conditions.some(({ key }) => regionKeys.has(key.toLowerCase()) || key.toLowerCase() === 'kms:viaservice') || principals.some((principal) => home.some((region) => principal.includes(`.${region}.`))),
  );
}

/** Conditions that let requests pass at home and none in the target, in words; several statements are taken together. */
export function regionConditions(statements: readonly PolicyStatement[], regions: Regions): string[] {
  const allowed = new Map<string, string[]>();
  for (const { effect, conditions = [] } of statements) {
    for (const { operator, key, values } of conditions) {
      const isLimit = effect === 'Deny' ? /^StringNot(?:Equals|Like)/.test(plain(operator)) : /^String(?:Equals|Like)/.test(plain(operator));
      if (isLimit) allowed.set(key, [...(allowed.get(key) ?? []), ...values]);
    }
  }
  return [...allowed].filter(([key, values]) => leavesOut(key.toLowerCase(), values, regions)).map(([key, values]) => `${key} (${[...new Set(values)].join(', ')})`);
}

function leavesOut(key: string, values: readonly string[], { home, target }: Regions): boolean {
  if (regionKeys.has(key)) return covers(values, home) && !covers(values, [target]);
  if (key !== 'kms:viaservice') return false;
  return values.some((value) => home.some((region) => value.includes(`.${region}.`) && !values.some((other) => matchesPattern(other, value.replace(`.${region}.`, `.${target}.`)))));
}

const covers = (patterns: readonly string[], regions: readonly string[]): boolean => regions.some((region) => patterns.some((pattern) => matchesPattern(pattern, region)));

/** Principals of the home region that have no like in the target: logs.us-east-1.amazonaws.com, an OIDC issuer. */
export function regionalPrincipals(statements: readonly PolicyStatement[], { home, target }: Regions): string[] {
  const all = statements.flatMap(({ effect, principals = [] }) => (effect === 'Allow' ? principals : []));
  return all.filter((principal) => home.some((region) => principal.includes(`.${region}.`)) && !all.some((other) => other.includes(`.${target}.`) && other.split('.')[0] === principal.split('.')[0]));
}

/** ARNs of things in regions that statements allow; those of the template's own resources follow their deployment and are left out. */
export function allowedArns(statements: readonly PolicyStatement[]): string[] {
  const all = statements.flatMap(({ effect, resources = [] }) => (effect === 'Allow' ? resources : []));
  return all.filter((arn) => (arn.split(':', 4)[3] ?? '') !== '' && !symbolsIn(arn).some(({ id }) => id.includes('/')));
}

/** ARNs that statements allow at home, by literal region, without allowing the like of them in the target. */
export function regionalArns(statements: readonly PolicyStatement[], { home, target }: Regions): string[] {
  const all = allowedArns(statements);
  const inHome = all.flatMap((arn) => {
    const region = home.find((each) => arn.split(':', 4)[3] === each);
    return region === undefined ? [] : [{ arn, region }];
  });
  const there = all.filter((arn) => !inHome.some((each) => each.arn === arn));
  return inHome.filter(({ arn, region }) => !there.some((other) => matchesPattern(other, arn.replaceAll(region, target)) || matchesPattern(other, arn.replace(`:${region}:`, `:${target}:`)))).map(({ arn }) => arn);
}
