import { z } from 'zod';

/** Where a fact was learned, precise enough for a person to go and look. */
export const sourceSchema = z.strictObject({
  scanner: z.string().describe('Id of the scanner that read it: cloudformation, terraform-plan, code …'),
  file: z.string().optional().describe('File it was read from, relative to the scanned root, with forward slashes'),
  line: z.int().positive().optional().describe('Line in that file, from 1'),
  path: z.string().optional().describe('Place inside the document: Resources.Orders.Properties.BillingMode, module.shop.aws_s3_bucket.media'),
  asOf: z.string().optional().describe('When the source was true, ISO 8601, where it says so itself'),
});
export type Source = z.infer<typeof sourceSchema>;

/** What a source tells of: what runs, what a tool recorded after deploying, what it will do next, what a template asks for, what code says. */
export type Standing = 'live' | 'state' | 'plan' | 'template' | 'code';

const declared: ReadonlyMap<string, Standing> = new Map(Object.entries({
  'terraform-state': 'state', 'terraform-plan': 'plan', 'terraform-hcl': 'template', cloudformation: 'template', code: 'code', 'code-calls': 'code', config: 'live',
} as const));

/** Every scanner that reads no file asks AWS. */
export function standingOf({ scanner, file }: Source): Standing {
  return declared.get(scanner) ?? (file === undefined ? 'live' : 'template');
}

/** `templates/orders.yaml:12`, the form that terminals and editors make clickable. */
export function sourceLabel(source: Source): string {
  const place = source.file ?? source.path ?? source.scanner;
  return source.line === undefined ? place : `${place}:${source.line}`;
}
