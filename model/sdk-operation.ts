import table from './data/sdk-operations.json' with { type: 'json' };
import { accessOf } from './access.ts';
import type { EdgeType } from './edge.ts';
import { symbol } from './symbol.ts';

/** A member of a request that names a resource. */
export interface SdkParameter {
  /** Members from the request to the name: TableName, TransactItems[].Put.TableName, RequestItems{}. */
  readonly path: string;
  /** CloudFormation type of what it names. */
  readonly type: string;
}

/** An operation of an AWS API whose request names a resource. */
export interface SdkOperation {
  /** Name of the service's boto3 client. */
  readonly service: string;
  readonly name: string;
  readonly edge: EdgeType;
  readonly parameters: readonly SdkParameter[];
}

interface Row {
  readonly action: string;
  readonly operations: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const reading = /:(?:get|list|describe|(?:batch|transact)get|query|scan|head|receive|read|select|search|view|retrieve|lookup)/i;

/** What being allowed the action means, and what asking for it means where it is no access to data: to read what its name says it reads, else to call. */
function edgeOf(action: string): EdgeType {
  const [granted] = accessOf([{ effect: 'Allow', actions: [action], resources: [symbol('any')] }]);
  if (granted?.edge.startsWith('uses-') === true) return granted.edge;
  return reading.test(action) ? 'reads' : (granted?.edge ?? 'calls');
}

let byLetters: ReadonlyMap<string, readonly SdkOperation[]> | undefined;

/** Operations of all services that a name means in any SDK's spelling: GetItem, getItem, get_item. */
export function sdkOperations(name: string): readonly SdkOperation[] {
  return (byLetters ??= read()).get(lettersOf(name)) ?? [];
}

const lettersOf = (name: string): string => name.replaceAll('_', '').toLowerCase();

function read(): ReadonlyMap<string, readonly SdkOperation[]> {
  const found = new Map<string, SdkOperation[]>();
  for (const [service, { action, operations }] of Object.entries(table.services as unknown as Readonly<Record<string, Row>>)) {
    for (const [name, parameters] of Object.entries(operations)) {
      const operation = { service, name, edge: edgeOf(`${action}:${name}`), parameters: Object.entries(parameters).map(([path, type]) => ({ path, type })) };
      const letters = lettersOf(name);
      found.set(letters, [...(found.get(letters) ?? []), operation]);
    }
  }
  return found;
}
