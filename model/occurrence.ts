// regionready-ignore-file code-* -- the words that describe each form quote one
import { z } from 'zod';
import { spanSchema } from './span.ts';

/** What the text is. One of these per occurrence, the most specific. */
export const formTitles = {
  region: 'a region code: us-east-1, alone or inside a name',
  'region-enum': 'an SDK constant of a region: US_EAST_1, USEast1, us_east_1',
  'region-prefix': 'the first part of region codes: us-, eu-, us-gov-',
  'short-code': 'a short form of a region: use1',
  zone: 'a zone name: us-east-1a',
  'zone-id': 'a zone id: use1-az1',
  'zone-suffix': 'a zone name built from a region: ${region}a',
  arn: 'an ARN that names a region',
  endpoint: 'a host name that names a region',
  'global-endpoint': 'the host name of a service without a region: s3.amazonaws.com',
  ami: 'a machine image id',
  'resource-id': 'the id of a regional resource: vpc-…, subnet-…, pl-…',
  identifier: 'an id with a region or geography written inside: Cognito pools, Bedrock inference profiles',
  account: 'an AWS account id that differs by region',
  'hosted-zone': 'a Route 53 hosted zone id',
  'global-name': 'the fixed name of a resource whose name is taken in all regions at once: of a bucket, a role',
  partition: 'an ARN of a fixed partition that names no region',
  'dns-suffix': 'a fixed DNS suffix behind a region that is filled in',
  pattern: 'a pattern that region codes are matched with',
  'region-env': 'an environment variable that holds the region: AWS_REGION',
  'dns-cache': 'the setting of how long resolved names are kept: networkaddress.cache.ttl',
} as const;
export type Form = keyof typeof formTitles;
export const forms = Object.keys(formTitles) as readonly Form[] as readonly [Form, ...Form[]];

/** Where it stands in the syntax, in words that hold for every language. */
export const roleTitles = {
  argument: 'handed to a call, directly or as a member of an object that is',
  default: 'default of a parameter, option or destructured member',
  fallback: 'taken where another value is missing',
  comparison: 'compared with another value',
  case: 'arm of a switch',
  element: 'element of a list or set',
  key: 'key of a map, or what a map is asked for',
  value: 'member of an object that is handed to no call',
  assignment: 'bound to a variable, field or property',
  type: 'part of a type',
  return: 'result of a function',
  interpolation: 'inserted into a longer text',
  text: 'words for people: messages, descriptions, help',
} as const;
export type Role = keyof typeof roleTitles;
export const roles = Object.keys(roleTitles) as readonly Role[] as readonly [Role, ...Role[]];

/**
 * What the file is for, judged by its path and content; a rule treats a fixture otherwise than production code.
 * `test` covers tests, fixtures, mocks, recorded data, benchmarks and local development.
 */
export const fileScopes = ['production', 'test', 'example', 'docs', 'generated', 'vendored'] as const;
export type FileScope = (typeof fileScopes)[number];

/** A list, map, enum, union, switch … of region-bearing entries, judged as a whole: one finding, not one for each entry. */
export const constructSchema = z.strictObject({
  kind: z.enum(['list', 'set', 'map', 'enum', 'union', 'switch', 'pattern']),
  name: z.string().optional().describe('Name the construct is bound to'),
  regions: z.array(z.string()).describe('Regions it names, sorted; of a map, those on the side that names regions'),
  side: z.enum(['key', 'value']).optional().describe('Of a map: where the regions stand'),
  content: z.enum(['codes', 'names', 'data']).describe('What it says of each region: nothing but the code, a name for people, or data that the program works with'),
  entries: z.int().nonnegative().describe('Entries in all, those without a region included'),
  fallback: z.boolean().describe('It has a default arm, so that a region it lacks is still answered'),
  span: spanSchema,
});
export type Construct = z.infer<typeof constructSchema>;

/** Where a value goes that is bound to a name first. */
export const sinkSchema = z.strictObject({
  role: z.enum(roles),
  name: z.string().optional().describe('Property or parameter that receives it there'),
  file: z.string(),
  line: z.int().positive(),
});

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
  callee: z.string().optional().describe('Function or constructor it is an argument of, dotted: boto3.client, S3Client; of the sink, where there is one'),
  service: z.string().optional().describe('AWS service it is used with, as endpoint prefix: s3, sns, email; unset where its uses differ'),
  alternatives: z.array(z.string()).optional().describe('Regions that are served in its place: by the other arms of a condition, or by blocks that are named alike'),
  siblings: z.array(z.string()).optional().describe('Fixed texts beside it in the same call or object, name=value, sorted: Namespace=AWS/CloudFront, scope=CLOUDFRONT'),
  sink: sinkSchema.optional().describe('Where the value goes, if it is bound to a name here and used there'),
  construct: constructSchema.optional(),
  within: z.string().optional().describe('The whole literal, where the text is only a part of it; at most 200 characters, secret-looking values masked'),
  pattern: z.string().optional().describe('Source of the regular expression that it stands in'),
  decides: z.string().optional().describe('Of a comparison or case: the source behind it, or where its condition is asked for, which begins with what it decides; at most 400 characters in five lines, secret-looking values masked'),
  enclosing: z.string().optional().describe('Function, class, block or resource that contains it'),
  language: z.string(),
  scope: z.enum(fileScopes),
  file: z.string(),
  span: spanSchema,
  snippet: z.string().describe('The line it starts on, trimmed to 200 characters, secret-looking values masked'),
});
export type Occurrence = z.infer<typeof occurrenceSchema>;
