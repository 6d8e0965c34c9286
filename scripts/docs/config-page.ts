import { z } from 'zod';
import { configSchema } from '../../model/config.ts';

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

/** Every key of the configuration file, from its schema. */
export function configPage(): string {
  const schema = z.toJSONSchema(configSchema, { io: 'input' }) as Schema;
  return [
    '# Configuration',
    '',
    'regionready looks for `regionready.config.ts`, `.js`, `.mjs`, `.json`, `.yaml` or `.yml` in the working directory and the folders above it; `--config` names one. Flags win over the file.',
    'A TypeScript or JavaScript file exports the configuration as default. Paths are relative to the file. Unknown keys are errors. `regionready init` writes a commented one.',
    'The JSON schema for editors is [schemas/config.schema.json](schemas/config.schema.json).',
    '',
    '| Key | Takes | What it says |',
    '|---|---|---|',
    ...rows('', schema),
    '',
  ].join('\n');
}

function rows(prefix: string, { properties = {} }: Schema): string[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const path = `${prefix}${key}`;
    const row = `| \`${path}\` | ${typeOf(schema).replaceAll('|', '\\|')} | ${(schema.description ?? '').replaceAll('|', '\\|')} |`;
    return [row, ...inner(path, schema)];
  });
}

/** Rows of what is inside: members of an object, of the entries of a map, of the elements of a list. */
function inner(path: string, { properties, items, additionalProperties, anyOf = [] }: Schema): string[] {
  if (properties) return rows(`${path}.`, { properties });
  if (items?.properties) return rows(`${path}[].`, items);
  if (typeof additionalProperties === 'object') return [...rows(`${path}.<name>.`, additionalProperties), ...(additionalProperties.anyOf ?? []).flatMap((each) => rows(`${path}.<name>.`, each))];
  return anyOf.flatMap((each) => rows(`${path}.`, each));
}

function typeOf({ type, enum: values, anyOf, items, additionalProperties }: Schema): string {
  if (values) return values.map((value) => `\`${String(value)}\``).join(', ');
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(' or ');
  if (items) return `list of ${typeOf(items)}`;
  if (typeof additionalProperties === 'object') return `map of ${typeOf(additionalProperties)}`;
  return type ?? 'any';
}
