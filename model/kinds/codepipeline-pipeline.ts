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
    storeRegions: z.array(z.string()).describe('Regions of artifact stores, where a pipeline across regions names them'),
    deploys: z.boolean().describe('It has an action of the category Deploy'),
    artifactBuckets: z.array(z.string()).describe('Buckets of its artifact stores'),
    role: z.string().describe('Role of the pipeline'),
    keys: z.array(z.string()).describe('Keys of its artifact stores'),
  }),
  read: {
    cloudformation: (from) => ({
      actionRegions: setOf(from.texts('Stages[].Actions[].Region', [])),
      storeRegions: setOf(from.texts('ArtifactStores[].Region', [])),
      deploys: from.texts('Stages[].Actions[].ActionTypeId.Category', [])?.includes('Deploy'),
      artifactBuckets: union(from.texts('ArtifactStore.Location', []), from.texts('ArtifactStores[].ArtifactStore.Location', [])),
      role: filled(from.text('RoleArn')),
      keys: union(from.texts('ArtifactStore.EncryptionKey.Id', []), from.texts('ArtifactStores[].ArtifactStore.EncryptionKey.Id', [])),
    }),
    terraform: (from) => ({
      actionRegions: setOf(from.texts('stage[].action[].region', [])),
      storeRegions: setOf(from.texts('artifact_store[].region', [])),
      deploys: from.texts('stage[].action[].category', [])?.includes('Deploy'),
      artifactBuckets: setOf(from.texts('artifact_store[].location', [])),
      role: filled(from.text('role_arn')),
      keys: setOf(from.texts('artifact_store[].encryption_key[].id', [])),
    }),
    describe: (from) => ({
      actionRegions: setOf(from.texts('pipeline.stages[].actions[].region', [])),
      storeRegions: setOf(stores(from)?.map(([region]) => region)),
      deploys: from.texts('pipeline.stages[].actions[].actionTypeId.category', [])?.includes('Deploy'),
      artifactBuckets: union(from.texts('pipeline.artifactStore.location', []), stores(from)?.flatMap(([, store]) => store.text('location') ?? [])),
      role: filled(from.text('pipeline.roleArn')),
      keys: union(from.texts('pipeline.artifactStore.encryptionKey.id', []), stores(from)?.flatMap(([, store]) => store.text('encryptionKey.id') ?? [])),
    }),
  },
  references: ({ artifactBuckets, role, keys = [] }) => [...edges('reads', artifactBuckets, 'AWS::S3::Bucket'), ...edges('writes', artifactBuckets, 'AWS::S3::Bucket'), ...usesRoles(role), ...usesKeys(...keys)],
});

/** The API keeps artifact stores by their regions. */
function stores(from: Properties): [region: string, store: Properties][] | undefined {
  if (from.has('pipeline.artifactStores') === false) return [];
  const map = from.json('pipeline.artifactStores');
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return undefined;
  return Object.entries(map).flatMap(([region, store]) => (typeof store === 'object' && store !== null && !Array.isArray(store) ? [[region, properties(store as PropertyMap, true)]] : []));
}
