import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { z } from 'zod';
import type { Kind, Surroundings } from '../../model/kind.ts';
import { kinds } from '../../model/kinds/index.ts';
import { properties, unresolved, type Properties, type PropertyMap } from '../../model/properties.ts';
import { cfnType } from '../../model/cfn-type.ts';
import { recordedKinds } from '../../scripts/docs/kinds-page.ts';
import { kindIds, kindsIndex } from '../../scripts/generate/kinds-index.ts';
import { anyText, moods, recorder, type Asked, type Mood } from '../../scripts/kind-paths/recorder.ts';

const all = Object.values(kinds) as readonly Kind[];

/** Every reader of a kind by the type that it reads. */
function readersOf({ names, read, parts = {} }: Kind): [type: string, read: (from: Properties, around: Surroundings) => object][] {
  const { cloudformation, terraform } = read;
  return [
    ...[names.cloudformation, ...(names.also ?? [])].flatMap((type): [string, NonNullable<typeof cloudformation>][] => (cloudformation ? [[type, cloudformation]] : [])),
    ...names.terraform.flatMap((type): [string, NonNullable<typeof terraform>][] => (terraform ? [[type, terraform]] : [])),
    ...Object.entries(parts).map(([type, part]): [string, typeof part.read] => [type, part.read]),
  ];
}

/** Kinds that Terraform’s provider has no resource for, as its schema of 5.100.0 shows: there is nothing to compare. */
const withoutTerraform: Readonly<Record<string, string>> = {
  'ses-multi-region-endpoint': 'The provider has no resource of SES for multi-region endpoints.',
  'sso-instance': 'The provider has a data source for the instances and no resource that makes one.',
};
/** Kinds that AWS Config does not record: direct calls alone tell of those that run. */
const unrecorded = [
  'apigateway-domain-name', 'apigatewayv2-domain-name', 'arc-region-switch-plan', 'directory', 'dlm-lifecycle-policy', 'docdb-cluster', 'docdb-global-cluster', 'docdb-instance', 'dsql-cluster', 'eks-nodegroup',
  'elasticache-global-replication-group', 'elasticache-replication-group', 'elasticache-serverless-cache', 'fsx-file-system', 'kms-replica-key', 'lambda-event-source-mapping', 'log-group',
  'memorydb-cluster', 'memorydb-multi-region-cluster', 'msk-replicator', 'neptune-cluster', 'neptune-global-cluster', 'neptune-instance', 'organizations-policy', 'rds-cluster-parameter-group', 'redshift-serverless-namespace',
  'route53-health-check', 'route53-record', 'scalable-target', 'ses-multi-region-endpoint', 'sns-subscription', 'ssm-parameter', 'sso-instance', 'transit-gateway-peering-attachment',
];

const told = (value: object): Record<string, unknown> => JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

