import { posix } from 'node:path';
import { z } from 'zod';
import type { Fact } from '../../model/fact.ts';
import type { Deployment, IacFile } from './reader.ts';

const stackArtifact = z.object({
  type: z.literal('aws:cloudformation:stack'),
  environment: z.string().optional(),
  properties: z.object({ templateFile: z.string(), stackName: z.string().optional(), parameters: z.record(z.string(), z.unknown()).optional() }),
  metadata: z.record(z.string(), z.array(z.object({ type: z.string(), data: z.unknown().optional() })).catch([])).optional().catch(undefined),
});
type StackArtifact = z.infer<typeof stackArtifact>;

const manifestSchema = z.object({ version: z.string(), artifacts: z.record(z.string(), z.object({ type: z.string() }).loose()) });

/** The stacks of an AWS CDK cloud assembly. */
export interface CdkStacks {
  /** How each template is deployed, by path relative to the scanned root. */
  readonly stacks: ReadonlyMap<string, readonly Deployment[]>;
  /** What could not be read. */
  readonly facts: readonly Fact[];
}

/**
 * Reads a manifest.json of cdk.out: which template is which stack, in which account and region. Stacks without a region of their own take
 * the given deployments. Stages have assemblies with manifests of their own. A manifest.json of something else has no stacks.
 */
export function cdkOutStacks(manifest: IacFile, deployments: readonly Deployment[]): CdkStacks {
  const stacks = new Map<string, readonly Deployment[]>();
  const facts: Fact[] = [];
  for (const [id, artifact] of Object.entries(artifactsIn(manifest.text))) {
    if (artifact.type !== 'aws:cloudformation:stack') continue;
    const read = stackArtifact.safeParse(artifact);
    const path = read.success ? posix.normalize(posix.join(posix.dirname(manifest.path), read.data.properties.templateFile)) : undefined;
    if (!read.success || path === undefined || path.startsWith('../') || path.startsWith('/')) facts.push(unreadable(id, manifest));
    else stacks.set(path, [...(stacks.get(path) ?? []), ...deploymentsOf(id, read.data, deployments)]);
  }
  return { stacks, facts };
}

function artifactsIn(text: string): z.infer<typeof manifestSchema>['artifacts'] {
  if (!text.includes('aws:cloudformation:stack')) return {};
  try {
    const read = manifestSchema.safeParse(JSON.parse(text));
    return read.success ? read.data.artifacts : {};
  } catch {
    return {};
  }
}

function unreadable(id: string, { path }: IacFile): Fact {
  const message = 'The manifest does not say where the stack’s template lies within the scanned folder';
  return { type: 'blind-spot', reason: 'unparsable', asked: `resources of the stack ${id.slice(0, 200)}`, message, source: { scanner: 'cloudformation', file: path } };
}

function deploymentsOf(id: string, { environment = '', properties, metadata }: StackArtifact, given: readonly Deployment[]): Deployment[] {
  const [, account, region] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(environment) ?? [];
  const own: Partial<Deployment> = {
    stack: properties.stackName ?? id,
    ...(account === undefined || account === 'unknown-account' ? {} : { account }),
    modules: modulesIn(metadata),
  };
  const parameters = textsIn(properties.parameters);
  if (region === undefined || region === 'unknown-region') return given.map((deployment) => ({ ...deployment, ...own, parameters: { ...parameters, ...deployment.parameters } }));
  const same = given.find((deployment) => deployment.region === region);
  return [{ ...same, ...own, region, parameters: { ...parameters, ...same?.parameters } }];
}

/** Construct path by logical id, which the manifest keeps even where templates are written without paths. */
function modulesIn(metadata: StackArtifact['metadata']): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata ?? {}).flatMap(([path, entries]) =>
    entries.flatMap(({ type, data }) => (type === 'aws:cdk:logicalId' && typeof data === 'string' ? [[data, path.replace(/^\//, '')]] : []))));
}

function textsIn(parameters: Readonly<Record<string, unknown>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).flatMap(([key, value]) => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[key, String(value)]] : [])));
}
