import { z } from 'zod';
import type { JsonObject } from '../../../model/json.ts';
import { asList, asObject, asText, member } from './members.ts';
import type { TerraformResource } from './resource.ts';

/** A resource in `planned_values` or `values`. Deposed objects have a `deposed_key` and are on their way out. */
const shownResourceSchema = z.object({
  address: z.string().min(1),
  mode: z.string(),
  type: z.string().min(1),
  name: z.string(),
  index: z.union([z.string(), z.int()]).nullish(),
  provider_name: z.string().default(''),
  deposed_key: z.string().nullish(),
  values: z.custom<JsonObject>((value) => asObject(value) !== undefined).nullish(),
  sensitive_values: z.union([z.boolean(), z.custom<JsonObject>((value) => asObject(value) !== undefined)]).nullish(),
});

export interface Shown {
  readonly resources: readonly TerraformResource[];
  /** Addresses of all module instances that are listed, with and without resources. */
  readonly modules: readonly string[];
  /** Entries that have not the shape of a resource or module. */
  readonly malformed: number;
}

/** Every resource of a module tree as `terraform show -json` writes it. The tree is walked without recursion: its depth is the input's. */
export function shownModules(root: unknown): Shown {
  const resources: TerraformResource[] = [];
  const modules: string[] = [];
  let malformed = 0;
  const pending: unknown[] = [root];
  const visit = (module: unknown): void => {
    const address = asText(member(module, 'address')) ?? '';
    modules.push(address);
    for (const entry of asList(member(module, 'resources')) ?? []) {
      const resource = shownResource(entry, address);
      if (resource === undefined) malformed++;
      else if (resource !== 'deposed') resources.push(resource);
    }
    for (const child of asList(member(module, 'child_modules')) ?? []) {
      if (asText(member(child, 'address')) === undefined) malformed++;
      else pending.push(child);
    }
  };
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) visit(module);
  return { resources, modules, malformed };
}

function shownResource(entry: unknown, module: string): TerraformResource | 'deposed' | undefined {
  const parsed = shownResourceSchema.safeParse(entry);
  if (!parsed.success) return undefined;
  const { address, mode, type, name, index, provider_name: provider, deposed_key: deposed, values, sensitive_values: sensitive } = parsed.data;
  if (deposed !== null && deposed !== undefined) return 'deposed';
  return { address, module, mode, type, name, key: index ?? undefined, provider, values: sensitive === true ? {} : (values ?? {}), sensitive: sensitive ?? {}, unknown: {} };
}
