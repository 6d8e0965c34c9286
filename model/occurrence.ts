import { z } from 'zod';
import { spanSchema } from './position.ts';

/** What the text is. One of these per occurrence, the most specific. */
export const forms = [
  'region', 'region-enum', 'region-prefix', 'short-code', 'zone', 'zone-id', 'zone-suffix', 'arn', 'endpoint', 'global-endpoint',
  'ami', 'resource-id', 'identifier', 'account', 'hosted-zone', 'partition', 'dns-suffix', 'pattern', 'region-env',
] as const;
export type Form = (typeof forms)[number];

/** Where it stands in the syntax, in words that hold for every language. */
export const roles = [
  'argument', 'default', 'fallback', 'comparison', 'case', 'element', 'key', 'value', 'assignment', 'type', 'return', 'interpolation', 'text',
] as const;
export type Role = (typeof roles)[number];

/** What the file is for, judged by its path and content; a rule treats a fixture otherwise than production code. */
export const fileScopes = ['production', 'test', 'example', 'docs', 'generated', 'vendored'] as const;
export type FileScope = (typeof fileScopes)[number];

/** A list, map, enum, union, switch … of region-bearing entries, judged as a whole: one finding, not one for each entry. */
export const constructSchema = z.strictObject({
  kind: z.enum(['list', 'set', 'map', 'enum', 'union', 'switch', 'pattern']),
  name: z.string().optional().describe('Name the construct is bound to'),
  regions: z.array(z.string()).describe('Regions it names, sorted'),
  fallback: z.boolean().describe('It has a default arm, so that a region it lacks is still answered'),
  span: spanSchema,
});
export type Construct = z.infer<typeof constructSchema>;

/**
 * A piece of source text that names a region, zone, endpoint, ARN, image or partition, with the syntax around it.
 * Every language front-end reduces to this, so that a code rule is written once for all languages.
 */
export const occurrenceSchema = z.strictObject({
  text: z.string().describe('The region-bearing text itself: us-east-1, arn:aws:sns:…, US_EAST_1'),
  form: z.enum(forms),
  role: z.enum(roles),
  regions: z.array(z.string()).describe('Region codes that the text stands for; empty where it stands for none in particular'),
  name: z.string().optional().describe('Property, variable, parameter or key that receives it'),
  callee: z.string().optional().describe('Function or constructor it is an argument of, dotted: boto3.client, S3Client'),
  service: z.string().optional().describe('AWS service the sink belongs to, as endpoint prefix: s3, sns'),
  construct: constructSchema.optional(),
  pattern: z.string().optional().describe('Source of the regular expression, for form pattern'),
  enclosing: z.string().optional().describe('Function, class, block or resource that contains it'),
  language: z.string(),
  scope: z.enum(fileScopes),
  file: z.string(),
  span: spanSchema,
  snippet: z.string().describe('The line it starts on, trimmed to 200 characters, secret-looking values masked'),
});
export type Occurrence = z.infer<typeof occurrenceSchema>;
