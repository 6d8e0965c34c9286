import { z } from 'zod';
import { criterionIds } from './comparison.ts';
import { planConfigSchema } from './plan.ts';
import { exemptionSchema, serviceIntentSchema, severities, strategies } from './intent.ts';

/** What the configuration says of one rule. The rule itself knows which options it has. */
export const ruleConfigSchema = z.union([
  z.enum(['off', ...severities]),
  z.strictObject({
    severity: z.enum(['off', ...severities]).optional().describe('Severity of its gaps, whatever the strategy; off turns it off'),
    options: z.record(z.string(), z.unknown()).optional().describe('Options of the rule; its page lists them'),
    exclude: z.array(z.string()).optional().describe('Paths or resource names it does not look at; * matches any run of characters'),
  }),
]);

const oneOrMore = (what: string) => z.union([z.string(), z.array(z.string()).min(1)]).describe(what);

/** Where templates are deployed: a template does not say it itself. */
export const templateConfigSchema = z.strictObject({
  path: z.string().min(1).describe('Glob of templates, as in .gitignore, relative to the configuration file'),
  regions: z.array(z.string()).min(1).optional().describe('Regions they are deployed to; the home regions if not given'),
  account: z.string().regex(/^\d{12}$/, 'An account id has twelve digits').optional().describe('Account they are deployed to'),
  stack: z.string().min(1).optional().describe('Stack name; if not given the file name, with its folders where others have the same'),
  parameters: z
    .union([z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))])
    .optional()
    .describe('Parameter values, or the path of a parameter file'),
});
export type TemplateConfig = z.infer<typeof templateConfigSchema>;

/** regionready.config.{ts,js,mjs,json,yaml,yml}. docs/config.md explains every key; flags win over the file. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().describe('JSON schema, for editors'),
  home: oneOrMore('Region or regions that the workload runs in today').optional(),
  target: oneOrMore('Region that must be able to take over or join; each of a list is judged on its own').optional(),
  strategy: z.enum(strategies).optional().describe('Disaster recovery strategy that must be reached'),
  services: z.record(z.string(), serviceIntentSchema).optional().describe('Services by name: what belongs to them and what they need'),
  exemptions: z.array(exemptionSchema).optional().describe('Gaps that are accepted, with a reason'),
  residency: z.array(z.string().regex(/^[A-Z]{2}$/, 'Use ISO 3166-1 alpha-2 codes such as DE')).optional().describe('Countries that data may be kept in, as ISO 3166-1 alpha-2 codes'),
  headroom: z.number().min(1).optional().describe('Room that the target must have over what home uses, as a factor: 2.0 for twice as much; 1.2 if not given'),
  rules: z.record(z.string(), ruleConfigSchema).optional().describe('Severity, options and exclusions by rule id'),
  overrides: z
    .array(
      z.strictObject({
        paths: z.array(z.string().min(1)).min(1).optional().describe('Globs of files, as in .gitignore, relative to the configuration file: code in them, and resources that they declare'),
        services: z.array(z.string().min(1)).min(1).optional().describe('Services by name; * stands for any run of characters. `lint` knows no services'),
        tags: z.array(z.string().regex(/^[^=]+=/, 'Write key=value')).min(1).optional().describe('Tags of resources, key=value; * stands for any run of characters in the value'),
        rules: z.record(z.string(), ruleConfigSchema).describe('Severity, options and exclusions of rules for these'),
      }).refine(({ paths, services, tags }) => paths !== undefined || services !== undefined || tags !== undefined, 'An override names paths, services or tags'),
    )
    .optional()
    .describe('What rules do differently for some files, services or tags; of several that an entry names each must hold. A later entry outranks earlier ones and `rules`'),
  paths: z
    .strictObject({
      include: z.array(z.string()).optional().describe('Globs of the only files to read, as in .gitignore, relative to the configuration file'),
      exclude: z.array(z.string()).optional().describe('Globs of files and folders not to read'),
    })
    .optional()
    .describe('Which files are read'),
  templates: z.array(templateConfigSchema).optional().describe('Where templates are deployed; the first entry that matches decides'),
  compare: z
    .strictObject({
      users: z.record(z.string().regex(/^[A-Z]{2}$/, 'Use ISO 3166-1 alpha-2 codes such as DE'), z.number().positive()).optional().describe('Where the users are: share by country, of any sum'),
      weights: z.partialRecord(z.enum(criterionIds), z.number().nonnegative()).optional().describe('How much each criterion counts; 0 leaves it out'),
      prices: z.record(z.string(), z.number().positive()).optional().describe('Price index by region, of any scale; lower is cheaper'),
    })
    .optional()
    .describe('What `compare` ranks candidate regions by'),
  plan: planConfigSchema.optional().describe('What `plan` has to respect'),
  failOn: z.enum([...severities, 'none']).optional().describe('Least severity of a gap that gives exit status 1'),
});
export type Config = z.infer<typeof configSchema>;
