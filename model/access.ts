import { arnResourceName, parseArn } from './arn.ts';
import type { EdgeType } from './edge.ts';
import type { AttributeReference } from './kind.ts';
import { edges } from './linking.ts';
import { matchesPattern } from './pattern.ts';
import type { PolicyStatement } from './policy.ts';

/** What it means to be allowed an action of a service; `data` is reads, writes or both, as the actions say. */
const meaning: ReadonlyMap<string, EdgeType | 'data'> = new Map([
  ['s3', 'data'], ['dynamodb', 'data'], ['kinesis', 'data'], ['sqs', 'data'], ['firehose', 'data'], ['elasticfilesystem', 'data'], ['es', 'data'], ['aoss', 'data'],
  ['rds-data', 'data'], ['rds-db', 'data'], ['redshift-data', 'data'], ['timestream', 'data'], ['cassandra', 'data'], ['kafka-cluster', 'data'], ['dsql', 'data'],
  ['dax', 'data'], ['neptune-db', 'data'], ['elasticache', 'data'], ['memorydb', 'data'], ['s3express', 'data'], ['glue', 'data'],
  ['ssm', 'data'], ['secretsmanager', 'uses-secret'], ['kms', 'uses-key'], ['ecr', 'uses-image'], ['lambda', 'calls'], ['execute-api', 'calls'], ['appsync', 'calls'],
  ['sns', 'triggers'], ['states', 'triggers'], ['events', 'triggers'], ['sts', 'uses-role'], ['iam', 'uses-role'], ['logs', 'writes'],
]);

/** Services whose ARNs carry another name than their actions. */
const arnService: ReadonlyMap<string, readonly string[]> = new Map([['rds', ['rds-data', 'rds-db', 'neptune-db']], ['redshift', ['redshift-data']], ['kafka', ['kafka-cluster']], ['neptune-db', ['neptune-db']], ['apigateway', ['execute-api']]]);

const reading = /^[^:]+:(?:get|list|describe|batchget|query|scan|head|receive|read|select|search|view|partiqlselect|subscribe|connect|clientmount|download|esHttp(?:get|head))/i;
/** Actions on settings say nothing of data; a function that only lists tables reads none. */
const beside = /^(?:kinesis|firehose|sqs):list|^[^:]+:(?:tag|untag|create(?!grant)|delete(?:bucket|table|queue|stream|filesystem)$|update(?:table|continuous|timetolive)|put(?:bucket|lifecycle|encryption|replication)|listtables|listallmybuckets|listqueues|liststreams|describelimits|getbucket(?:location|policy|versioning|acl|tagging)|listtags)/i;

/** Where only some actions of a service use the resource, those; the others manage it. */
const using: Readonly<Record<string, RegExp>> = {
  lambda: /^invoke/i, sns: /^publish/i, events: /^putevents/i, states: /^(?:start(?:sync)?execution|sendtask|redrive)/i, sts: /^assume/i, iam: /^passrole/i,
  'execute-api': /^(?:invoke|manageconnections)/i, appsync: /^graphql/i, secretsmanager: /^(?:get|batchget|put|update)secret/i, ssm: /^(?:get|put)parameter/i,
  logs: /^(?:put|create)log/i, kms: /^(?:encrypt|decrypt|reencrypt|generate|sign|verify|creategrant|deriveshared)/i, elasticache: /^connect/i, memorydb: /^connect/i,
  ecr: /^(?:batchget|getdownload|batchcheck|put|initiate|upload|complete)/i,
};

/** What one statement allows on one resource of it. */
export interface Grant {
  readonly edge: EdgeType;
  /** ARN, pattern or symbol, as written. */
  readonly resource: string;
  /** The actions that give it, as written. */
  readonly actions: readonly string[];
  /** Service prefix of the actions. */
  readonly service: string;
  /** Everything of the service is meant, so that it says nothing of what is used. */
  readonly broad: boolean;
}

/**
 * What Allow statements grant, resource by resource. A statement for everything of a service gives one broad grant for each service, however
 * many resources there are. NotAction allows what it does not name; NotResource always is broad, because it names nothing.
 */
export function grantsOf(statements: readonly PolicyStatement[] | undefined): Grant[] {
  return (statements ?? []).flatMap((statement) => {
    if (statement.effect !== 'Allow') return [];
    const resources = statement.resources ?? (statement.notResources === undefined ? [] : ['*']);
    return resources.flatMap((resource) => granted(resource, statement));
  });
}

function granted(resource: string, { actions, notActions }: PolicyStatement): Grant[] {
  const arn = parseArn(resource);
  const name = arn === undefined ? resource : arn.service === 's3' || arn.service === 'execute-api' ? arn.resource : arnResourceName(arn);
  const broad = resource === '*' || name === '' || name.startsWith('*') || arn?.service === '*';
  const services = arn === undefined || arn.service === '*' ? servicesOf(actions) : [arn.service, ...(arnService.get(arn.service) ?? [])];
  return services.flatMap((service) => {
    const own = actions?.filter((action) => matchesPattern(serviceOf(action), service)) ?? (notActions === undefined || isLeftOut(service, notActions) ? [] : [`${service}:*`]);
    return edgesOf(service, own).map((edge) => ({ edge, resource, actions: own, service, broad }));
  });
}

/** Of a symbol and of `*`, every service that the actions name; what a symbol stands for tells later which one it is. */
const servicesOf = (actions: readonly string[] | undefined): string[] => [...new Set((actions ?? []).map(serviceOf).filter((service) => meaning.has(service)))];

