import { z } from 'zod';
import { edgeTypeSchema } from './edge-type-schema.ts';
import { membershipBases } from './membership.ts';


/** A resource, or a service as a whole. */
export const graphNodeSchema = z.strictObject({
  id: z.string(),
  name: z.string().describe('Name for people'),
  type: z.string().describe('CloudFormation type, or `service`'),
  kind: z.string().optional().describe('Kind id, where a kind file knows the type'),
  region: z.string().optional().describe('Region code or global; missing where nobody told, and for services'),
  account: z.string().optional(),
  service: z.string().describe('Service that it belongs to; of a service, its own id'),
  basis: z.enum(membershipBases).describe('What decided the service'),
  because: z.string().optional().describe('The same in words, for resources'),
  resources: z.int().optional().describe('Of a service, how many resources it has'),
  regions: z.array(z.string()).optional().describe('Of a service, the regions that its resources are in'),
});
export type GraphNode = z.infer<typeof graphNodeSchema>;

/** An edge into another region. */
export const graphCrossingSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  count: z.int().positive().describe('Edges that cross here'),
  ms: z.number().optional().describe('Round trip in milliseconds'),
  basis: z.enum(['measured', 'estimated', 'unknown']).describe('Where the round trip is from'),
});

/** An edge between resources, or the bundle of all edges by which a service needs another one. */
export const graphEdgeSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  type: z.union([edgeTypeSchema, z.literal('needs')]).describe('Kind of edge as the verb reads; `needs` between services'),
  count: z.int().positive().describe('Edges between resources that it stands for'),
  types: z.partialRecord(edgeTypeSchema, z.int()).optional().describe('Between services, the same by kind'),
  confidence: z.enum(['declared', 'mentioned', 'inferred']).optional().describe('The best of its proofs'),
  how: z.array(z.string()).optional().describe('Its proofs: property paths or words, with the place'),
  crossings: z.array(graphCrossingSchema).optional().describe('Those that lead into another region'),
});
export type GraphEdge = z.infer<typeof graphEdgeSchema>;

/** A part of the estate graph, or all of it, as `regionready graph` writes it. */
export const graphDocumentSchema = z.strictObject({
  format: z.literal('regionready/graph'),
  version: z.literal(1),
  tool: z.string().describe('Version of regionready that wrote it'),
  level: z.enum(['resource', 'service']),
  selection: z.strictObject({
    services: z.array(z.string()),
    around: z.array(z.string()).describe('Resource ids'),
    depth: z.int().nonnegative().describe('Steps from these'),
    edges: z.array(edgeTypeSchema).describe('Kinds of edge; every kind if empty'),
  }),
  nodes: z.array(graphNodeSchema),
  edges: z.array(graphEdgeSchema),
  omitted: z.strictObject({ nodes: z.int(), edges: z.int() }).describe('What the estate has at this level beyond the selection'),
});
export type GraphDocument = z.infer<typeof graphDocumentSchema>;
