import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shape } from './shape.ts';

type Type = string | readonly ['list' | 'set' | 'map', Type] | readonly ['object', Readonly<Record<string, Type>>];
interface Block {
  readonly attributes?: Readonly<Record<string, { readonly type?: Type; readonly nested_type?: unknown }>>;
  readonly block_types?: Readonly<Record<string, { readonly nesting_mode: string; readonly block: Block }>>;
}
interface Schemas {
  readonly provider_schemas: Readonly<Record<string, { readonly resource_schemas: Readonly<Record<string, { readonly block: Block }>> }>>;
}

const configuration = 'terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n    }\n  }\n}\n';

/** Shapes of Terraform types by name, from the schema of the AWS provider. `plugins` is a folder with the provider, for machines without the registry. */
export function terraformShapes(folder: string, plugins: string | undefined): (type: string) => Shape | undefined {
  writeFileSync(join(folder, 'main.tf'), configuration);
  const env = { ...process.env };
  if (plugins !== undefined) delete env['TF_CLI_CONFIG_FILE'];
  const init = ['init', '-input=false', ...(plugins === undefined ? [] : [`-plugin-dir=${plugins}`])];
  execFileSync('terraform', init, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const json = execFileSync('terraform', ['providers', 'schema', '-json'], { cwd: folder, env, maxBuffer: 2 ** 28 });
  const { provider_schemas: providers } = JSON.parse(json.toString('utf8')) as Schemas;
  const resources = Object.values(providers)[0]?.resource_schemas ?? {};
  return (type) => (Object.hasOwn(resources, type) && resources[type] ? blockShape(resources[type].block) : undefined);
}

function blockShape({ attributes = {}, block_types = {} }: Block): Shape {
  return {
    is: 'object',
    member(name) {
      if (Object.hasOwn(attributes, name)) {
        const type = attributes[name]?.type;
        return type === undefined ? { is: 'any' } : typeShape(type);
      }
      const nested = Object.hasOwn(block_types, name) ? block_types[name] : undefined;
      if (nested === undefined) return undefined;
      return nested.nesting_mode === 'single' ? blockShape(nested.block) : { is: 'list', of: blockShape(nested.block) };
    },
  };
}

function typeShape(type: Type): Shape {
  if (typeof type === 'string') return { is: type === 'bool' ? 'boolean' : type === 'number' ? 'number' : type === 'string' ? 'text' : 'any' };
  if (type[0] === 'object') {
    const members = type[1];
    return { is: 'object', member: (name) => (Object.hasOwn(members, name) && members[name] ? typeShape(members[name]) : undefined) };
  }
  return type[0] === 'map' ? { is: 'object', member: () => typeShape(type[1]) } : { is: 'list', of: typeShape(type[1]) };
}
