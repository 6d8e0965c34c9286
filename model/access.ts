import { arnResourceName, parseArn } from './arn.ts';
import type { EdgeType } from './edge.ts';
import type { AttributeReference } from './kind.ts';
import { edges } from './linking.ts';
import type { PolicyStatement } from './policy.ts';

/** What it means to be allowed an action of a service; `data` is reads or writes, as the actions say. */
const meaning: ReadonlyMap<string, EdgeType | 'data'> = new Map([
  ['s3', 'data'], ['dynamodb', 'data'], ['kinesis', 'data'], ['sqs', 'data'], ['firehose', 'data'], ['elasticfilesystem', 'data'], ['es', 'data'], ['aoss', 'data'],
  ['rds-data', 'data'], ['rds-db', 'data'], ['redshift-data', 'data'], ['timestream', 'data'], ['cassandra', 'data'], ['kafka-cluster', 'data'], ['dsql', 'data'],
  ['ssm', 'reads'], ['secretsmanager', 'uses-secret'], ['kms', 'uses-key'], ['ecr', 'uses-image'], ['lambda', 'calls'], ['execute-api', 'calls'],
  ['sns', 'triggers'], ['states', 'triggers'], ['events', 'triggers'], ['sts', 'uses-role'], ['iam', 'uses-role'], ['logs', 'writes'],
]);
const reading = /^[^:]+:(?:get|list|describe|(?:batch|transact)get|query|scan|head|receive|read|select|search|view|partiqlselect|subscribe|connect|esHttp(?:get|head))/i;

/**
 * Edges from who has the statements to the resources that they allow by name. Patterns for everything of a service say nothing of what
 * is used and give none.
 */
export function accessOf(statements: readonly PolicyStatement[] | undefined): AttributeReference[] {
  return (statements ?? []).flatMap(({ effect, actions = [], resources = [] }) => (effect === 'Allow' ? resources.flatMap((resource) => allowed(resource, actions)) : []));
}

function allowed(resource: string, actions: readonly string[]): AttributeReference[] {
  const arn = parseArn(resource);
  const name = arn === undefined ? resource : arn.service === 's3' ? arn.resource : arnResourceName(arn);
  if (name === '' || name.startsWith('*')) return [];
  const service = arn?.service ?? onlyService(actions);
  const own = actions.filter((action) => serviceOf(action) === service);
  const meant = service === undefined || own.length === 0 ? undefined : meaning.get(service);
  if (meant === undefined) return [];
  return edges(meant === 'data' ? (own.every((action) => reading.test(action)) ? 'reads' : 'writes') : meant, resource);
}

/** Edge from who asks for an action to the resource it names. What is no access to data reads if its name says so, and else does what the service is for. */
export function edgeOfAction(action: string): EdgeType {
  const meant = meaning.get(serviceOf(action));
  if (meant?.startsWith('uses-') === true) return meant as EdgeType;
  if (reading.test(action)) return 'reads';
  return meant === 'data' || meant === 'reads' ? 'writes' : (meant ?? 'calls');
}

const serviceOf = (action: string): string => action.slice(0, Math.max(action.indexOf(':'), 0)).toLowerCase();

/** The service of the actions if they have one in common; it is the service of a resource that is a symbol. */
function onlyService(actions: readonly string[]): string | undefined {
  const services = new Set(actions.map(serviceOf));
  return services.size === 1 ? [...services][0] : undefined;
}
