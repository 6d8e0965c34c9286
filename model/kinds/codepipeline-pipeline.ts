import { z } from 'zod';
import { kind } from '../kind.ts';
import { edges, usesKeys, usesRoles } from '../linking.ts';
import { properties, type Properties, type PropertyMap } from '../properties.ts';
import { filled, setOf, union } from '../reading.ts';

export const codepipelinePipeline = kind({
  id: 'codepipeline-pipeline',
  title: 'CodePipeline pipeline',
  traits: ['operations'],
  names: { cloudformation: 'AWS::CodePipeline::Pipeline', terraform: ['aws_codepipeline'] },
  arn: 'arn:{partition}:codepipeline:{region}:{account}:{name}',
  name: { cloudformation: 'Name', terraform: 'name' },
  attributes: z.object({
    actionRegions: z.array(z.string()).describe('Regions that actions name; those that name none run in the pipeline’s own region'),
    parallelRegions: z.array(z.string()).describe('Regions that deploy actions of one stage and run order name, so that they are deployed to at the same time'),
    storeRegions: z.array(z.string()).describe('Regions of artifact stores, where a pipeline across regions names them'),
    deploys: z.boolean().describe('It has an action of the category Deploy'),
    artifactBuckets: z.array(z.string()).describe('Buckets of its artifact stores'),
    role: z.string().describe('Role of the pipeline'),
    keys: z.array(z.string()).describe('Keys of its artifact stores'),
  }),
  read: {
    cloudformation: (from) => ({
      actionRegions: setOf(from.texts('Stages[].Actions[].Region', [])),
      parallelRegions: together(from.items('Stages[]')?.map((stage) => stage.items('Actions[]')), { region: 'Region', order: 'RunOrder', category: 'ActionTypeId.Category' }),
      storeRegions: setOf(from.texts('ArtifactStores[].Region', [])),
      deploys: from.texts('Stages[].Actions[].ActionTypeId.Category', [])?.includes('Deploy'),
      artifactBuckets: union(from.texts('ArtifactStore.Location', []), from.texts('ArtifactStores[].ArtifactStore.Location', [])),
      role: filled(from.text('RoleArn')),
      keys: union(from.texts('ArtifactStore.EncryptionKey.Id', []), from.texts('ArtifactStores[].ArtifactStore.EncryptionKey.Id', [])),
    }),
    terraform: (from) => ({
      actionRegions: setOf(from.texts('stage[].action[].region', [])),
      parallelRegions: together(from.items('stage[]')?.map((stage) => stage.items('action[]')), { region: 'region', order: 'run_order', category: 'category' }),
      storeRegions: setOf(from.texts('artifact_store[].region', [])),
      deploys: from.texts('stage[].action[].category', [])?.includes('Deploy'),
      artifactBuckets: setOf(from.texts('artifact_store[].location', [])),
      role: filled(from.text('role_arn')),
      keys: setOf(from.texts('artifact_store[].encryption_key[].id', [])),
    }),
    describe: (from) => ({
      actionRegions: setOf(from.texts('pipeline.stages[].actions[].region', [])),
      parallelRegions: together(from.items('pipeline.stages[]')?.map((stage) => stage.items('actions[]')), { region: 'region', order: 'runOrder', category: 'actionTypeId.category' }),
      storeRegions: setOf(stores(from)?.map(([region]) => region)),
      deploys: from.texts('pipeline.stages[].actions[].actionTypeId.category', [])?.includes('Deploy'),
      artifactBuckets: union(from.texts('pipeline.artifactStore.location', []), stores(from)?.flatMap(([, store]) => store.text('location') ?? [])),
      role: filled(from.text('pipeline.roleArn')),
      keys: union(from.texts('pipeline.artifactStore.encryptionKey.id', []), stores(from)?.flatMap(([, store]) => store.text('encryptionKey.id') ?? [])),
    }),
  },
  references: ({ artifactBuckets, role, keys = [] }) => [...edges('reads', artifactBuckets, 'AWS::S3::Bucket'), ...edges('writes', artifactBuckets, 'AWS::S3::Bucket'), ...usesRoles(role), ...usesKeys(...keys)],
});

/** Regions that share a run order of a stage with another one; undefined where a stage or one of its actions is not told. */
function together(stages: readonly (readonly Properties[] | undefined)[] | undefined, { region, order, category }: { readonly region: string; readonly order: string; readonly category: string }): string[] | undefined {
  if (stages === undefined || stages.includes(undefined)) return undefined;
  const deploying = stages.map((actions = []) => actions.filter((action) => action.text(category) === 'Deploy'));
  const groups = deploying.flatMap((actions) => [...Map.groupBy(actions, (action) => action.count(order) ?? 1).values()]);
  const regions = groups.map((actions) => new Set(actions.map((action) => (action.has(region) === false ? '' : action.text(region)))));
  if (regions.some((set) => set.size > 1 && set.has(undefined))) return undefined;
  return setOf(regions.flatMap((set) => (set.size > 1 ? [...set].flatMap((each) => (each === undefined || each === '' ? [] : [each])) : [])));
}

/** The API keeps artifact stores by their regions. */
function stores(from: Properties): [region: string, store: Properties][] | undefined {
  if (from.has('pipeline.artifactStores') === false) return [];
  const map = from.json('pipeline.artifactStores');
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return undefined;
  return Object.entries(map).flatMap(([region, store]) => (typeof store === 'object' && store !== null && !Array.isArray(store) ? [[region, properties(store as PropertyMap, true)]] : []));
}
