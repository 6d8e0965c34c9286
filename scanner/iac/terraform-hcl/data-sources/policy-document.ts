import { access, memberOf } from '../access.ts';
import { argument } from '../blocks.ts';
import { callFunction } from '../functions/index.ts';
import { evaluate } from '../evaluate.ts';
import type { ResourceInstance } from '../resource.ts';
import { bare, because, isObject, isUnknown, itemsOf, knownScalar, knownText, mentionsOf, object, unknown, type Unknown, type Value } from '../value.ts';
import type { DataSource } from './data-source.ts';

/** The policy that the statements and documents of aws_iam_policy_document make, as JSON in which gaps stay gaps. */
export const policyDocument: DataSource = (instance, attribute) => {
  if (attribute !== 'json' && attribute !== 'minified_json') return undefined;
  const set = (name: string): Value | undefined => argument(instance.declared.block.body, name, instance.environment);
  const own = itemsOf(set('statement') ?? []);
  const sources = statementsOf([...legacy(set('source_json')), ...listed(set('source_policy_documents'))], instance);
  const overrides = statementsOf([...legacy(set('override_json')), ...listed(set('override_policy_documents'))], instance);
  if (own === undefined || 'is' in sources || 'is' in overrides) {
    return unknown('a part of the policy is not known', mentionsOf(set('statement') ?? null, ...(own ?? []), ...('is' in sources ? [sources] : sources), ...('is' in overrides ? [overrides] : overrides)));
  }
  const statements = overriding([...sources, ...own.map(statement)], overrides);
  const id = set('policy_id');
  const members: [string, Value][] = [['Version', set('version') ?? '2012-10-17'], ...(id === undefined ? [] : [['Id', id] as [string, Value]]), ['Statement', statements]];
  return { is: 'json', value: object(new Map(members)) };
};

const legacy = (document: Value | undefined): Value[] => (document === undefined || bare(document) === null || bare(document) === '' ? [] : [document]);
const listed = (documents: Value | undefined): readonly Value[] => (documents === undefined || bare(documents) === null ? [] : (itemsOf(documents) ?? [because(documents)]));

/** Statements of other documents; a gap as soon as one of these is not known. */
function statementsOf(documents: readonly Value[], { environment }: ResourceInstance): readonly Value[] | Unknown {
  const found: Value[] = [];
  for (const document of documents) {
    if (bare(document) === '' || bare(document) === null) continue;
    const decoded = callFunction({ is: 'call', name: 'jsondecode', parts: [{ is: 'variable', name: 'document' }], spread: false }, { ...environment, names: { name: 'document', value: document } }, evaluate);
    const statements = access(decoded, [{ name: 'Statement' }], { environment, evaluate });
    if (isUnknown(statements)) return unknown(statements.why, mentionsOf(document));
    found.push(...(itemsOf(statements) ?? [statements]));
  }
  return found;
}

/** Statements of the same Sid are replaced, others added. */
function overriding(base: readonly Value[], by: readonly Value[]): Value[] {
  const sidOf = (value: Value): string | undefined => (isObject(value) ? knownText(value.of.get('Sid') ?? null) : undefined) || undefined;
  const replaced = new Map(by.flatMap((each) => (sidOf(each) === undefined ? [] : [[sidOf(each), each] as const])));
  const known = new Set(base.map(sidOf));
  return [...base.map((each) => replaced.get(sidOf(each)) ?? each), ...by.filter((each) => sidOf(each) === undefined || !known.has(sidOf(each)))];
}

const lists = [['actions', 'Action'], ['not_actions', 'NotAction'], ['resources', 'Resource'], ['not_resources', 'NotResource']] as const;

function statement(block: Value): Value {
  const get = (name: string): Value => (isObject(block) ? (block.of.get(name) ?? null) : null);
  const members = new Map<string, Value>();
  const sid = get('sid');
  if (bare(sid) !== null && bare(sid) !== '') members.set('Sid', sid);
  members.set('Effect', bare(get('effect')) === null ? 'Allow' : get('effect'));
  for (const [from, to] of lists) if (isFilled(get(from))) members.set(to, withVariables(get(from)));
  for (const [from, to] of [['principals', 'Principal'], ['not_principals', 'NotPrincipal']] as const) if (isFilled(get(from))) members.set(to, principals(get(from)));
  if (isFilled(get('condition'))) members.set('Condition', conditions(get('condition')));
  return object(members);
}

const isFilled = (value: Value): boolean => bare(value) !== null && itemsOf(value)?.length !== 0;

/** &{aws:username} is written for ${aws:username}, which would be Terraform's. */
function withVariables(value: Value): Value {
  const items = itemsOf(value);
  if (items !== undefined) return items.map(withVariables);
  return typeof value === 'string' ? value.replaceAll('&{', '${') : value;
}

function principals(blocks: Value): Value {
  const items = itemsOf(blocks);
  if (items === undefined) return because(blocks);
  const byType = new Map<string, Value[]>();
  for (const block of items) {
    const [type, identifiers] = [knownText(memberOf(block, 'type')), memberOf(block, 'identifiers')];
    if (type === undefined) return because(blocks);
    const all = itemsOf(identifiers) ?? [identifiers];
    if (type === '*' && all.length === 1 && knownScalar(all[0] ?? null) === '*') return '*';
    byType.set(type, [...(byType.get(type) ?? []), ...all]);
  }
  return object(new Map([...byType].map(([type, all]) => [type, withVariables(all)])));
}

function conditions(blocks: Value): Value {
  const items = itemsOf(blocks);
  if (items === undefined) return because(blocks);
  const operators = new Map<string, Map<string, Value>>();
  for (const block of items) {
    const [test, variable] = [knownText(memberOf(block, 'test')), knownText(memberOf(block, 'variable'))];
    if (test === undefined || variable === undefined) return because(blocks);
    const keys = operators.get(test) ?? new Map<string, Value>();
    operators.set(test, keys.set(variable, withVariables(memberOf(block, 'values'))));
  }
  return object(new Map([...operators].map(([test, keys]) => [test, object(keys)])));
}

