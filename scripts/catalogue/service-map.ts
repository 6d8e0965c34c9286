import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { compareText } from '../../model/json.ts';
import { plainName } from '../../model/plain-name.ts';
import { readRegistry } from './cfn-provider-types.ts';
import { readInfrastructure, type Infrastructure } from './infrastructure.ts';
import { clientOverrides, namespaceOverrides, typeOverrides } from './service-overrides.ts';
import { readNotRegionBound } from './service-regions.ts';
import { provenanceOf, readJson, type Sources } from './sources.ts';
import { sortedObject, type Table } from './table.ts';

interface Client {
  /** Name in boto3 and the AWS CLI. */
  readonly name: string;
  /** Name in API models, from which the SDK for JavaScript names its packages: ARC Region switch → client-arc-region-switch. */
  readonly serviceId: string;
  readonly endpointPrefix: string;
  readonly signingName: string;
}

export async function serviceMapTable(sources: Sources): Promise<Table> {
  const tree = await readInfrastructure(sources);
  const { cfnLint, types } = await readRegistry(sources);
  const botocore = await sources.wheel('botocore');
  const clients = await readClients(join(botocore.folder, 'botocore', 'data'));
  const names = codesByName(tree);
  const known = new Set([...tree.services.keys(), ...Object.keys((await readNotRegionBound()).services)]);
  for (const code of [...Object.values(namespaceOverrides), ...Object.values(clientOverrides), ...Object.values(typeOverrides)]) {
    if (code !== null && !known.has(code)) throw new Error(`An override names ${code}, which the tree does not have`);
  }
  const sdk = clients.map((client) => ({ ...client, code: codeOfClient(client, names, codesByHost(tree)) }));
  const byServiceId = new Map(sdk.map(({ serviceId, code }) => [plainName(serviceId), code]));
  const namespaces = [...new Set([...types.values()].flatMap((of) => [...of].map((type) => type.split('::')[1] ?? '')))].sort(compareText);
  return {
    name: 'service-map',
    meta: {
      title: 'Names of a service',
      ...provenanceOf(botocore),
      derivedBy: 'scripts/catalogue/service-map.ts',
      encoding: 'namespaces[X]: service-regions code of AWS::X::*, null where the Systems Manager tree does not have the service. types[prefix]: types that belong to another service than their namespace. clients[name]: [serviceId, endpointPrefix, signingName, code or null] by boto3 name',
      caveats: [
        'Matched by name and by endpoint host, then corrected by hand where the names mislead (scripts/catalogue/service-overrides.ts says where and why).',
        'A newer API behind an older service\'s host (S3 Tables, Lambda MicroVMs …) maps to null unless the tree tells it apart.',
      ],
      alsoFrom: [
        { ...provenanceOf(tree.moto), gives: 'service codes and hosts' },
        { ...provenanceOf(cfnLint), gives: 'CloudFormation namespaces' },
      ],
    },
    body: {
      namespaces: sortedObject(namespaces.map((namespace) => [namespace, codeOfNamespace(namespace, names, byServiceId)])),
      types: sortedObject(Object.entries(typeOverrides)),
      clients: sortedObject(sdk.map(({ name, serviceId, endpointPrefix, signingName, code }) => [name, [serviceId, endpointPrefix, signingName, code]])),
    },
  };
}

const serviceModel = z.object({
  metadata: z.object({ serviceId: z.string().optional(), endpointPrefix: z.string(), signingName: z.string().optional() }),
});

async function readClients(folder: string): Promise<Client[]> {
  const clients: Client[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const versions = (await readdir(join(folder, entry.name), { withFileTypes: true })).filter((version) => version.isDirectory()).map((version) => version.name).sort();
    const newest = versions.at(-1);
    if (newest === undefined) continue;
    const { metadata } = await readJson(join(folder, entry.name, newest, 'service-2.json.gz'), serviceModel);
    const { endpointPrefix, serviceId = entry.name, signingName = endpointPrefix } = metadata;
    clients.push({ name: entry.name, serviceId, endpointPrefix, signingName });
  }
  return clients;
}


function codesByName({ services }: Infrastructure): ReadonlyMap<string, string> {
  return new Map([...services.keys()].sort(compareText).map((code) => [plainName(code), code]));
}

/** First part of the host → the codes behind it: several services share rds, ec2, fsx, iot and email. */
function codesByHost({ services, regions }: Infrastructure): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, Set<string>>();
  for (const [code, service] of services) {
    for (const [region, host] of service.regions) {
      const domain = regions.get(region)?.domain ?? '';
      const prefix = host?.replace(new RegExp(`\\.(?:api\\.aws|on\\.aws|${domain.replaceAll('.', '\\.')}|api\\.amazonwebservices\\.\\S+)$`), '').replace(`.${region}`, '').replace(`${region}.`, ''); // regionready-ignore code-partition-literal -- suffixes that are taken off
      if (prefix) codes.set(prefix, (codes.get(prefix) ?? new Set()).add(code));
    }
  }
  return new Map([...codes].map(([prefix, of]) => [prefix, [...of]]));
}

function codeOfClient(client: Client, names: ReadonlyMap<string, string>, hosts: ReadonlyMap<string, readonly string[]>): string | null {
  const override = Object.hasOwn(clientOverrides, client.name) ? clientOverrides[client.name] : undefined;
  if (override !== undefined) return override;
  const byName = names.get(plainName(client.name)) ?? names.get(plainName(client.serviceId));
  if (byName !== undefined) return byName;
  const behind = hosts.get(client.endpointPrefix) ?? [];
  return behind.length === 1 ? (behind[0] ?? null) : null;
}

function codeOfNamespace(namespace: string, names: ReadonlyMap<string, string>, byServiceId: ReadonlyMap<string, string | null>): string | null {
  const override = Object.hasOwn(namespaceOverrides, namespace) ? namespaceOverrides[namespace] : undefined;
  if (override !== undefined) return override;
  return names.get(plainName(namespace)) ?? byServiceId.get(plainName(namespace)) ?? null;
}