/** Whether actions of the service are on resources whose ARN says `other`: rds-data acts on ARNs of rds. */
export const actsOn = (service: string, other: string): boolean => service === other || arnService.get(other)?.includes(service) === true;

/** What attaching a policy of AWS allows, where its name says so: AmazonDynamoDBFullAccess, AmazonS3ReadOnlyAccess. */
export function grantsOfManaged(policy: string): Grant[] {
  const [, name = '', access] = /^arn:[^:]*:iam::aws:policy\/(?:service-role\/)?Amazon(\w+?)(FullAccess|ReadOnlyAccess)(?:_v\d)?$/.exec(policy) ?? [];
  const service = Object.hasOwn(managedServices, name) ? managedServices[name] : undefined;
  if (service === undefined) return [];
  return grantsOf([{ effect: 'Allow', actions: access === 'FullAccess' ? [`${service}:*`] : [`${service}:Get*`], resources: ['*'] }]);
}

const managedServices: Readonly<Record<string, string>> = {
  DynamoDB: 'dynamodb', S3: 's3', SQS: 'sqs', SNS: 'sns', Kinesis: 'kinesis', KinesisFirehose: 'firehose', ElasticFileSystemClient: 'elasticfilesystem', OpenSearchService: 'es',
  RDSData: 'rds-data', SSM: 'ssm', EventBridge: 'events', Keyspaces: 'cassandra', Timestream: 'timestream', MSK: 'kafka-cluster',
};

function edgesOf(service: string, actions: readonly string[]): EdgeType[] {
  const meant = meaning.get(service);
  const isEvery = (action: string): boolean => /^[^:]*:?\*$/.test(action);
  const only = Object.hasOwn(using, service) ? using[service] : undefined;
  const data = actions.filter((action) => !beside.test(action) && (only === undefined || isEvery(action) || only.test(action.slice(action.indexOf(':') + 1))));
  if (meant === undefined || data.length === 0) return [];
  if (service === 'ecr') return [...(data.some((action) => !pushing.test(action)) ? (['uses-image'] as const) : []), ...(data.some((action) => pushing.test(action) || isEvery(action)) ? (['writes'] as const) : [])];
  // Who answers a task that waits starts nothing.
  if (service === 'states' && data.every((action) => /:sendtask/i.test(action))) return ['calls'];
  if (meant !== 'data') return [meant];
  const reads = data.some((action) => reading.test(action) || isEvery(action));
  const writes = data.some((action) => !reading.test(action) || isEvery(action));
  return [...(reads ? (['reads'] as const) : []), ...(writes ? (['writes'] as const) : [])];
}

/** Storing an image in a repository. */
const pushing = /^[^:]+:(?:put|initiate|upload|complete)/i;

const isLeftOut = (service: string, notActions: readonly string[]): boolean => notActions.some((action) => action === '*' || action.toLowerCase() === `${service}:*`);
const serviceOf = (action: string): string => (action === '*' ? '*' : action.slice(0, Math.max(action.indexOf(':'), 0)).toLowerCase());

/** Edges from who has the statements to the resources that they allow by name. A symbol that several services act on says nothing here. */
export function accessOf(statements: readonly PolicyStatement[] | undefined): AttributeReference[] {
  return (statements ?? []).flatMap((statement) => {
    const isOne = servicesOf(statement.actions).length <= 1;
    return grantsOf([statement]).flatMap(({ edge, resource, broad }) => (broad || (!isOne && parseArn(resource) === undefined) ? [] : edges(edge, resource)));
  });
}

/** Whether a Deny without conditions takes the whole grant away from a resource. Where that is not certain it does not. */
export function denies({ effect, actions, notActions, resources, notResources, conditional }: PolicyStatement, grant: Pick<Grant, 'actions'>, arn: string): boolean {
  if (effect !== 'Deny' || conditional !== undefined) return false;
  const covers = (pattern: string, action: string): boolean => matchesPattern(pattern.toLowerCase(), action.toLowerCase());
  const allActions = actions?.length
    ? grant.actions.every((action) => actions.some((pattern) => covers(pattern, action)))
    : notActions !== undefined && grant.actions.every((action) => !notActions.some((left) => covers(left, action) || covers(action, left)));
  if (!allActions) return false;
  if (resources?.length) return resources.some((pattern) => meansAny(pattern, arn));
  return notResources !== undefined && !notResources.some((pattern) => meansAny(pattern, arn) || pattern.includes('⟦'));
}

/** Whether a permissions boundary lets some of the grant through. Symbols in it may stand for anything. */
export function bounds(boundary: readonly PolicyStatement[], grant: Pick<Grant, 'actions'>, arn: string): boolean {
  return boundary.some(({ effect, actions, notActions, resources, notResources }) => {
    if (effect !== 'Allow') return false;
    const overlap = (a: string, b: string): boolean => matchesPattern(a.toLowerCase(), b.toLowerCase()) || matchesPattern(b.toLowerCase(), a.toLowerCase());
    const some = actions === undefined ? grant.actions.some((action) => !(notActions ?? []).some((left) => matchesPattern(left.toLowerCase(), action.toLowerCase()))) : grant.actions.some((action) => actions.some((pattern) => overlap(pattern, action)));
    const there = resources === undefined ? !(notResources ?? []).some((pattern) => meansAny(pattern, arn)) : resources.some((pattern) => pattern.includes('⟦') || meansAny(pattern, arn));
    return some && there;
  });
}

/** A pattern means a resource by its own ARN or by those of what is in it: a bucket's objects, a table's indexes. */
const meansAny = (pattern: string, arn: string): boolean => matchesPattern(pattern, arn) || pattern === `${arn}/*` || pattern === `${arn}:*`;
