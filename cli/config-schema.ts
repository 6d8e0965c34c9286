import { z } from 'zod';
import { configSchema, ruleConfigSchema } from '../model/config.ts';
import type { Rule } from '../rules/rule.ts';

type Schema = Record<string, unknown>;

/** JSON schema of the configuration, with every rule and its options by name, so that editors can complete and check them. */
export function configJsonSchema(rules: Iterable<Rule>): Schema {
  const schema = z.toJSONSchema(configSchema, { io: 'input' }) as Schema;
  const properties = schema['properties'] as Schema;
  const described = properties['rules'] as Schema;
  const { description } = described;
  const byId = Object.fromEntries(Array.from(rules, (rule) => [rule.id, ruleSchema(rule)]));
  return { title: 'regionready configuration', ...schema, properties: { ...properties, rules: { description, type: 'object', properties: byId, additionalProperties: false } } };
}

function ruleSchema({ title, options }: Rule): Schema {
  const [word, detailed] = ruleConfigSchema.options;
  const precise = options === undefined ? detailed.omit({ options: true }) : detailed.extend({ options: options.partial().strict().optional() });
  const { $schema: _, ...schema } = z.toJSONSchema(z.union([word, precise]), { io: 'input' }) as Schema;
  return { description: title, ...schema };
}
