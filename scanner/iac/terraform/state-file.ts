import { z } from 'zod';
import type { Json, JsonObject } from '../../../model/json.ts';
import { indexText, within } from './address.ts';
import { asList, asObject, member } from './members.ts';
import { localAddress, type TerraformResource } from './resource.ts';
import type { Shown } from './shown-modules.ts';

const stateResourceSchema = z.object({
  module: z.string().default(''),
  mode: z.string(),
  type: z.string().min(1),
  name: z.string(),
  provider: z.string().default(''),
  instances: z.array(z.unknown()).default([]),
});

const instanceSchema = z.object({
  index_key: z.union([z.string(), z.int()]).nullish(),
  deposed: z.string().nullish(),
  attributes: z.custom<JsonObject>((value) => asObject(value) !== undefined).nullish(),
  sensitive_attributes: z.array(z.unknown()).nullish(),
});

/** The resources of a state file of version 4, in the shape in which `terraform show -json` gives them. */
export function stateFileResources(state: unknown): Shown {
  const resources: TerraformResource[] = [];
  const modules = new Set<string>(['']);
  let malformed = 0;
  for (const entry of asList(member(state, 'resources')) ?? []) {
    const parsed = stateResourceSchema.safeParse(entry);
    if (!parsed.success) {
      malformed++;
      continue;
    }
    modules.add(parsed.data.module);
    for (const raw of parsed.data.instances) {
      const instance = instanceSchema.safeParse(raw);
      if (!instance.success) malformed++;
      else if ((instance.data.deposed ?? '') === '') resources.push(stateResource(parsed.data, instance.data));
    }
  }
  return { resources, modules: [...modules], malformed };
}

function stateResource(of: z.infer<typeof stateResourceSchema>, instance: z.infer<typeof instanceSchema>): TerraformResource {
  const { module, mode, type, name, provider } = of;
  const key = instance.index_key ?? undefined;
  return {
    address: within(module, `${localAddress({ mode, type, name })}${indexText(key)}`),
    module, mode, type, name, key,
    provider: providerAddress(provider),
    configuration: provider,
    values: instance.attributes ?? {},
    sensitive: sensitiveMask(instance.sensitive_attributes ?? []),
    unknown: {},
  };
}

/** `module.m.provider["registry.terraform.io/hashicorp/aws"].alias`; up to Terraform 0.12 `module.m.provider.aws.alias`. */
function providerAddress(reference: string): string {
  return /(?:^|\.)provider\["([^"]+)"\]/.exec(reference)?.[1] ?? /(?:^|\.)provider\.([^.]+)/.exec(reference)?.[1] ?? reference;
}

/** Paths as cty writes them: [[{ type: 'get_attr', value: 'password' }]]. The mask hides the attribute that a path starts with: more than needed, never less. */
function sensitiveMask(paths: readonly unknown[]): Json {
  const names = paths.map((path) => member(asList(path)?.[0], 'value')).filter((name) => typeof name === 'string');
  return Object.fromEntries(names.map((name) => [name, true]));
}
