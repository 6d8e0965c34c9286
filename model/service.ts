import table from './data/service-map.json' with { type: 'json' };
import { plainName } from './plain-name.ts';

/**
 * What a name says about a service: its code in the tables (kafka, dynamodb); null where the service exists and the tables do not
 * have it; undefined where the name is unknown.
 */
export type ServiceCode = string | null | undefined;

type Client = readonly [serviceId: string, endpointPrefix: string, signingName: string, code: string | null];

const namespaces = new Map(Object.entries<string | null>(table.namespaces));
const typePrefixes = Object.entries<string>(table.types);
const clients = new Map(Object.entries(table.clients as unknown as Readonly<Record<string, Client>>));

/** By CloudFormation namespace: MSK or AWS::MSK. */
export function serviceOfNamespace(namespace: string): ServiceCode {
  return namespaces.get(namespace.startsWith('AWS::') ? namespace.slice(5) : namespace);
}

/** By CloudFormation type: AWS::EC2::VerifiedAccessInstance is not served wherever EC2 is. */
export function serviceOfType(type: string): ServiceCode {
  const prefix = typePrefixes.find(([begin]) => type.startsWith(begin));
  return prefix ? prefix[1] : namespaces.get(type.split('::', 3)[1] ?? '');
}

/**
 * By the name that code or an endpoint gives: boto3 client, AWS CLI command, npm package after client-, API model id, host prefix,
 * signing name. A host or signing name that services of different availability share is undefined.
 */
export function serviceOfClient(name: string): ServiceCode {
  const exact = clients.get(name);
  return exact ? exact[3] : clientNames().get(plainName(name));
}

let names: ReadonlyMap<string, ServiceCode> | undefined;

function clientNames(): ReadonlyMap<string, ServiceCode> {
  if (names) return names;
  const found = new Map<string, ServiceCode>();
  for (const [name, [serviceId, , , code]] of clients) {
    found.set(plainName(serviceId), code);
    found.set(plainName(name), code);
  }
  for (const alias of [([, prefix]: Client) => prefix, ([, , signing]: Client) => signing]) {
    const shared = new Map<string, Set<string | null>>();
    for (const client of clients.values()) {
      const name = plainName(alias(client));
      shared.set(name, (shared.get(name) ?? new Set()).add(client[3]));
    }
    for (const [name, [code, ...others]] of shared) {
      if (others.length === 0 && !found.has(name)) found.set(name, code);
    }
  }
  names = found;
  return found;
}
