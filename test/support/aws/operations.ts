import type { IamAction } from '../../../scanner/scanner.ts';
import { services } from '../../../scanner/aws/services/index.ts';

/** A request to AWS, as it comes over the wire. */
export interface Wire {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

type Protocol = 'json' | 'query' | 'ec2' | 'rest-json' | 'rest-xml';

export interface Operation {
  /** Name by which requests are signed: monitoring, elasticfilesystem. */
  readonly service: string;
  readonly operation: string;
  readonly protocol: Protocol;
}

interface Route {
  readonly service: string;
  readonly operation: string;
  readonly method: string;
  readonly path: RegExp;
  /** Query parameters that the route is told apart by, with their values. */
  readonly query: readonly (readonly [string, string])[];
}

const protocols: Readonly<Record<string, Protocol>> = { AwsRestJsonProtocol: 'rest-json', AwsRestXmlProtocol: 'rest-xml', S3RestXmlProtocol: 'rest-xml', AwsJson1_0Protocol: 'json', AwsJson1_1Protocol: 'json', AwsQueryProtocol: 'query', AwsEc2QueryProtocol: 'ec2' };

interface Table {
  readonly protocols: ReadonlyMap<string, Protocol>;
  readonly routes: readonly Route[];
}
let table: Promise<Table> | undefined;
const declared = new Map<string, IamAction[]>();

/** Actions that the scanner declares for an operation of a request. */
export const actionsOf = ({ service, operation }: Operation): readonly IamAction[] => declared.get(`${service} ${operation}`) ?? [];

/** Every operation of every service that the scanner knows, changing ones as well, by the SDK's own schemas. */
const tableOf = (): Promise<Table> => (table ??= loaded());

async function loaded(): Promise<Table> {
  const known = new Map<string, Protocol>();
  const routes: Route[] = [];
  for (const { sdk, client, operations } of services) {
    const members = (await sdk()) as Record<string, unknown>;
    const Client = members[client] as new (settings: object) => { config: { defaultSigningName: string; protocol: { constructor: { name: string } } } };
    const { defaultSigningName: service, protocol } = new Client({ region: 'us-east-1' }).config;
    for (const [operation, { actions }] of Object.entries(operations)) declared.set(`${service} ${operation}`, [...(declared.get(`${service} ${operation}`) ?? []), ...actions]);
    known.set(service, protocols[protocol.constructor.name] ?? 'json');
    for (const member of Object.values(members)) {
      if (!Array.isArray(member) || member[0] !== 9) continue;
      const [, namespace, operation, traits] = member as [number, string, string, { http?: [string, string, number] } | number];
      if (typeof traits === 'object' && traits.http !== undefined) routes.push(routeOf({ service, operation, bucket: namespace === 'com.amazonaws.s3' }, traits.http));
    }
  }
  // The more a route says, the sooner it is tried.
  return { protocols: known, routes: routes.sort((a, b) => b.query.length - a.query.length || b.path.source.replaceAll(/\(\?:.*?\)/g, '').length - a.path.source.replaceAll(/\(\?:.*?\)/g, '').length) };
}

function routeOf({ service, operation, bucket }: { readonly service: string; readonly operation: string; readonly bucket: boolean }, [method, uri]: [string, string, number]): Route {
  const [path = '', query = ''] = uri.split('?');
  const steps = (bucket ? `/{Bucket}${path === '/' ? '' : path}` : path).split('/').map((step) => (step.includes('{') ? (step.includes('+') ? '(?:.+)' : '(?:[^/]+)') : step.replaceAll('.', '\\.')));
  const isList = operation === 'ListBuckets';
  return {
    service, operation, method,
    path: isList ? /^\/$/ : new RegExp(`^${steps.join('/')}/?$`),
    query: [...new URLSearchParams(isList ? '' : query)].filter(([name]) => name !== 'x-id'),
  };
}

/** Which operation a request is for; undefined for what no SDK would send. */
export async function operationOf({ method, url, headers, body }: Wire): Promise<Operation | undefined> {
  const { protocols: known, routes } = await tableOf();
  const service = /Credential=[^/]+\/\d+\/[\w-]+\/([\w-]+)\//.exec(String(headers['authorization'] ?? ''))?.[1] ?? '';
  const protocol = known.get(service);
  if (protocol === undefined) return undefined;
  const target = headers['x-amz-target'];
  if (target !== undefined) return { service, protocol: 'json', operation: String(target).split('.').at(-1) ?? '' };
  const action = new URLSearchParams(body).get('Action');
  if (action !== null) return { service, protocol, operation: action };
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const route = routes.find((each) => each.service === service && each.method === method && each.path.test(pathname) && each.query.every(([name, value]) => searchParams.has(name) && (value === '' || searchParams.get(name) === value)));
  return route === undefined ? undefined : { service, protocol, operation: route.operation };
}
