import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { cfnType } from '../../model/cfn-type.ts';
import { identifierParameters } from './sdk-identifiers.ts';
import { provenanceOf, readJson, type Sources } from './sources.ts';
import { sortedObject, type Table } from './table.ts';

const shapeSchema = z.object({
  type: z.string(),
  members: z.record(z.string(), z.object({ shape: z.string() })).optional(),
  member: z.object({ shape: z.string() }).optional(),
  key: z.object({ shape: z.string() }).optional(),
  value: z.object({ shape: z.string() }).optional(),
  required: z.array(z.string()).optional(),
});

const modelSchema = z.object({
  metadata: z.object({ signingName: z.string().optional(), endpointPrefix: z.string() }),
  operations: z.record(z.string(), z.object({ input: z.object({ shape: z.string() }).optional() })),
  shapes: z.record(z.string(), shapeSchema),
});
type Model = z.infer<typeof modelSchema>;

/** Requests in requests that are searched: TransactItems[].Put.TableName. */
const depthLimit = 3;

export async function sdkOperationsTable(sources: Sources): Promise<Table> {
  const botocore = await sources.wheel('botocore');
  const services: (readonly [string, Readonly<Record<string, unknown>>])[] = [];
  for (const service of Object.keys(identifierParameters)) services.push([service, operationsOf(service, await readModel(join(botocore.folder, 'botocore', 'data', service)))]);
  return {
    name: 'sdk-operations',
    meta: {
      title: 'Resources that SDK operations name',
      ...provenanceOf(botocore),
      derivedBy: 'scripts/catalogue/sdk-operations.ts',
      encoding: 'services[boto3 name]: action = prefix of its IAM actions; operations[name] = paths in the request that name a resource, [] for elements of a list and {} for keys of a map, each with the CloudFormation type. An operation that names no resource is left out',
      caveats: [
        'Which members name a resource, and of which type, is curated (scripts/catalogue/sdk-identifiers.ts); operations and paths are from the API models.',
        'Whether an operation reads or writes is told by its name, as for IAM actions.',
      ],
    },
    body: { services: sortedObject(services) },
  };
}

async function readModel(folder: string): Promise<Model> {
  const versions = (await readdir(folder, { withFileTypes: true })).filter((version) => version.isDirectory()).map(({ name }) => name).sort();
  return readJson(join(folder, versions.at(-1) ?? '', 'service-2.json.gz'), modelSchema);
}

function operationsOf(service: string, model: Model): Readonly<Record<string, unknown>> {
  const operations = Object.entries(model.operations).flatMap(([name, { input }]) => {
    const found = input === undefined ? [] : pathsIn(input.shape, { service, operation: name, model, prefix: '', depth: 0 });
    return found.length === 0 ? [] : [[name, Object.fromEntries(found)] as const];
  });
  return { action: model.metadata.signingName ?? model.metadata.endpointPrefix, operations: sortedObject(operations) };
}

interface Looking {
  readonly service: string;
  readonly operation: string;
  readonly model: Model;
  readonly prefix: string;
  readonly depth: number;
}

function pathsIn(name: string, looking: Looking): (readonly [path: string, type: string])[] {
  const { model, prefix, depth } = looking;
  return Object.entries(model.shapes[name]?.members ?? {}).flatMap(([member, { shape }]) => {
    const suffix = suffixOf(model, shape);
    const own = typeNamedBy(`${member}${suffix}`, looking);
    if (own !== undefined) return [[`${prefix}${member}${suffix}`, own] as const];
    const element = model.shapes[shape]?.member?.shape;
    const inner = suffix === '[]' && element !== undefined ? element : shape;
    return depth >= depthLimit || suffix === '{}' ? [] : pathsIn(inner, { ...looking, prefix: `${prefix}${member}${suffix}.`, depth: depth + 1 });
  });
}

function suffixOf({ shapes }: Model, shape: string): string {
  const { type } = shapes[shape] ?? {};
  return type === 'list' ? '[]' : type === 'map' ? '{}' : '';
}

function typeNamedBy(member: string, { service, operation }: Looking): string | undefined {
  const parameters = identifierParameters[service] ?? {};
  const found = Object.hasOwn(parameters, member) ? parameters[member] : undefined;
  if (found === undefined) return undefined;
  const { type, only } = typeof found === 'string' ? { type: found, only: undefined } : found;
  if (cfnType(type) === undefined) throw new Error(`${service} ${member}: there is no type ${type}`);
  return only?.test(operation) === false ? undefined : type;
}
