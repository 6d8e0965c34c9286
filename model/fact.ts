import { z } from 'zod';
import { blindSpotSchema } from './blind-spot.ts';
import { edgeTypeSchema } from './edge-type-schema.ts';
import { occurrenceSchema } from './occurrence.ts';
import { sourceSchema } from './source.ts';
import { suppressionSchema } from './suppression.ts';


/** An identifier found in a resource's configuration. The graph resolves it once all facts are in. */
export const referenceSchema = z.strictObject({
  path: z.string().describe('Property path that holds it: Environment.Variables.TABLE'),
  line: z.int().positive().optional().describe('Line of that property, where the document has lines'),
  to: z.string().describe('The identifier as written: an ARN, id, host, URL, name or ⟦symbol⟧'),
  from: z.string().optional().describe('Identifier of the subject, where the edge does not start at this resource (an event source mapping: queue triggers function)'),
  edge: edgeTypeSchema.optional().describe('Kind of edge, where the property says it; else the target decides'),
  target: z.string().optional().describe('CloudFormation type of the target, where the property says it; lets a bare name resolve'),
  inferred: z.literal(true).optional().describe('A convention says so, not the property: it binds only where one resource alone can be meant'),
});
export type Reference = z.infer<typeof referenceSchema>;

/** What a resource runs, where the document that declares it says so. The graph joins it with what code says of the same files. */
export const deployedCodeSchema = z.strictObject({
  path: z.string().optional().describe('File or folder with its code, relative to the scanned root; unset where the document names none, as of code in S3'),
  handler: z.string().optional().describe('Handler as configured: src/orders.handler, example.Orders::handle'),
  hint: z.string().optional().describe('What the code is called elsewhere: an S3 key, a file that is built, an image'),
  environment: z.record(z.string(), z.string()).optional().describe('Environment variables whose value names a resource: the identifier as written; other values are not kept'),
});
export type DeployedCode = z.infer<typeof deployedCodeSchema>;

/** Something that exists or will exist in an estate, as one source tells it. */
export const resourceFactSchema = z.strictObject({
  type: z.literal('resource'),
  id: z.string().describe('Unique within the snapshot: the ARN, or the address in the document that declares it'),
  resourceType: z.string().describe('CloudFormation type name; for Terraform types without one, the Terraform name'),
  kind: z.string().optional().describe('Kind id, where a kind file knows the type'),
  name: z.string().describe('Name for people: the physical name if known, else the logical one'),
  partition: z.string().optional(),
  account: z.string().optional(),
  region: z.string().optional().describe('Region code, or global'),
  arn: z.string().optional(),
  identities: z.array(z.string()).describe('Other strings that mean this resource: physical name, id, endpoint host, alias'),
  attributes: z.record(z.string(), z.unknown()).describe('Attributes of the kind; a missing one means that nobody told us'),
  references: z.array(referenceSchema),
  tags: z.record(z.string(), z.string()),
  partOf: z.string().optional().describe('Reference to the resource that this one is a split-off part of (bucket ← replication configuration)'),
  partOfType: z.string().optional().describe('CloudFormation type of the whole'),
  absent: z.record(z.string(), z.record(z.string(), z.unknown())).optional().describe('By type of part: attributes that hold if there is no such part; only from sources that see every part'),
  code: deployedCodeSchema.optional(),
  stack: z.string().optional().describe('Stack, Terraform root or deployment unit it belongs to'),
  module: z.string().optional().describe('Terraform module path or CDK construct path'),
  source: sourceSchema,
});
export type ResourceFact = z.infer<typeof resourceFactSchema>;

/**
 * An edge that a scanner knows as such, when no resource's configuration holds it (code calls, exports, observed traffic).
 *
 * Code is named by `code:` and its path: `code:orders/src/place.ts` calls what `to` names, refers to the files it imports, and is contained
 * in its module (`code:orders`); `code:lib/db.ts#save` is a function with calls that an importing file mentions. `construct:` and an id of the AWS CDK deploys code. The graph finds the resources that run the code.
 * In what code names, `${env:NAME}` and `${env:NAME:-default}` stand for environment variables of whatever runs it, `${?source}` for a value
 * that the code does not tell.
 */
export const referenceFactSchema = z.strictObject({
  type: z.literal('reference'),
  from: z.string().describe('Identifier of the source'),
  to: z.string().describe('Identifier of the target'),
  edge: edgeTypeSchema,
  target: z.string().optional().describe('CloudFormation type of the target, where it is known; lets a bare name resolve'),
  subject: z.string().optional().describe('CloudFormation type of the source, where it is known; lets a bare name resolve, to one resource alone'),
  account: z.string().optional().describe('Account that a bare name of the source is of'),
  region: z.string().optional().describe('Region that a bare name of the source is of'),
  confidence: z.enum(['declared', 'mentioned', 'inferred']).optional().describe('declared if not given'),
  how: z.string().describe('What proves it, in words'),
  source: sourceSchema,
});
export type ReferenceFact = z.infer<typeof referenceFactSchema>;

export const occurrenceFactSchema = z.strictObject({ type: z.literal('occurrence'), occurrence: occurrenceSchema });

/** Something a region offers or lacks, learned live; the dated tables in model/data answer where no offer does. */
export const offerSchema = z.strictObject({
  type: z.literal('offer'),
  region: z.string(),
  what: z.string().describe('service:dynamodb, type:AWS::DSQL::Cluster, instance:m7g.large, quota:lambda/L-B99A9384, reserved:111122223333/m7g.large, engine:rds/postgres/17.4, model:eu.amazon.nova-pro-v1:0, sts-tokens:111122223333 for session tokens that the region takes, account:111122223333 for the region being enabled'),
  available: z.boolean(),
  value: z.number().optional().describe('For quotas, the applied value; for instances, the number of zones; for reservations, the number of instances; for session tokens, their version'),
  source: sourceSchema,
});
export type Offer = z.infer<typeof offerSchema>;

/** What a scanner did look at, so that a report can tell "looked and fine" from "did not look". */
export const coverageSchema = z.strictObject({
  type: z.literal('coverage'),
  what: z.string().describe('files:typescript, files:cloudformation, resources:AWS::S3::Bucket, files:skipped-generated'),
  count: z.int().nonnegative(),
  source: sourceSchema,
});
export type Coverage = z.infer<typeof coverageSchema>;

export const factSchema = z.discriminatedUnion('type', [
  resourceFactSchema, referenceFactSchema, occurrenceFactSchema, offerSchema, blindSpotSchema, coverageSchema, suppressionSchema,
]);
export type Fact = z.infer<typeof factSchema>;
