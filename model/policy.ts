import { z } from 'zod';
import type { Properties } from './properties.ts';
import { document, setOf, told } from './reading.ts';

const names = (what: string): z.ZodOptional<z.ZodArray<z.ZodString>> => z.array(z.string()).optional().describe(what);

/** A policy statement, reduced to what ties it to a region. A missing member is not set or not told. */
export const policyStatementSchema = z.object({
  effect: z.string().optional().describe('Allow or Deny'),
  actions: names('Actions as written, sorted'),
  notActions: names('Actions of NotAction'),
  resources: names('Resources as written: ARNs, patterns, symbols'),
  notResources: names('Resources of NotResource'),
  principals: names('Services, ARNs, accounts, identity providers or *'),
  notPrincipals: names('Principals of NotPrincipal'),
  conditional: z.literal(true).optional().describe('It has conditions, those that are dropped included'),
  conditions: z
    .array(z.object({ operator: z.string(), key: z.string(), values: z.array(z.string()) }))
    .optional()
    .describe('Conditions that name a region, endpoint, VPC, ARN or identity provider; others are dropped'),
});
export type PolicyStatement = z.infer<typeof policyStatementSchema>;

/** Condition keys whose values hold for some regions only (lower case: IAM compares keys without case). */
const regionalKeys = new Set([
  'aws:requestedregion', 'ec2:region', 's3:locationconstraint', 'kms:viaservice', 'aws:sourcevpce', 'aws:sourcevpc', 'aws:sourcevpcarn',
  'aws:sourcearn', 'saml:aud', 'dynamodb:regionname', 'secretsmanager:addreplicaregions', 'kms:replicaregion', 'kms:primaryregion',
]);
const regionLike = /(?<![a-z0-9])[a-z]{2,4}(?:-[a-z]{2,12}){1,3}-[0-9]{1,2}(?![0-9a-z])/;

/** Values longer than this are no region, endpoint or ARN. */
const valueLimit = 2048;

/**
 * The statements of the IAM policy document at a path, whether the source holds it as an object or as JSON text.
 * Undefined where there is none, it is not told, or it cannot be parsed. `given` is the Sid of a statement that the service puts there itself.
 */
export function statementsOf(from: Properties, path: string, given?: string): PolicyStatement[] | undefined {
  return document(from, path)?.items('Statement[]')?.filter((each) => given === undefined || each.text('Sid') !== given).map(statement);
}

/** The statements of several documents; undefined as soon as one of them is not told. */
export function statementsOfAll(documents: readonly Properties[] | undefined, path: string): PolicyStatement[] | undefined {
  const all = documents?.map((each) => statementsOf(each, path));
  return all === undefined || all.includes(undefined) ? undefined : all.flatMap((statements) => statements ?? []);
}

function statement(from: Properties): PolicyStatement {
  return told({
    effect: from.text('Effect'),
    actions: setOf(from.texts('Action[]')),
    notActions: setOf(from.texts('NotAction[]')),
    resources: setOf(from.texts('Resource[]')),
    notResources: setOf(from.texts('NotResource[]')),
    principals: principals(from, 'Principal'),
    notPrincipals: principals(from, 'NotPrincipal'),
    conditional: from.has('Condition') === false ? undefined : (true as const),
    conditions: conditions(from),
  });
}

function principals(from: Properties, path: string): string[] | undefined {
  if (from.has(path) !== true) return undefined;
  const everyone = from.text(path);
  if (everyone !== undefined) return [everyone];
  const lists = ['AWS', 'Service', 'Federated', 'CanonicalUser'].map((type) => from.texts(`${path}.${type}[]`, []));
  return lists.includes(undefined) ? undefined : setOf(lists.flatMap((list) => list ?? []));
}

function conditions(from: Properties): { operator: string; key: string; values: string[] }[] | undefined {
  if (from.has('Condition') === false) return [];
  const block = from.json('Condition');
  if (!isObject(block)) return undefined;
  return Object.entries(block).flatMap(([operator, keys]) =>
    isObject(keys)
      ? Object.entries(keys)
          .map(([key, value]) => ({ operator, key, values: texts(value) }))
          .filter(({ key, values }) => isRegional(key, values))
      : [],
  );
}

function isRegional(key: string, values: readonly string[]): boolean {
  if (regionalKeys.has(key.toLowerCase())) return true;
  return [key, ...values].some((text) => text.length <= valueLimit && (text.startsWith('arn:') || text.includes('.amazonaws.') || regionLike.test(text)));
}

function texts(value: unknown): string[] {
  return setOf((Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')) ?? [];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
