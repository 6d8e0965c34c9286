import type { Estate, Owned } from './estate.ts';

/** The columns of a row that conditions and groups may name. */
export type Row = Readonly<Record<string, unknown>> & { readonly accountId: string; readonly awsRegion: string; readonly resourceType: string };

/** Types that advanced queries do not serve. */
export const unqueried = new Set(['AWS::Cognito::UserPool', 'AWS::ElasticLoadBalancingV2::Listener', 'AWS::IAM::InstanceProfile', 'AWS::MediaConnect::FlowEntitlement']);

/** A row as AWS Config writes it: configuration as text for some, tags as a list for some and a map for others. */
export function rowOf({ account, region, type, id, name, arn, tags = {}, configuration = {}, supplementary = {}, relationships = [] }: Owned): Row {
  const listed = Object.entries(tags).map(([key, value]) => ({ tag: `${key}=${value}`, key, value }));
  return {
    accountId: account, awsRegion: region, resourceType: type, resourceId: id,
    ...(name === undefined ? {} : { resourceName: name }),
    ...(arn === undefined ? {} : { arn }),
    configurationItemStatus: 'OK',
    configurationItemCaptureTime: '2026-11-01T00:00:00.000Z',
    configuration: id.length % 2 === 0 ? JSON.stringify(configuration) : configuration,
    supplementaryConfiguration: Object.fromEntries(Object.entries(supplementary).map(([member, value]) => [member, typeof value === 'object' ? JSON.stringify(value) : value])),
    relationships,
    tags: type.startsWith('AWS::ECS') ? tags : listed,
  };
}

export const recorded = ({ resources }: Estate): Row[] => resources.filter(({ configuration, type }) => configuration !== undefined && !unqueried.has(type)).map(rowOf);

export interface Selection {
  readonly rows: readonly string[];
  readonly grouped: boolean;
}

/** The subset of AWS Config's SQL that is sent: columns, conditions of = and IN joined by AND, GROUP BY with COUNT(*). */
export function selected(expression: string, rows: readonly Row[]): Selection {
  const parts = /^SELECT (?<columns>.+?)(?: WHERE (?<where>.+?))?(?: GROUP BY (?<group>.+))?$/.exec(expression)?.groups;
  if (parts === undefined || expression.length > 4096) throw new Error(`no query of AWS Config: ${expression}`);
  const { columns = '', where, group } = parts;
  const conditions = where === undefined ? [] : where.split(' AND ').map(condition);
  const kept = rows.filter((row) => conditions.every((holds) => holds(row)));
  if (group === undefined) return { grouped: false, rows: kept.map((row) => JSON.stringify(row)) };
  const by = group.split(', ');
  if (columns !== `${group}, COUNT(*)` || by.length > 3) throw new Error(`no grouping of AWS Config: ${expression}`);
  const groups = Map.groupBy(kept, (row) => JSON.stringify(by.map((name) => row[name])));
  return { grouped: true, rows: [...groups].map(([key, each]) => JSON.stringify({ ...Object.fromEntries(by.map((name, at) => [name, (JSON.parse(key) as unknown[])[at]])), 'COUNT(*)': each.length })) };
}

function condition(text: string): (row: Row) => boolean {
  const { column = '', values = '' } = /^(?<column>\w+) (?:= (?=')|IN \()(?<values>.+?)\)?$/.exec(text)?.groups ?? {};
  const allowed = new Set([...values.matchAll(/'([^']*)'/g)].map(([, value]) => value));
  if (column === '' || allowed.size === 0) throw new Error(`no condition of AWS Config: ${text}`);
  return (row) => allowed.has(String(row[column]));
}
