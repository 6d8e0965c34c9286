import { z } from 'zod';
import { edgeTypeSchema } from './edge-type-schema.ts';
import { groupOverlaySchema } from './overlay.ts';

/** What a picture of the estate may be divided by. */
export const groupings = ['none', 'region', 'account', 'vpc'] as const;
export type Grouping = (typeof groupings)[number];

export const confidenceSchema = z.enum(['declared', 'mentioned', 'inferred']);

export const pictureGroupSchema = z.strictObject({
  id: z.string().describe('Region code or global, account id, or resource id of a VPC; empty where nobody told, or what is in no VPC'),
  name: z.string().describe('For people; empty where the id is'),
  resources: z.int(),
});

export const pictureNodeSchema = z.strictObject({
  id: z.string().describe('Within pictures of this snapshot'),
  what: z.enum(['service', 'resource', 'rest']).describe('A service, or the part of it in a group; a resource; or several that are gathered for lack of room'),
  name: z.string().describe('Of a service or resource; of a rest, empty'),
  service: z.string().optional().describe('Missing where a rest is of several services'),
  group: z.string(),
  box: z.string().optional().describe('The opened part of a service that it stands in'),
  resource: z.string().optional().describe('Resource id'),
  type: z.string().optional().describe('CloudFormation type, of resources and of a rest of one type'),
  region: z.string().optional(),
  account: z.string().optional(),
  resources: z.int().describe('How many it stands for'),
  services: z.int().optional().describe('Of a rest of several services, how many'),
  regions: z.array(z.string()).optional().describe('Of a service, where its resources are'),
});
export type PictureNode = z.infer<typeof pictureNodeSchema>;

export const pictureLineSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  count: z.int().positive().describe('Edges between resources that it stands for'),
  types: z.partialRecord(edgeTypeSchema, z.int()).describe('The same by kind'),
  confidences: z.partialRecord(confidenceSchema, z.int()).describe('The same by the best proof of each'),
  how: z.array(z.string()).optional().describe('Between resources, proofs: property paths or words, with the place'),
  crossing: z.strictObject({ count: z.int(), from: z.string(), to: z.string(), ms: z.number().optional(), basis: z.enum(['measured', 'estimated', 'unknown']) }).optional().describe('Edges that lead into another region, and the longest round trip of theirs'),
});
export type PictureLine = z.infer<typeof pictureLineSchema>;

/** A part of the estate as people can look at it: bounded, with what is not opened or has no room gathered. */
export const pictureSchema = z.strictObject({
  by: z.enum(groupings),
  groups: z.array(pictureGroupSchema),
  boxes: z.array(z.strictObject({ id: z.string(), service: z.string(), group: z.string(), resources: z.int() })).describe('Parts of services that are opened'),
  nodes: z.array(pictureNodeSchema),
  lines: z.array(pictureLineSchema).describe('Between resources as the verb reads; otherwise from who needs to what is needed'),
  omitted: z.strictObject({ services: z.int().describe('Gathered for lack of room'), resources: z.int().describe('Of opened services, gathered for lack of room'), lines: z.int().describe('The lightest, not drawn for lack of room') }),
  total: z.strictObject({ services: z.int(), resources: z.int(), edges: z.int() }).describe('Of the whole estate'),
});
export type Picture = z.infer<typeof pictureSchema>;

/** What a loss does to the resources of a node. */
export const pictureFateSchema = z.strictObject({
  untouched: z.int(), lost: z.int(), replaced: z.int(), stopped: z.int(), degraded: z.int(),
  step: z.int().optional().describe('Steps from what is lost to the nearest of them that it touches; missing where it touches none'),
});
export type PictureFate = z.infer<typeof pictureFateSchema>;

/** What is laid over a picture, by the ids of its nodes and boxes. */
export const pictureOverlaySchema = z.strictObject({
  nodes: z.record(z.string(), groupOverlaySchema).optional().describe('What the judgement for the target says; if it was asked for'),
  fates: z.record(z.string(), pictureFateSchema).optional().describe('What the loss does; if one was asked for'),
  affected: z.strictObject({ lost: z.int(), replaced: z.int(), stopped: z.int(), degraded: z.int(), services: z.int().describe('Of which something is touched'), steps: z.int().describe('Longest way of the loss') }).optional().describe('In the whole estate'),
});
export type PictureOverlay = z.infer<typeof pictureOverlaySchema>;