describe('kinds', () => {
  it('are what the folder holds', () => {
    assert.deepEqual(Object.keys(kinds), kindIds());
    for (const [key, { id }] of Object.entries(kinds)) assert.equal(id, key);
    assert.equal(readFileSync(new URL('../../model/kinds/index.ts', import.meta.url), 'utf8'), kindsIndex(), 'model/kinds/index.ts is stale: npm run generate');
  });

  it('claim every type name once', () => {
    const names = all.flatMap(({ names, parts = {} }) => [names.cloudformation, ...(names.also ?? []), ...(names.config === undefined ? [] : [names.config]), ...names.terraform, ...Object.keys(parts)]);
    assert.deepEqual(names.filter((name, index) => names.indexOf(name) !== index), []);
  });

  it('are in the specification of CloudFormation, each by every type that is named', () => {
    for (const { names } of all) for (const type of [names.cloudformation, ...(names.also ?? [])]) assert.ok(cfnType(type) !== undefined || type.startsWith('AWS::Serverless::'), type);
  });

  it('have Terraform’s types, or a reason for none', () => {
    assert.deepEqual(all.filter(({ names }) => names.terraform.length === 0).map(({ id }) => id), Object.keys(withoutTerraform));
  });

  it('are recorded by AWS Config but for those that it has no type for', async () => {
    const recorded = await recordedKinds();
    assert.deepEqual(all.map(({ id }) => id).filter((id) => !recorded.has(id)), unrecorded);
    // What it records in the service's own words is read as the service's answers are, in whatever capitals; the rest as CloudFormation.
    for (const { id, read } of all) assert.ok(recorded.get(id) === 'service' ? read.describe : read.config === undefined, id);
  });

  for (const kind of all) {
    describe(kind.id, () => {
      it('is told alike by templates, the service and AWS Config, as its own test shows', () => {
        const text = readFileSync(new URL(`kinds/${kind.id}.test.ts`, import.meta.url), 'utf8');
        if (!Object.hasOwn(withoutTerraform, kind.id)) assert.match(text, /\bsameAttributes\(/);
        assert.match(text, /\bsameDescribed\(/);
      });

      it('describes every attribute', () => {
        for (const [name, schema] of Object.entries(kind.attributes.shape)) assertDescribed(name, schema as z.ZodType);
      });

      it('reads CloudFormation, and Terraform where its provider has the resource', () => {
        assert.ok(kind.read.cloudformation);
        assert.equal(kind.read.terraform !== undefined, kind.names.terraform.length > 0);
      });

      it('knows the keys of its ARN and hosts', () => {
        const keys = [kind.arn ?? '', ...(kind.hosts ?? [])].flatMap((template) => Array.from(template.matchAll(/\{(\w+)\}/g), ([, key]) => key));
        const known = ['partition', 'region', 'account', 'name', 'id', 'suffix', ...Object.keys(kind.attributes.shape)];
        assert.deepEqual(keys.filter((key) => !known.includes(key ?? '')), []);
        if (kind.traits.includes('global')) assert.doesNotMatch(kind.arn ?? '', /\{region\}/);
      });

      it('makes no references of nothing', () => assert.deepEqual(kind.references?.({} as never) ?? [], []));

      for (const [type, read] of readersOf(kind)) {
        it(`tells nothing of an untold ${type}`, () => {
          const of = (mood: Mood): Record<string, unknown> => told(read(recorder([], mood), { type, region: anyText }));
          const others = moods.filter((mood) => mood !== 'untold').map(of);
          for (const [name, value] of Object.entries(of('untold'))) {
            assert.ok(others.every((other) => says(other[name], value)), `${name} is told as ${JSON.stringify(value)}`);
          }
        });

        it(`keeps to its schema whatever ${type} holds`, () => {
          fc.assert(fc.property(hostileMap(read, type), (raw) => assertValid(kind, read(properties(raw), { type, region: anyText }))), { numRuns: 30, seed: 7 });
        });
      }
    });
  }
});

/** Whether a value says all that the other says: what the type or the surroundings tell, a reader tells in every mood. */
function says(value: unknown, other: unknown): boolean {
  if (typeof other !== 'object' || other === null) return value === other;
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(other).every(([key, member]) => says((value as Record<string, unknown>)[key], member));
}

function assertDescribed(name: string, schema: z.ZodType): void {
  assert.ok(schema.description, `${name} is not described`);
  const { innerType, element, shape } = schema.def as { innerType?: z.ZodType; element?: z.ZodType; shape?: Record<string, z.ZodType> };
  const inner = innerType ?? element;
  const members = shape ?? (inner?.def as { shape?: Record<string, z.ZodType> } | undefined)?.shape ?? {};
  for (const [member, of] of Object.entries(members)) assertDescribed(`${name}.${member}`, of);
}

function assertValid(kind: Kind, read: object): void {
  const attributes = told(read);
  const result = kind.attributes.partial().strict().safeParse(attributes);
  assert.ok(result.success, result.error?.message);
  for (const { edge, to } of kind.references?.(attributes as never) ?? []) assert.ok(edge !== undefined && to !== '');
}

/** Properties in which the paths that the reader asks for hold values of any type. */
function hostileMap(read: (from: Properties, around: Surroundings) => object, type: string): fc.Arbitrary<PropertyMap> {
  const asked: Asked[] = [];
  for (const mood of moods) read(recorder(asked, mood), { type, region: anyText });
  const paths = [...new Set(asked.map(({ path }) => path))];
  const value = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<PropertyMap[string]>('', 'text', 'Enabled', '{"Statement":{}}', '[{"x":1}]', '{', true, false, 0, 7, null, unresolved('?'), {}, []) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<PropertyMap[string]> },
  );
  return fc.array(fc.tuple(fc.nat(Math.max(paths.length - 1, 0)), value, fc.boolean()), { maxLength: 40 }).map((entries) => {
    const root: Record<string, unknown> = {};
    for (const [index, found, listed] of entries) put(root, (paths[index] ?? 'x').split('.'), listed ? [found] : found);
    return root as PropertyMap;
  });
}

function put(at: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: unknown): void {
  const spread = step.endsWith('[]');
  const name = spread ? step.slice(0, -2) : step;
  if (rest.length === 0) {
    at[name] = value;
    return;
  }
  const held = at[name];
  const inner = (Array.isArray(held) ? held[0] : held) as unknown;
  const next = typeof inner === 'object' && inner !== null && !Array.isArray(inner) && Object.isExtensible(inner) ? (inner as Record<string, unknown>) : {};
  put(next, rest, value);
  at[name] = spread ? [next] : next;
}
