import { z } from 'zod';
import { graphDocumentSchema, graphEdgeSchema, graphNodeSchema } from '../model/graph-document.ts';
import { serviceIntentSchema, severities, strategies } from '../model/intent.ts';
import { resourceOverlaySchema, serviceOverlaySchema } from '../model/overlay.ts';
import { judgementSchema, readinessSchema, scoreSchema, statuses } from '../model/readiness.ts';

/** What the server takes and gives: routes check it, the store keeps it, the UI imports its types. */

/** What a token allows. admin allows everything. */
export const scopes = ['read', 'upload', 'waive', 'admin'] as const;
export type Scope = (typeof scopes)[number];

/** Text of people, on one line. */
export const lineSchema = z.string().trim().min(1).max(1000).regex(/^[^\p{Cc}]*$/u, 'Control characters are not allowed');

/** RFC 9457. Every answer that is no success is one. */
export const problemSchema = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string().describe('Meaning of the status'),
  status: z.int(),
  detail: z.string().optional().describe('What is wrong, for people'),
  code: z.string().optional().describe('Code of the error as docs/errors.md has it'),
  hint: z.string().optional(),
  request: z.string().describe('Id of the request, as the log has it'),
});
export type Problem = z.infer<typeof problemSchema>;

/** Part of a longer list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), total: z.int().describe('How many there are in all'), offset: z.int(), limit: z.int() });
export interface Page<T> {
  items: T[];
  total: number;
  offset: number;
  limit: number;
}

export const snapshotIdSchema = z.string().regex(/^[0-9a-f]{64}$/, 'The id of a snapshot has 64 hexadecimal digits').describe('SHA-256 of the decompressed snapshot');

export const snapshotSchema = z.strictObject({
  id: snapshotIdSchema,
  name: z.string().describe('As given with the upload'),
  tool: z.string().describe('Version of regionready that scanned'),
  facts: z.int(),
  resources: z.int().describe('Resource facts: several may tell of one resource'),
  bytes: z.int().describe('Once decompressed'),
  uploadedAt: z.string(),
  uploadedBy: z.string(),
});
export type SnapshotInfo = z.infer<typeof snapshotSchema>;

/** A judgement without its verdicts and lists, which are read page by page. */
export const readinessSummarySchema = readinessSchema
  .omit({ judgements: true, services: true, waves: true, blindSpots: true })
  .extend({ services: z.int(), waves: z.int(), blindSpots: z.int() });
export type ReadinessSummary = z.infer<typeof readinessSummarySchema>;

/** A judgement that was kept, for the history. */
export const keptReadinessSchema = z.strictObject({
  id: z.string(),
  snapshot: snapshotIdSchema,
  keptAt: z.string(),
  keptBy: z.string(),
  home: z.array(z.string()),
  target: z.string(),
  strategy: z.enum(strategies),
  today: z.string(),
  status: z.enum(statuses),
  score: scoreSchema,
  gaps: z.int(),
  unknown: z.int(),
});
export type KeptReadiness = z.infer<typeof keptReadinessSchema>;

export const findingSchema = judgementSchema;

/** A node of a picture. One of type `service` has a service overlay, every other one that of a resource, where an overlay was asked for. */
export const drawnNodeSchema = graphNodeSchema.extend({ resourceOverlay: resourceOverlaySchema.optional(), serviceOverlay: serviceOverlaySchema.optional() });
export type DrawnNode = z.infer<typeof drawnNodeSchema>;

export const drawnGraphSchema = graphDocumentSchema.extend({ nodes: z.array(drawnNodeSchema) });
export type DrawnGraph = z.infer<typeof drawnGraphSchema>;

/** Services opened in place: what takes the place of their nodes and edges in the picture of services. */
export const expandedSchema = z.strictObject({
  services: z.array(z.string()).describe('Those that are opened'),
  nodes: z.array(drawnNodeSchema).describe('Their resources, and the closed services (type `service`) that these are connected with'),
  edges: z
    .array(graphEdgeSchema.extend({ outside: z.enum(['from', 'to']).optional().describe('Which end is a closed service; missing where both are resources') }))
    .describe('Edges between the resources, and a bundle `needs` for each resource and closed service of which one needs the other'),
  omitted: z.strictObject({ resources: z.int(), services: z.int(), edges: z.int() }).describe('What the limit left out'),
});
export type Expanded = z.infer<typeof expandedSchema>;

const riskSchema = z.strictObject({ id: z.string(), state: z.enum(['copied', 'lost', 'unknown']), copies: z.array(z.string()), writers: z.array(z.string()) });
export const radiusSchema = z.strictObject({
  outage: pageOf(z.strictObject({ id: z.string(), steps: z.int().describe('1: needs what is lost itself; 2: needs one of those …'), service: z.string() })).describe('Resources that stop or degrade because what they need is gone, the nearest first'),
  services: z.array(z.strictObject({ service: z.string(), resources: z.int().describe('Of the outage'), steps: z.int().describe('Of its first one') })).describe('All services of the outage, in the order in which it reaches them'),
  data: z.array(riskSchema).describe('What becomes of the data in what is lost'),
});
export type Radius = z.infer<typeof radiusSchema>;

export const newWaiverSchema = z.strictObject({
  rule: lineSchema.describe('Rule id, or * for every rule'),
  subject: lineSchema.describe('Resource id or name; * matches any run of characters'),
  reason: lineSchema.describe('Why the gap is accepted'),
  until: z.iso.date().optional().describe('Last day on which it holds'),
});
export type NewWaiver = z.infer<typeof newWaiverSchema>;

export const waiverSchema = newWaiverSchema.extend({ id: z.string(), madeAt: z.string(), madeBy: z.string(), withdrawnAt: z.string().optional() });
export type Waiver = z.infer<typeof waiverSchema>;

/** What is asked of a service, over what the configuration says of it. */
export const annotationContentSchema = serviceIntentSchema.omit({ include: true }).extend({ owner: lineSchema.max(200).optional().describe('Who answers for it: a team, a person, an address') });
export const annotationSchema = z.strictObject({ service: z.string(), ...annotationContentSchema.shape, madeAt: z.string(), madeBy: z.string() });
export type AnnotationContent = z.infer<typeof annotationContentSchema>;
export type Annotation = z.infer<typeof annotationSchema>;

export const newTokenSchema = z.strictObject({
  name: lineSchema.max(100),
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
  expires: z.iso.date().optional().describe('Last day on which it is taken'),
});
export type NewToken = z.infer<typeof newTokenSchema>;
export const tokenSchema = newTokenSchema.extend({ id: z.string(), madeAt: z.string(), madeBy: z.string() });
export type Token = z.infer<typeof tokenSchema>;
export const madeTokenSchema = tokenSchema.extend({ token: z.string().describe('The secret, shown this once') });

export const auditEntrySchema = z.strictObject({
  place: z.int(),
  at: z.string(),
  who: z.string(),
  action: z.string(),
  subject: z.string(),
  request: z.string().describe('Id of the request'),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** What a snapshot is judged for. */
export const settledSchema = z.strictObject({
  home: z.array(z.string()),
  target: z.string().optional().describe('Missing where neither the request nor the configuration names one'),
  strategy: z.enum(strategies),
  notes: z.array(z.string()).describe('What was assumed, and what is to be said of the regions'),
});
export type SettledIntent = z.infer<typeof settledSchema>;

export const severityCountsSchema = z.record(z.enum(severities), z.int());
